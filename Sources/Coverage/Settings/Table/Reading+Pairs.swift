/// One `name=value` of a setting that has several.
package struct Pair<Name: Hashable & Sendable, Item: Sendable>: Sendable {
  let name: Name
  let item: Item

  /// - Throws: `shapeless` where the text has no `=`; what the readers of its halves throw.
  init(
    _ text: String, shapeless: Refusal,
    _ name: (String) throws(Refusal) -> Name, _ item: (String) throws(Refusal) -> Item
  ) throws(Refusal) {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { throw shapeless }
    self.name = try name(halves[0])
    self.item = try item(halves[1])
  }
}

extension Reading<Pair<FieldRole, String>> {
  /// The column of a role: `code=INSEE`.
  static var column: Self {
    let roles = FieldRole.allCases.map(\.rawValue)
    let example = "code=INSEE"
    let shapeless = Refusal(
      problem: Wording(fr: "rôle sans colonne", en: "a role without column"), examples: example)
    var result = Self("ROLE=NAME", examples: example) { (text) throws(Refusal) in
      try Pair(text, shapeless: shapeless) { (name) throws(Refusal) in
        if let role = FieldRole(rawValue: name) { return role }
        throw Refusal(
          problem: Wording(fr: "rôle inconnu « \(name) »", en: "unknown role “\(name)”"), name,
          among: roles)
      } _: { (column) throws(Refusal) in
        column
      }
    }
    result.choices = roles
    return result
  }
}

extension Reading<Pair<OptionRules.Criterion, Int>> {
  /// The weight of a criterion of options: `bassin=4`, in a study file `bassin: 4`.
  static var weight: Self { weight("{bassin: 4, cout: 1}") }
}

extension Reading<Pair<CutRules.Criterion, Int>> {
  /// The weight of a criterion of cuts.
  static var cutWeight: Self { weight("{bassin: 4, distance: 3}") }
}

extension Reading {
  private static func weight<
    Criterion: RawRepresentable<String> & CaseIterable & Hashable & Sendable
  >(
    _ example: String
  ) -> Self where Value == Pair<Criterion, Int> {
    let names = Criterion.allCases.map(\.rawValue)
    let shapeless = Refusal(
      problem: Wording(fr: "pas des poids", en: "no weights"), examples: example)
    return Self("CRITERION=WEIGHT", examples: example) { (text) throws(Refusal) in
      try Pair(text, shapeless: shapeless) { (name) throws(Refusal) in
        if let criterion = Criterion(rawValue: name) { return criterion }
        throw Refusal(
          problem: Wording(fr: "critère inconnu « \(name) »", en: "unknown criterion “\(name)”"),
          name, among: names)
      } _: { (weight) throws(Refusal) in
        if let number = WrittenNumber.whole(weight), (0...100).contains(number) { return number }
        throw .unreadable(weight, "0, 4, 100")
      }
    }
  }
}
