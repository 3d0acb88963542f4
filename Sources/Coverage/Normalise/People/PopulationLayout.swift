/// Where a file has the people of communes: a column, and the rows that count.
///
/// INSEE's long format has a row for each place, year and measure (`GEO`, `TIME_PERIOD`, `POPREF_MEASURE`,
/// `OBS_VALUE`). The rows of communes count, of the *population municipale* or the measure that the user
/// names, of the latest year or the one named. A file with a column of years and several of them is read
/// so too.
struct PopulationLayout {
  /// The column of people.
  let column: Int
  /// What the source of the figures is called: `PMUN 2022`.
  private(set) var name: String
  /// Rows that do not count, each with the reason.
  private var leftOut: [Reason: [Int]] = [:]
  private var isLeftOut: [Bool] = []

  enum Reason: Int, CaseIterable {
    case place, measure, year, part
  }

  private static let values = ["obs_value"]
  private static let measures = ["popref_measure", "rp_measure", "measure", "mesure"]
  private static let years = ["time_period", "annee", "year", "millesime"]
  private static let kinds = ["geo_object", "type_geo"]
  /// Other columns of such files, which divide nobody.
  private static let remarks = ["freq", "obs_status", "conf_status", "unit_measure"]

  /// - Parameter asked: the column that the user names; in the long format a measure, a year, or both
  ///   (`PTOT`, `2021`, `PMUN 2021`).
  /// - Throws: `InputFault` where no column, measure or year, or several, may be meant.
  init(
    _ text: DelimitedText, _ codes: UnitCodeColumns, asked: String?
  ) throws(InputFault) {
    let plain = text.header.map { folded($0) }
    func first(_ names: [String]) -> Int? { plain.firstIndex { names.contains($0) } }
    let year = first(Self.years)
    isLeftOut = Array(repeating: false, count: text.rowCount)
    guard let value = first(Self.values) else {
      let isColumn = asked.map { plain.contains(folded($0)) } ?? true
      let askedYear = isColumn || year == nil ? nil : asked.flatMap { Self.year($0) }
      column = try PopulationColumn.find(
        askedYear == nil ? asked : nil, in: text.header, path: text.path)
      name = text.header[column]
      if let year, column != year, Self.repeatCodes(text, codes),
        let chosen = try choose(year, askedYear, text)
      {
        name += " \(chosen)"
      }
      return
    }
    (column, name) = (value, text.header[value])
    if let kind = first(Self.kinds) {
      keep(.place, text) {
        ["com", "arm", "commune"].contains(folded($0.text(row: $1, column: kind)))
      }
    }
    var (askedMeasure, askedYear) = Self.parts(of: asked.map { folded($0) } ?? "")
    if askedMeasure == plain[value] { (askedMeasure, askedYear) = ("", nil) }
    var names: [String] = []
    if let measure = first(Self.measures) {
      names.append(try choose(measure, askedMeasure, text))
    }
    for column in text.header.indices where !Self.known.contains(plain[column]) {
      keepTotal(column, text)
    }
    if let year, let chosen = try choose(year, askedYear, text) { names.append(String(chosen)) }
    if !names.isEmpty { name = names.joined(separator: " ") }
  }

  /// Whether a place has several rows.
  private static func repeatCodes(_ text: DelimitedText, _ codes: UnitCodeColumns) -> Bool {
    var known: Set<String> = []
    return (0..<text.rowCount).contains { row in
      let written = codes.text(row: row, of: text)
      let hint = codes.hint(row: row, of: text)
      let code = written.isEmpty ? hint.name + hint.department : written
      return !code.isEmpty && !known.insert(code).inserted
    }
  }

  static let known = Set(values + measures + years + kinds + remarks + ["geo"])

  /// `pmun_2021` as measure and year.
  private static func parts(of asked: String) -> (measure: String, year: Int?) {
    let digits = asked.suffix(4)
    guard let year = year(String(digits)) else { return (asked, nil) }
    return (String(asked.dropLast(4)).replacing("_", with: ""), year)
  }

  private static func year(_ text: String) -> Int? {
    isWritten(text, like: "2000") || isWritten(text, like: "1900") ? Int(text) : nil
  }

  /// The code of a place as statisticians write it with its kind, `2024-COM-15014`, or alone.
  static func code(_ text: String) -> String {
    let parts = text.split(separator: "-")
    guard parts.count > 1, parts.count < 4, ["COM", "ARM"].contains(parts[parts.count - 2]) else {
      return text
    }
    return String(parts[parts.count - 1])
  }

