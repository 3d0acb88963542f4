/// Which columns of a file speak of CPTS.
struct CPTSColumns: Sendable {
  private let fields: FieldMap
  /// The column that tells CPTS apart: the identifier, or the name where there is nothing else.
  let id: Int?
  /// Where rows say which unit they are about.
  let codes: UnitCodeColumns

  subscript(role: FieldRole) -> Int? { fields[role] }

  /// What a row may say of its CPTS.
  static let attributes: [FieldRole] =
    [.cptsName, .stage, .projectDate, .letterDate, .healthProjectDate, .contractDate, .endDate]
    + vitality

  /// What a row may say of how well its CPTS is.
  static let vitality = [FieldRole.fragile] + FieldRole.headcounts

  /// - Throws: when two columns have the name that would decide.
  init(of rows: some AttributeRows, _ named: [FieldRole: String]) throws(InputFault) {
    var fields = try FieldMap(
      of: rows, [.cptsID] + UnitCodeColumns.roles + Self.attributes, named: named)
    Self.settleNames(&fields, rows, named)
    if fields[.unitName] == fields[.cptsName] {
      fields.use(.unitName, FieldRole.communeNames, of: rows.header)
    }
    // Beside a stage, the name of a commune may be that of a seat.
    if fields[.unitCode] == nil,
      Self.attributes.contains(where: { $0 != .cptsName && fields[$0] != nil })
    {
      fields.forget(.unitName)
    }
    self.fields = fields
    codes = UnitCodeColumns(fields, of: rows)
    id = fields[.cptsID] ?? fields[.cptsName]
  }

  /// The column that tells CPTS apart, which every file must have.
  func requiredID(in rows: some AttributeRows) throws(InputFault) -> Int {
    if let id { return id }
    return try fields.required(.cptsID, of: rows)
  }

  /// Whether rows can say more than that a CPTS exists.
  var haveContent: Bool {
    codes.areThere || fields[.stage] != nil || fields[.endDate] != nil
      || FieldRole.stageDates.contains { fields[$0.role] != nil }
      || Self.vitality.contains { fields[$0] != nil }
  }

  func requireUnitCode(in rows: some AttributeRows) throws(InputFault) {
    try fields.required(.unitCode, of: rows)
  }

  func value(_ role: FieldRole, row: Int, of rows: some AttributeRows) -> String {
    fields[role].map { rows.value(row: row, column: $0) } ?? ""
  }

  /// `nom` beside a unit code is the unit's name, unless it says the same in every row of a CPTS.
  private static func settleNames(
    _ fields: inout FieldMap, _ rows: some AttributeRows, _ named: [FieldRole: String]
  ) {
    guard fields[.unitCode] != nil, let name = fields[.cptsName], name == fields[.unitName],
      named[.cptsName] == nil
    else { return }
    guard let id = fields[.cptsID] else { return fields.forget(.cptsName) }
    var nameOfID: [String: String] = [:]
    for row in 0..<rows.rowCount {
      let name = rows.value(row: row, column: name)
      if nameOfID.updateValue(name, forKey: rows.value(row: row, column: id)) ?? name != name {
        return fields.forget(.cptsName)
      }
    }
  }
}
