/// What a row of the units' file is.
enum UnitKind: String {
  case commune = "COM"
  case district = "ARM"
  case delegated = "COMD"
  case associated = "COMA"

  /// A type in the words of INSEE, or of those who serve its codes: `commune-actuelle`.
  init?(spelling: String) {
    switch folded(spelling) {
    case "com", "commune", "commune_actuelle", "commune_simple": self = .commune
    case "arm", "arrondissement_municipal": self = .district
    case "comd", "commune_deleguee": self = .delegated
    case "coma", "commune_associee": self = .associated
    default: return nil
    }
  }

  /// Whether lists may name it as a part of a commune.
  var isPartOfCommune: Bool { self == .delegated || self == .associated }
}

/// A row that is a unit of some kind.
struct UnitRow {
  let index: Int
  let code: UnitCode
  let kind: UnitKind
  let parent: UnitCode?
}

/// Decides the fate of each row of the units' file: used, or set aside and said.
struct UnitRows {
  private let table: FeatureTable
  private let fields: FieldMap
  private(set) var rows: [UnitRow] = []
  private(set) var anomalies: [Anomaly] = []
  private(set) var setAsideCount = 0

  /// - Complexity: O(rows).
  init(_ table: FeatureTable, _ fields: FieldMap) throws(InputFault) {
    self.table = table
    self.fields = fields
    let codeColumn = try fields.required(.unitCode, of: table)
    let (typeColumn, parentColumn) = (fields[.unitType], fields[.parent])
    rows.reserveCapacity(table.rowCount)
    var rowOfCode: [String: Int] = [:]
    rowOfCode.reserveCapacity(table.rowCount)
    for index in 0..<table.rowCount {
      guard let text = table.text(row: index, column: codeColumn) else {
        setAside(
          index, object: "", Wording(fr: "la ligne n’a pas de code", en: "the row has no code"),
          holdsPlace(index) ? .error : .information)
        continue
      }
      try refuseSeparator(text, row: index)
      let code = UnitCode(text)
      let type = table.text(row: index, column: typeColumn)
      guard let kind = Self.kind(of: code, type: type) else {
        setAside(
          index, object: text, Self.unknown(type: type ?? ""),
          holdsPlace(index) ? .warning : .information)
        continue
      }
      // A commune nouvelle and the delegated commune of its seat share one code.
      let key = kind.isPartOfCommune ? "D" + text : text
      if let earlier = rowOfCode.updateValue(index, forKey: key) {
        rowOfCode[key] = earlier
        setAsideCount += 1
        anomalies.append(table.repeated(text, row: index, earlier: table.lines[earlier]))
        continue
      }
      let parent = table.text(row: index, column: parentColumn).map { UnitCode($0) }
      rows.append(
        UnitRow(
          index: index, code: code, kind: kind, parent: parent ?? CityWithDistricts.city(of: code)))
    }
  }

  /// Whether a column named `type` says what rows are; it may say something else of communes: `urbain`, `littoral`.
  static func haveTypes(_ table: FeatureTable, _ fields: FieldMap) -> Bool {
    guard let types = fields[.unitType], let codes = fields[.unitCode] else { return true }
    func anyRow(of column: Int, _ holds: (String) -> Bool) -> Bool {
      (0..<table.rowCount).contains { row in
        table.text(row: row, column: column).map(holds) ?? false
      }
    }
    return anyRow(of: codes) { !UnitCode($0).isOfCommune }
      || anyRow(of: types) { UnitKind(spelling: $0) != nil || ofOthers.contains(folded($0)) }
  }

  /// Types of areas that are no units.
  private static let ofOthers: Set<String> = [
    "dep", "departement", "reg", "region", "arr", "arrondissement", "canton", "can", "epci", "iris",
    "cc", "ca", "cu", "met", "metro", "metropole", "ept", "bv", "uu",
  ]

  private static func kind(of code: UnitCode, type: String?) -> UnitKind? {
    if let type { return UnitKind(rawValue: type) ?? UnitKind(spelling: type) }
    return CityWithDistricts.city(of: code) == nil ? .commune : .district
  }

  private static func unknown(type: String) -> Wording {
    Wording(
      fr: "type « \(type) » : ni commune, ni arrondissement, ni commune déléguée ou associée",
      en: "type “\(type)”: no commune, arrondissement, or part of a commune")
  }

  /// Whether a row that is no unit leaves a hole: it has a polygon or people.
  private func holdsPlace(_ row: Int) -> Bool {
    table.isDrawn[row] || table.text(row: row, column: fields[.population]) != nil
  }

  /// Files separate codes by `|` inside of a cell.
  private func refuseSeparator(_ code: String, row: Int) throws(InputFault) {
    guard code.utf8.contains(UInt8(ascii: "|")) else { return }
    let shown = ShownName.shortened(code)
    throw InputFault(
      path: table.path, line: table.lines[row],
      problem: Wording(
        fr: "le code « \(shown) » contient « | », qui sépare des codes dans les fichiers écrits",
        en: "the code “\(shown)” has “|”, which separates codes in the files written"),
      cure: Wording(fr: "écrivez-le sans « | »", en: "write it without “|”"))
  }

  /// Sets aside a row that means nothing here.
  mutating func setAside(
    _ row: Int, object: String, _ finding: Wording, _ severity: Anomaly.Severity = .information
  ) {
    setAsideCount += 1
    anomalies.append(
      Anomaly(
        severity, .unitSetAside, file: table.path, line: table.lines[row], object: object,
        finding: finding, treatment: .rowSetAside))
  }
}