  /// Whether a row counts.
  func takes(_ row: Int) -> Bool { !isLeftOut[row] }

  private mutating func keep(
    _ reason: Reason, _ text: DelimitedText, _ isKept: (DelimitedText, Int) -> Bool
  ) {
    for row in 0..<text.rowCount where !isLeftOut[row] && !isKept(text, row) {
      isLeftOut[row] = true
      leftOut[reason, default: []].append(row)
    }
  }

  private func distinct(_ column: Int, _ text: DelimitedText) -> Set<String> {
    var values: Set<String> = []
    for row in 0..<text.rowCount where takes(row) {
      values.insert(text.text(row: row, column: column))
    }
    return values
  }

  /// Where a column divides people, its total counts, which statisticians write `_T`.
  private mutating func keepTotal(_ column: Int, _ text: DelimitedText) {
    let isTotal = { (value: String) in value == "_T" }
    guard distinct(column, text).contains("_T") else { return }
    keep(.part, text) { isTotal($0.text(row: $1, column: column)) }
  }

  private mutating func choose(
    _ column: Int, _ asked: String, _ text: DelimitedText
  ) throws(InputFault) -> String {
    let all = distinct(column, text).sorted()
    let wanted = asked.isEmpty ? "pmun" : asked
    let found = all.filter {
      folded($0).replacing("_", with: "") == wanted.replacing("_", with: "")
    }
    guard let chosen = found.first ?? (asked.isEmpty && all.count == 1 ? all[0] : nil) else {
      throw Self.fault(
        text, Wording(fr: "mesures de population", en: "measures of population"), all)
    }
    keep(.measure, text) { $0.text(row: $1, column: column) == chosen }
    return chosen
  }

  /// - Returns: nil where rows are of one year, or of none.
  private mutating func choose(
    _ column: Int, _ asked: Int?, _ text: DelimitedText
  ) throws(InputFault) -> Int? {
    let all = Set(
      distinct(column, text).compactMap { Self.year(String($0.prefix(4))) })
    guard let chosen = asked ?? all.max(), all.contains(chosen) else {
      if all.isEmpty, asked == nil { return nil }
      throw Self.fault(
        text, Wording(fr: "années", en: "years"), all.sorted().map(String.init))
    }
    keep(.year, text) { $0.text(row: $1, column: column).hasPrefix(String(chosen)) }
    return chosen
  }

  private static func fault(
    _ text: DelimitedText, _ what: Wording, _ choices: [String]
  ) -> InputFault {
    let shown = ShownName.list(choices.map { "« \($0) »" }, most: 12)
    return InputFault(
      path: text.path, line: 1,
      problem: Wording(fr: "\(what.french) : \(shown)", en: "\(what.english): \(shown)"),
      cure: Wording(
        fr: "choisissez : --population-column \(ShellWord.quoted(choices.first ?? "PMUN"))",
        en: "choose: --population-column \(ShellWord.quoted(choices.first ?? "PMUN"))"))
  }
}

extension PopulationLayout {
  /// A line for each reason, not for each row.
  func anomalies(of text: DelimitedText) -> [Anomaly] {
    Reason.allCases.compactMap { reason in
      guard let rows = leftOut[reason], let first = rows.first else { return nil }
      return Anomaly(
        .information, .populationNotUsed, file: text.path, line: text.line(of: first), object: name,
        finding: Wording(
          fr: "\(rows.count.inFrench("ligne", "lignes")) \(reason.words.french)",
          en: "\(rows.count.inEnglish("row", "rows")) \(reason.words.english)"),
        treatment: Wording(
          fr: "non utilisées ; --population-column choisit la mesure, l’année, ou les deux",
          en: "not used; --population-column chooses the measure, the year, or both"))
    }
  }

  /// How many rows do not count.
  var leftOutCount: Int { leftOut.values.reduce(0) { $0 + $1.count } }
}

extension PopulationLayout.Reason {
  fileprivate var words: Wording {
    switch self {
    case .place: Wording(fr: "d’autres lieux que des communes", en: "of places other than communes")
    case .measure: Wording(fr: "d’autres mesures", en: "of other measures")
    case .year: Wording(fr: "d’autres années", en: "of other years")
    case .part: Wording(fr: "d’une partie des habitants", en: "of a part of the people")
    }
  }
}
