/// Communes that are compared as one: a commune alone, or those of both dates that mergers and divisions join.
struct CommuneGroup: Sendable, Equatable {
  /// Places in the communes of before, ascending.
  var before: [Int32]
  /// Places in those of after, ascending.
  var after: [Int32]
  /// Whether it is one commune under one code.
  var isSame: Bool
}

/// What two studies have in common on the ground: their communes, in groups.
struct CommonGround: Sendable {
  /// By their lowest codes.
  private(set) var groups: [CommuneGroup] = []
  /// By commune of before, and of after, its group.
  private(set) var groupOfBefore: [Int32] = []
  private(set) var groupOfAfter: [Int32] = []
  /// Whether movements were needed.
  let hasMovements: Bool

  /// - Parameter movements: INSEE's file, read where the codes of both differ.
  /// - Complexity: O(communes × log of them), and the movements.
  /// - Throws: where the codes differ and no movement explains it.
  init(_ before: Snapshot, _ after: Snapshot, movements: InputPath?) throws(InputFault) {
    let codes = (before.communes.map(\.code), after.communes.map(\.code))
    guard codes.0 != codes.1 else {
      hasMovements = false
      groups = codes.0.indices.map {
        CommuneGroup(before: [Int32($0)], after: [Int32($0)], isSame: true)
      }
      groupOfBefore = codes.0.indices.map { Int32($0) }
      groupOfAfter = groupOfBefore
      return
    }
    guard let movements else { throw Self.otherCodes(codes.0, codes.1, nil) }
    hasMovements = true
    let links = try CodeLinks(codes.0, codes.1, movements)
    let sets = links.sets
    if let (left, right) = links.unexplained {
      throw Self.otherCodes(left, right, movements.name)
    }
    groupOfBefore = [Int32](repeating: -1, count: codes.0.count)
    groupOfAfter = [Int32](repeating: -1, count: codes.1.count)
    for set in sets {
      let isSame =
        set.before.count == 1 && set.after.count == 1
        && codes.0[Int(set.before[0])] == codes.1[Int(set.after[0])]
      for place in set.before { groupOfBefore[Int(place)] = Int32(groups.count) }
      for place in set.after { groupOfAfter[Int(place)] = Int32(groups.count) }
      groups.append(CommuneGroup(before: set.before, after: set.after, isSame: isSame))
    }
  }

  private static func otherCodes(
    _ before: [UnitCode], _ after: [UnitCode], _ file: String?
  ) -> InputFault {
    let left = Set(before).subtracting(after).sorted().map(\.text)
    let right = Set(after).subtracting(before).sorted().map(\.text)
    func some(_ codes: [String], _ language: Language) -> String {
      codes.isEmpty
        ? Wording(fr: "aucune", en: "none")[language]
        : "\(ShownName.quoted(codes, most: 5)) (\(NumberText.whole(codes.count)))"
    }
    let problem = Wording(
      fr: "les deux études n’ont pas les mêmes communes : avant seulement, "
        + "\(some(left, .french)) ; après seulement, \(some(right, .french))",
      en: "the two studies have not the same communes: before only, "
        + "\(some(left, .english)); after only, \(some(right, .english))")
    guard let file else {
      return InputFault(
        path: "", problem: problem,
        cure: Wording(
          fr: "donnez les mouvements des communes de l’INSEE : --cog mouvements-communes.csv",
          en: "give INSEE’s movements of communes: --cog mouvements-communes.csv"))
    }
    return InputFault(
      path: file,
      problem: Wording(
        fr: problem.french + ", et aucun mouvement de ce fichier ne le dit",
        en: problem.english + ", and no movement of this file tells why"),
      cure: Wording(
        fr: "donnez un fichier plus récent, ou deux études des mêmes territoires",
        en: "give a later file, or two studies of the same areas"))
  }
}
