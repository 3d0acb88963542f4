/// Finds the units of the areas that a study is of.
struct AreaSearch {
  private let units: StudyUnits
  private let choice: AreaChoice
  /// The option that made the choice.
  private let flag: String
  /// Area of each unit, empty where no file says.
  private let values: [String]
  /// Names of areas, where they are known.
  private let names: [String: String]
  private let known: Set<String>

  /// Codes that an error shows.
  private static let mostShown = 20

  /// - Throws: a usage fault that names the levels there are.
  init(
    _ choice: AreaChoice, _ units: StudyUnits, flag: String = "--area"
  ) throws(InputFault) {
    self.choice = choice
    self.flag = flag
    self.units = units
    let level = folded(choice.level)
    switch level {
    case "region":
      values = units.units.map { $0.region }
      names = AdministrativeNames.regions
    case "departement":
      values = units.units.map { $0.department }
      names = AdministrativeNames.departments
    case "epci" where units.units.contains { !$0.intercommunality.isEmpty }:
      values = units.units.map { $0.intercommunality }
      names = units.intercommunalityNames
    default:
      guard let column = units.attributes[level] else {
        throw Self.unknownLevel(choice, units, flag)
      }
      values = column
      names = units.names(ofLevel: level)
    }
    known = Set(values).subtracting([""])
  }

  /// - Throws: a usage fault for a code that no unit has, with those near it.
  /// - Complexity: O(units + codes × areas).
  func area() throws(InputFault) -> StudyArea {
    var codes: Set<String> = []
    for text in choice.codes { codes.insert(try code(text)) }
    let sorted = codes.sorted()
    return StudyArea(
      codes: sorted, names: sorted.map { names[$0] ?? "\(choice.level) \($0)" },
      isIn: Column(count: values.count) { codes.contains(values[Int($0)]) })
  }

  /// The code of an area, as written, in other letters, without its leading zero, or by its name.
  private func code(_ text: String) throws(InputFault) -> String {
    if known.contains(text) { return text }
    let wanted = folded(text)
    let found = known.filter {
      folded($0) == wanted || $0 == "0" + text || names[$0].map { folded($0) } == wanted
    }
    if found.count == 1, let only = found.first { return only }
    throw found.isEmpty ? unknown(text) : ambiguous(text, found.sorted())
  }

  // MARK: Faults

  private func shown(_ code: String) -> String { names[code].map { "\(code) (\($0))" } ?? code }

  private func unknown(_ text: String) -> InputFault {
    let sorted = known.sorted()
    let codesOfNames = sorted.reduce(into: [String: String]()) { codes, code in
      if let name = names[code] { codes[folded(name)] = code }
    }
    let near =
      nearest(to: folded(text), among: codesOfNames.keys.sorted()).flatMap { codesOfNames[$0] }
      ?? nearest(to: text, among: sorted)
    // A few codes of the same beginning say more than the first of all.
    let begin = sorted.filter { $0.hasPrefix(text.prefix(2)) }
    let some = sorted.count > Self.mostShown && !begin.isEmpty ? begin : sorted
    let list =
      some.prefix(Self.mostShown).map { shown($0) }.joined(separator: ", ")
      + (some.count > Self.mostShown ? "…" : "")
    let choices = Wording(fr: "les codes sont : \(list)", en: "the codes are: \(list)")
    return InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(flag) \(choice.level):\(text) : aucune unité n’a ce code",
        en: "\(flag) \(choice.level):\(text): no unit has this code"),
      cure: near.map {
        Wording(
          fr: "vouliez-vous dire \(shown($0)) ? \(choices.french)",
          en: "did you mean \(shown($0))? \(choices.english)")
      } ?? choices)
  }

  private func ambiguous(_ text: String, _ codes: [String]) -> InputFault {
    let list = codes.map { shown($0) }.joined(separator: ", ")
    return InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(flag) \(choice.level):\(text) : plusieurs territoires, \(list)",
        en: "\(flag) \(choice.level):\(text): several areas, \(list)"),
      cure: Wording(fr: "donnez le code", en: "give the code"))
  }

  private static func unknownLevel(
    _ choice: AreaChoice, _ units: StudyUnits, _ flag: String
  ) -> InputFault {
    let hasIntercommunalities = units.units.contains { !$0.intercommunality.isEmpty }
    let own = ["region", "departement"] + (hasIntercommunalities ? ["epci"] : [])
    let all = own + units.attributes.keys.filter { !own.contains($0) }.sorted()
    return InputFault(
      .usage, path: "",
      problem: Wording(
        fr: "\(flag) \(choice) : aucun niveau « \(choice.level) »",
        en: "\(flag) \(choice): no level “\(choice.level)”"),
      cure: Wording(
        fr: "choisissez parmi : \(all.joined(separator: ", ")) (les colonnes de --attributes sont "
          + "des niveaux)",
        en: "choose among: \(all.joined(separator: ", ")) (the columns of --attributes are levels)")
    )
  }
}
