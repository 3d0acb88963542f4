/// Rows of lists, each with a code that the units know wherever a spreadsheet did not destroy it.
struct ListedCodes {
  private let units: StudyUnits
  /// Made where a row has a name that its code has not.
  private lazy var names = PlaceNames(units)
  private(set) var memberships: [Membership] = []
  private(set) var anomalies: [Anomaly] = []
  /// Rows set aside, by file.
  private(set) var setAside: [String: Int] = [:]

  /// - Parameter isFormer: whether a code was that of a commune of another year.
  /// - Complexity: O(rows + units).
  /// - Throws: `InputFault` where a column holds postal codes.
  init(
    _ rows: [Membership], in units: StudyUnits, isFormer: (UnitCode) -> Bool
  ) throws(InputFault) {
    self.units = units
    try Self.refusePostalCodes(rows)
    memberships.reserveCapacity(rows.count)
    var nameless: [Membership] = []
    var departments: [CPTSID: Set<String>] = [:]
    for row in rows {
      if row.code.text.isEmpty {
        nameless.append(row)
        continue
      }
      let settled = settle(row, isFormer)
      if let department = units.department(of: settled.code) {
        departments[settled.cpts, default: []].insert(department)
      }
      memberships.append(settled)
    }
    for row in nameless { findByName(row, in: departments[row.cpts] ?? []) }
  }

  static func refusePostalCodes(_ rows: [Membership]) throws(InputFault) {
    var codes: [String: Set<String>] = [:]
    for row in rows { codes[row.file, default: []].insert(row.code.text) }
    for (file, codes) in codes.sorted(by: { $0.key < $1.key }) {
      if let found = PostalCodes.endingInZero(codes) {
        throw PostalCodes.fault(
          path: file, column: rows.first { $0.file == file }?.column ?? "", found)
      }
    }
  }

  /// The row with the code that was meant.
  private mutating func settle(_ row: Membership, _ isFormer: (UnitCode) -> Bool) -> Membership {
    var row = row
    row.code = units.code(
      row.code.text, isFormer: isFormer, file: row.file, line: row.line, &anomalies)
    if !row.hint.name.isEmpty { compareName(row) }
    return row
  }

  /// A name that is another place's of the same department, and not that of the code.
  private mutating func compareName(_ row: Membership) {
    guard let unit = units.index[row.code].map({ units.units[Int($0)] }),
      unit.name != row.hint.name, placeName(unit.name) != placeName(row.hint.name)
    else { return }
    let others = names.codes(of: row.hint.name, in: [unit.department])
    guard !others.isEmpty, !others.contains(row.code) else { return }
    let list = others.map(\.text).joined(separator: ", ")
    anomalies.append(
      Anomaly(
        .warning, .nameAgainstCode, file: row.file, line: row.line, object: row.code.text,
        finding: Wording(
          fr: "« \(row.hint.name) » est \(list), mais le code est celui de \(unit.name)",
          en: "“\(row.hint.name)” is \(list), but the code is that of \(unit.name)"),
        treatment: Wording(fr: "le code est retenu", en: "the code is used")))
  }

  /// - Parameter others: departments of the other communes of the CPTS.
  private mutating func findByName(_ row: Membership, in others: Set<String>) {
    let departments = UnitCodeColumns.department(row.hint.department).map { [$0] } ?? others
    let found = names.codes(of: row.hint.name, in: departments)
    guard found.count == 1 else {
      setAside[row.file, default: 0] += 1
      let choices = found.prefix(8).map(\.text).joined(separator: ", ")
      anomalies.append(
        Anomaly(
          .error, .incompleteRow, file: row.file, line: row.line, object: row.cpts.text,
          finding: found.isEmpty
            ? Wording(
              fr: "pas de code, et « \(row.hint.name) » n’est pas parmi les unités",
              en: "no code, and “\(row.hint.name)” is not among the units")
            : Wording(
              fr: "pas de code, et « \(row.hint.name) » peut être \(choices)",
              en: "no code, and “\(row.hint.name)” may be \(choices)"),
          treatment: .rowSetAside))
      return
    }
    var row = row
    row.code = found[0]
    memberships.append(row)
    anomalies.append(
      Anomaly(
        .information, .nameForCode, file: row.file, line: row.line, object: row.cpts.text,
        finding: Wording(
          fr: "« \(row.hint.name) » sans code", en: "“\(row.hint.name)” has no code"),
        treatment: Wording(
          fr:
            "lu \(row.code), seule commune de ce nom\(departments.isEmpty ? "" : " dans son département")",
          en:
            "read as \(row.code), the only commune of that name\(departments.isEmpty ? "" : " in its department")"
        )))
  }
}

extension Anomaly {
  /// A code that a spreadsheet had changed.
  static func repaired(
    _ text: String, _ spelling: CodeSpelling, file: String, line: Int
  ) -> Anomaly {
    let damage = spelling.damage.map(\.wording)
    return Anomaly(
      .information, .codeRepaired, file: file, line: line, object: text,
      finding: Wording(
        fr: damage.map(\.french).joined(separator: ", "),
        en: damage.map(\.english).joined(separator: ", ")),
      treatment: Wording(fr: "lu \(spelling.code)", en: "read as \(spelling.code)"))
  }
}

extension StudyUnits {
  /// The code that a text of a file stands for, as far as units know it; what was mended is noted.
  ///
  /// - Parameter isFormer: whether a code was that of a commune of another year.
  func code(
    _ text: String, isFormer: (UnitCode) -> Bool, file: String, line: Int,
    _ anomalies: inout [Anomaly]
  ) -> UnitCode {
    let written = UnitCode(text)
    guard !isKnown(written),
      let spelling = CodeSpelling(
        text, isKnown: { isKnown($0) || isFormer($0) }),
      !spelling.damage.isEmpty
    else {
      return written
    }
    anomalies.append(.repaired(text, spelling, file: file, line: line))
    return spelling.code
  }

  /// Whether a code is that of a unit, of a city, of a part of a commune, or of an arrondissement of a
  /// city that is one unit.
  func isKnown(_ code: UnitCode) -> Bool {
    index[code] != nil || cities[code] != nil || delegated[code] != nil
      || CityWithDistricts.city(of: code).map { index[$0] != nil } ?? false
  }

  /// Code of the department that a known code lies in.
  func department(of code: UnitCode) -> String? {
    let unit =
      index[code] ?? cities[code].flatMap { communes[Int($0)].units.first }
      ?? delegated[code]?.unit
    return unit.map { units[Int($0)].department }
  }
}
