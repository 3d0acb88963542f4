/// The movements of communes, seen from the units of a study: which year the units' codes belong to, and
/// which year those of each file.
struct YearsOfCodes: Sendable {
  let history: CodeHistory
  /// The year of the units' codes.
  let units: CodeYear
  private let decisions: Decisions
  private(set) var anomalies: [Anomaly]
  private(set) var ledgers: [InputLedger]
  private let conversion: CodeConversion

  /// - Parameters:
  ///   - movements: INSEE's file.
  ///   - decided: a CSV of the user's decisions.
  ///   - unitsPath: the file of the units, to say the year of its codes.
  /// - Complexity: O(movements + units).
  /// - Throws: `InputFault` for a file that is none of movements, or decisions that contradict each other.
  init(
    _ movements: InputPath, decided: Decisions, _ studied: StudyUnits, unitsPath: String
  ) throws(InputFault) {
    let text = try DelimitedText.read(movements)
    let file = try MovementsFile(text)
    ledgers = [
      InputLedger(of: text, rowsRead: text.rowCount, rowsSetAside: file.setAside.count)
    ]
    anomalies = text.readingAnomalies
    anomalies += file.setAside.map {
      Anomaly(
        .information, .movementSetAside, file: text.path, line: $0.line, object: $0.object,
        finding: $0.reason, treatment: .rowSetAside)
    }
    let codes = Set(studied.communes.lazy.map(\.code))
    var history = try CodeHistory(file.movements, reference: codes, path: text.path)
    let restored = MovementsBeyondFile.restorations(shownBy: codes, after: history)
    if !restored.isEmpty,
      CodeYearDetector(history).detect(codes).year == history.years.upperBound
    {
      history = try CodeHistory(file.movements + restored, reference: codes, path: text.path)
    }
    self.history = history
    units = CodeYearDetector(history).detect(codes)
    decisions = decided
    conversion = CodeConversion(
      history: history, units: codes, unitsYear: units.year, decisions: decided,
      parts: studied.delegated.mapValues(\.population))
    anomalies.append(.year(units, file: unitsPath, of: history, isOfUnits: true))
  }

  /// Whether a code was that of a commune in some year.
  func isFormer(_ code: UnitCode) -> Bool { !history.yearsAsCommune(code).isEmpty }

  /// The year of the codes of a file, the units' where it may be.
  func year(of codes: some Sequence<UnitCode>) -> CodeYear {
    CodeYearDetector(history).detect(codes, preferred: units.year)
  }

  func convert(
    _ listed: [ListedCode], year: CodeYear
  ) throws(InputFault) -> [ConvertedCode] {
    try conversion.convert(listed, year: year)
  }

  /// What a commune of a file's year is among the units.
  func fate(of code: UnitCode, in year: CodeYear) -> Correspondence {
    history.fate(of: code, from: year.year, to: units.year).correspondence
  }

  /// Communes of the units' year that a commune of another year is in, as the last year in which it was
  /// one has it.
  func communesToday(of code: UnitCode) -> [UnitCode] {
    let years = history.yearsAsCommune(code).flatMap { [$0.lowerBound, $0.upperBound] }
    guard let year = years.min(by: { abs($0 - units.year) < abs($1 - units.year) }) else {
      return []
    }
    return history.fate(of: code, from: year, to: units.year).correspondence.targets(of: code)
  }

  /// Decisions about codes that no list names.
  func unusedDecisions(_ listed: Set<UnitCode>) -> [Anomaly] { decisions.unusedAnomalies(listed) }
}

extension Anomaly {
  /// The year of the codes of a file; a warning where they are of several years.
  static func year(
    _ year: CodeYear, file: String, of history: CodeHistory, isOfUnits: Bool = false
  ) -> Anomaly {
    let (first, last) = (year.range.lowerBound, year.range.upperBound)
    let years =
      first == last
      ? Wording(String(first)) : Wording(fr: "\(first) à \(last)", en: "\(first) to \(last)")
    let misfits = year.misfits.prefix(8).map(\.text).joined(separator: ", ")
    let more = year.misfits.count > 8 ? "…" : ""
    let isMixture = !year.misfits.isEmpty
    let mixture =
      isMixture
      ? Wording(
        fr: ", sauf \(year.misfits.count) d’autres années : \(misfits)\(more)",
        en: ", but for \(year.misfits.count) of other years: \(misfits)\(more)")
      : Wording("")
    return Anomaly(
      isMixture && !isOfUnits ? .warning : .information, .yearOfCodes, file: file, object: "",
      finding: Wording(
        fr: "codes de communes de \(years.french)\(mixture.french)",
        en: "codes of communes of \(years.english)\(mixture.english)"),
      treatment: isOfUnits
        ? Wording(
          fr: "les autres fichiers sont amenés à \(year.year)",
          en: "the other files are brought to \(year.year)")
        : Wording(fr: "lus comme codes de \(year.year)", en: "read as codes of \(year.year)"))
  }
}
