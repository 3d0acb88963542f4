/// Rows of attributes about communes of another year: what they say holds for the units that have their
/// land and no row of their own, where all of them say the same.
struct ConvertedAttributes {
  /// Rows that serve each unit, by unit.
  private(set) var rowsOfUnit: [Index<Unit>: [Int]] = [:]
  private(set) var anomalies: [Anomaly] = []
  private(set) var setAside = 0

  /// - Parameters:
  ///   - rows: those whose code is no unit's.
  ///   - own: codes that have a row of their own.
  /// - Complexity: O(codes + pieces of land of the communes of `rows`).
  init(
    _ rows: [(row: Int, code: UnitCode)], own: some Collection<UnitCode>, _ years: YearsOfCodes?,
    _ units: StudyUnits, of text: DelimitedText
  ) {
    let own = Set(own)
    let year = years.map { $0.year(of: own.union(rows.map(\.code))) }
    if let year, let years, !rows.isEmpty {
      anomalies.append(.year(year, file: text.path, of: years.history))
    }
    var strangers: [(row: Int, code: UnitCode)] = []
    for (row, code) in rows {
      var targets: [UnitCode] = []
      if let year, let years, years.history.isCommune(code, in: year.year) {
        targets = years.fate(of: code, in: year).targets(of: code).filter {
          units.index[$0] != nil && !own.contains($0)
        }
      }
      for target in targets {
        if let unit = units.index[target] { rowsOfUnit[unit, default: []].append(row) }
      }
      if targets.isEmpty {
        strangers.append((row, code))
      } else {
        anomalies.append(Self.anomaly(row, code, targets, text))
      }
    }
    setAside = strangers.count
    anomalies +=
      strangers.count > Self.mostNamed
      ? [Self.anomaly(ofAll: strangers, text)]
      : strangers.map { Self.anomaly($0.row, $0.code, [], text) }
  }

  /// More codes than these are those of a wider area, not mistakes.
  private static let mostNamed = 20

  private static func anomaly(
    ofAll strangers: [(row: Int, code: UnitCode)], _ text: DelimitedText
  ) -> Anomaly {
    let count = NumberText.whole(strangers.count)
    let some = strangers.prefix(3).map(\.code.text).joined(separator: ", ")
    return Anomaly(
      .information, .attributeNotUsed, file: text.path, line: text.line(of: strangers[0].row),
      object: "",
      finding: Wording(
        fr: "\(count) codes qui ne sont pas parmi les unités (\(some)…)",
        en: "\(count) codes that are not among the units (\(some)…)"),
      treatment: Wording(fr: "lignes écartées", en: "rows set aside"))
  }

  /// The value of a column for a unit: empty where its rows disagree.
  func value(_ rows: [Int], column: Int, of text: DelimitedText) -> String {
    let values = Set(rows.map { text.text(row: $0, column: column) })
    return values.count == 1 ? values.first ?? "" : ""
  }

  private static func anomaly(
    _ row: Int, _ code: UnitCode, _ targets: [UnitCode], _ text: DelimitedText
  ) -> Anomaly {
    let list = targets.map(\.text).joined(separator: ", ")
    return Anomaly(
      .information, targets.isEmpty ? .attributeNotUsed : .codeConverted, file: text.path,
      line: text.line(of: row), object: code.text,
      finding: Wording(
        fr: "code qui n’est pas parmi les unités", en: "code that is not among the units"),
      treatment: targets.isEmpty
        ? .rowSetAside
        : Wording(
          fr: "vaut pour \(list), si les autres communes d’alors disent de même",
          en: "holds for \(list), where its other communes of then say the same"))
  }
}
