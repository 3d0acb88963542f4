/// Which date a column of an unknown name may hold, as far as its words tell.
struct DateOptions {
  private let name: String
  /// The role that the words tell; nil for none.
  let role: FieldRole?
  private let sense: OtherSense?
  /// Whether a commune, not the CPTS, may be what leaves.
  private let mayBeOfCommune: Bool

  private static let beginnings: [(role: FieldRole, words: [String])] = [
    (.contractDate, ["aci", "contrat", "convention", "conventionnement", "accord", "tripartite"]),
    (.healthProjectDate, ["sante", "ps", "pds"]), (.letterDate, ["lettre", "intention", "li"]),
    (.projectDate, ["projet", "initiative", "emergence"]),
  ]
  /// Shapefiles cut the names of their columns here.
  private static let cutName = 10
  private static let shortestCutWord = 4

  init(_ name: String) {
    self.name = name
    let words = folded(name).split(separator: "_").map(String.init)
    sense = OtherSense(name, as: .contractDate)
    let isCut = name.utf8.count == Self.cutName
    // `date_proje` may be either.
    let whole = FieldRole.stageDates.map(\.role).filter {
      $0.rawValue.utf8.count > Self.cutName && $0.rawValue.hasPrefix(folded(name))
    }
    let isDoubtful = isCut && whole.count > 1
    role =
      sense == .end
      ? .endDate
      : sense == nil && !isDoubtful
        ? Self.beginnings.first { beginning in
          beginning.words.contains { word in
            words.contains(word)
              || isCut
                && words.last.map { $0.count >= Self.shortestCutWord && word.hasPrefix($0) }
                  ?? false
          }
        }?.role : nil
    mayBeOfCommune = words.contains { word in
      word == "depart" || ["sorti", "retrait"].contains { word.hasPrefix($0) }
    }
  }

  /// Whether the name is of the upkeep of the file, which is no day of a CPTS.
  var isOfRecord: Bool { sense == .record }

  var cure: Wording {
    if mayBeOfCommune {
      let (option, leaving) = (FieldRole.endDate.option(name), FieldRole.pairEnd.option(name))
      return Wording(
        fr:
          "si la CPTS finit ce jour-là : \(option.french) ; si c’est une commune qui la "
          + "quitte : \(leaving.french)",
        en:
          "if the CPTS ends on that day: \(option.english); if a commune leaves it: "
          + leaving.english)
    }
    if let role {
      let option = role.option(name)
      return Wording(
        fr: "si elle doit servir : \(option.french)", en: "if it is meant: \(option.english)")
    }
    let roles = "date_fin, date_aci, date_projet_sante, date_lettre_intention, date_projet"
    if let sense {
      return Wording(
        fr:
          "son nom dit \(sense.words.french), et non le jour où un stade est atteint ; si elle a pourtant "
          + "ce jour, renommez-la \(roles.replacing("date_fin, ", with: ""))",
        en:
          "its name says \(sense.words.english), and not the day when a stage is reached; if it has that "
          + "day all the same, rename it \(roles.replacing("date_fin, ", with: ""))")
    }
    let option = ShellWord.quoted("ROLE=\(ShownName.shortened(name))")
    return Wording(
      fr:
        "si elle doit servir : --map-column \(option), ROLE étant selon ce qu’elle dit \(roles)",
      en: "if it is meant: --map-column \(option), ROLE being by what it says \(roles)")
  }
}

/// The columns of a file that may have the days of stages, under names that nothing recognises.
struct StageDates {
  /// Of each column whose name tells which date it has, its role.
  let roles: [(role: FieldRole, column: String)]
  /// Columns whose name does not.
  let others: [String]

  init(_ unused: [UnusedColumn]) {
    let dates = unused.filter { column in
      guard case .dates? = ColumnContent(column, StudyUnits(), [], isName: { _ in false }) else {
        return false
      }
      return OtherSense(column.name, as: .contractDate) == nil
    }
    roles = dates.compactMap { column in
      DateOptions(column.name).role.map { ($0, column.name) }
    }
    others = dates.filter { DateOptions($0.name).role == nil }.map(\.name)
  }

  var isEmpty: Bool { roles.isEmpty && others.isEmpty }

  /// Whether all of them tell, each its own.
  var areClear: Bool {
    others.isEmpty && Set(roles.map(\.role)).count == roles.count
  }

  var options: [Wording] { roles.map { $0.role.option($0.column) } }

  /// What to write, where the user alone knows.
  var asked: String {
    let columns = (roles.map(\.column) + others).prefix(6).map {
      "--map-column " + ShellWord.quoted("ROLE=\(ShownName.shortened($0))")
    }
    return columns.joined(separator: " ")
      + " (ROLE : date_projet, date_lettre_intention, date_projet_sante, date_aci)"
  }
}
