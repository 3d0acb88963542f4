/// Rows of a file of people that name their commune instead of giving its code: a name stands for the one
/// commune of the study that has it, within the department of the row where it says one.
struct PopulationNames {
  private lazy var names = PlaceNames(units)
  private let units: StudyUnits
  /// Rows of one commune by name, and of none, each with what they name.
  private var found: (count: Int, line: Int, first: String) = (0, 0, "")
  private var unknown: (count: Int, line: Int, some: [String]) = (0, 0, [])

  init(_ units: StudyUnits) { self.units = units }

  /// Whether a text, given in the place of a code, can only be a name.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.utf8.contains(where: isDigit)
  }

  /// The code of the commune that a row names; nil where none or several have the name, which is told.
  mutating func code(
    _ name: String, _ hint: UnitHint, file: String, line: Int, _ anomalies: inout [Anomaly]
  ) -> UnitCode? {
    let codes = names.places(of: name, in: hint.departments)
    if codes.count == 1 {
      if found.count == 0 { found = (0, line, "\(name) \(codes[0])") }
      found.count += 1
      return codes[0]
    }
    guard codes.isEmpty else {
      let list = codes.prefix(8).map(\.text).joined(separator: ", ")
      anomalies.append(
        Anomaly(
          .error, .doubtfulPlace, file: file, line: line, object: ShownName.shortened(name),
          finding: Wording(
            fr: "« \(ShownName.shortened(name)) » est le nom de plusieurs communes : \(list)",
            en: "“\(ShownName.shortened(name))” is the name of several communes: \(list)"),
          treatment: Wording(
            fr:
              "ligne écartée : donnez le code INSEE (colonne code) ou le département (colonne dep)",
            en: "row set aside: give the INSEE code (column code) or the department (column dep)")))
      return nil
    }
    if unknown.count == 0 { unknown.line = line }
    unknown.count += 1
    if unknown.some.count < 3 { unknown.some.append(ShownName.shortened(name, to: 40)) }
    return nil
  }

  /// A line for all names that were found, and one for all that were not.
  func anomalies(file: String) -> [Anomaly] {
    var anomalies: [Anomaly] = []
    if found.count > 0 {
      anomalies.append(
        Anomaly(
          .information, .nameForCode, file: file, line: found.line, object: "",
          finding: Wording(
            fr: found.count.inFrench("nom sans code", "noms sans code"),
            en: found.count.inEnglish("name without a code", "names without a code")),
          treatment: Wording(
            fr: "chaque nom n’est que d’une commune des unités : \(found.first)…",
            en: "each name is of one commune of the units alone: \(found.first)…")))
    }
    if unknown.count > 0 {
      let some = unknown.some.map { "« \($0) »" }.joined(separator: ", ")
      anomalies.append(
        Anomaly(
          .warning, .populationNotUsed, file: file, line: unknown.line, object: "",
          finding: Wording(
            fr: unknown.count.inFrench(
              "nom qui n’est pas parmi les unités",
              "noms qui ne sont pas parmi "
                + "les unités") + " : \(some)…",
            en: unknown.count.inEnglish(
              "name that is not among the units",
              "names that are not among the "
                + "units") + ": \(some)…"),
          treatment: Wording(
            fr: "lignes écartées ; si une commune des unités est voulue, donnez son code INSEE",
            en: "rows set aside; where a commune of the units is meant, give its INSEE code")))
    }
    return anomalies
  }

  /// Two rows of one name say different numbers: they are of two communes, of which the study has one.
  static func fault(
    _ name: String, _ finding: Wording, path: String, line: Int
  ) -> InputFault {
    let shown = ShownName.shortened(name)
    return InputFault(
      path: path, line: line,
      problem: Wording(
        fr: "deux lignes nomment « \(shown) » : \(finding.french)",
        en: "two rows name “\(shown)”: \(finding.english)"),
      cure: Wording(
        fr:
          "donnez le code INSEE de chaque commune (colonne code), ou son département (colonne dep)",
        en: "give the INSEE code of each commune (column code), or its department (column dep)"))
  }
}
