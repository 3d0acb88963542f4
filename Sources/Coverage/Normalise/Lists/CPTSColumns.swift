/// Which columns of a file speak of CPTS.
struct CPTSColumns: Sendable {
  private let fields: FieldMap
  /// The column that tells CPTS apart: the identifier, or the name where there is nothing else.
  let id: Int?
  /// Where rows say which unit they are about.
  let codes: UnitCodeColumns
  /// Columns in which the territory of a row goes on.
  let continued: ContinuedColumns
  /// Columns of crosses that say the stage, where no other column does.
  let crossedStages: CrossedStages
  /// Columns that may give territories by groups of communes, where no column names communes.
  let groups: [Int]
  /// Column of FINESS numbers beside that of identifiers, by which two senders may know one CPTS.
  let finess: Int?

  subscript(role: FieldRole) -> Int? {
    fields[role] ?? (role == .stage ? crossedStages.columns.first?.column : nil)
  }

  /// The column of a role by its name or its values, crosses left out.
  func given(_ role: FieldRole) -> Int? { fields[role] }

  /// What a row may say of its CPTS.
  static let attributes: [FieldRole] =
    [
      .cptsName, .stage, .projectDate, .letterDate, .healthProjectDate, .contractDate, .endDate,
      .seat,
    ]
    + vitality

  /// What a row may say of how well its CPTS is.
  static let vitality = [FieldRole.fragile] + FieldRole.headcounts

  /// What a row may say of when its commune, or its drawing, is of its CPTS.
  static let pairDates: [FieldRole] = [.pairStart, .pairEnd]

  /// Every role that a column of such a file may have.
  static let roles: [FieldRole] =
    [.cptsID, .territory, .share] + UnitCodeColumns.roles + attributes + pairDates

  /// - Throws: when two columns have the name that would decide.
  init(of rows: some AttributeRows, _ named: [FieldRole: String]) throws(InputFault) {
    var fields = try FieldMap(of: rows, Self.roles, named: named)
    try ExclusionName.refuse(fields, rows, named)
    Self.findName(&fields, rows, named)
    Self.settleNames(&fields, rows, named)
    Self.settleTerritory(&fields, rows)
    Self.findStage(&fields, rows)
    Self.ownPlaces(&fields, rows)
    try CodeBesideList.settle(&fields, rows, named)
    if let share = fields[.share], !ShareColumn.holdsShares(share, rows) { fields.forget(.share) }
    if fields[.unitName] == fields[.cptsName] {
      fields.use(.unitName, FieldRole.communeNames, of: rows.header)
    }
    if fields[.unitCode] == nil, fields[.territory] == nil,
      let column = TerritoryColumnName.column(of: rows.header, butUsed: fields)
    {
      fields.use(.territory, column: column)
    }
    // `% de la commune` is no name.
    if let name = fields[.unitName], rows.header[name].contains("%") { fields.forget(.unitName) }
    if fields[.unitName] == fields[.territory] { fields.forget(.unitName) }
    id = fields[.cptsID] ?? fields[.cptsName]
    continued = Self.continuation(&fields, rows, id)
    let mayBeSeat = continued.isEmpty && Self.mayBeSeat(fields, rows, id, named)
    if mayBeSeat { fields.forget(.unitName) }
    try Self.findDates(&fields, rows)
    let crossed =
      id == nil || fields[.stage] != nil
      ? .none : CrossedStages(of: rows, butUsed: fields, continued.contains)
    let dates = FieldRole.stageDates.filter { fields[$0.role] != nil }
    try crossed.refuseBeyond(dates, fields, rows)
    crossedStages = dates.isEmpty ? crossed : .none
    codes = UnitCodeColumns(fields, of: rows)
    groups = codes.areThere || mayBeSeat ? [] : Self.groups(fields, rows)
    Self.settlePairDates(
      &fields, rows, id, givesPlaces: codes.areThere || !groups.isEmpty,
      saysStage: !crossedStages.columns.isEmpty)
    self.fields = fields
    finess = rows.header.firstIndex { HeaderName($0).words.contains("finess") }
      .flatMap { fields.uses($0) ? nil : $0 }
  }

  /// Whether the name of a commune may be that of a seat: beside a stage, where no CPTS has two of them.
  private static func mayBeSeat(
    _ fields: FieldMap, _ rows: some AttributeRows, _ id: Int?, _ named: [FieldRole: String]
  ) -> Bool {
    guard let name = fields[.unitName], fields[.unitCode] == nil, named[.unitName] == nil, let id,
      attributes.contains(where: { $0 != .cptsName && fields[$0] != nil }),
      !UnitCodeColumns.isNumberOfCommune(fields, rows)
    else { return false }
    var nameOfID: [String: String] = [:]
    for row in 0..<rows.rowCount {
      let text = rows.value(row: row, column: name)
      if text.isEmpty { continue }
      if PlaceText.isDivided(text) { return false }
      let owner = rows.value(row: row, column: id)
      if let other = nameOfID.updateValue(text, forKey: owner), other != text { return false }
    }
    return true
  }

  /// Finds where the territory goes on, and gives it to the first of numbered columns.
  private static func continuation(
    _ fields: inout FieldMap, _ rows: some AttributeRows, _ id: Int?
  ) -> ContinuedColumns {
    var asked: Int?
    // A column without a name that the user gives goes on with the one that has a name.
    if let code = fields[.unitCode], rows.header[code].isEmpty,
      fields[.territory] != nil || fields[.unitName] != nil
    {
      asked = code
      fields.forget(.unitCode)
    }
    let place = fields[.unitCode] ?? fields[.territory] ?? fields[.unitName]
    let used = fields
    let continued = ContinuedColumns(of: rows, place: place, id: id, asked: asked) {
      used.uses($0)
    }
    if place == nil, let first = continued.first { fields.use(.territory, column: first) }
    return continued
  }

  private static func groups(_ fields: FieldMap, _ rows: some AttributeRows) -> [Int] {
    rows.header.indices.filter { column in
      (!fields.uses(column) || column == fields[.department])
        && LevelName.level(of: rows.header[column]) != nil
    }
  }

  /// Whether a table says which units CPTS have: drawings beside them are of the units.
  static func listUnits(of rows: some AttributeRows, _ named: [FieldRole: String]) -> Bool {
    (try? CPTSColumns(of: rows, named))?.codes.haveCodes ?? false
  }

  func uses(_ column: Int) -> Bool {
    fields.uses(column) || continued.contains(column)
      || crossedStages.columns.contains { $0.column == column }
  }

  /// The column that tells CPTS apart, which every file must have.
  func requiredID(in rows: some AttributeRows) throws(InputFault) -> Int {
    if let id { return id }
    if rows.header.contains(where: { UnitCode($0).isOfCommune }) {
      throw InputFault.noHeader(of: rows)
    }
    return try fields.required(.cptsID, of: rows)
  }

  /// Whether rows can say more than that a CPTS exists.
  var haveContent: Bool {
    codes.areThere || self[.stage] != nil || fields[.endDate] != nil
      || fields[.seat] != nil
      || FieldRole.stageDates.contains { fields[$0.role] != nil }
      || Self.vitality.contains { fields[$0] != nil }
  }

  /// Whether a column is named as one of groups of communes that everybody knows.
  func haveUsualGroups(in rows: some AttributeRows) -> Bool {
    groups.contains { column in
      LevelName.level(of: rows.header[column]).map { LevelName.usual.contains($0) } ?? false
    }
  }

  /// Whether a row has the code of a commune, a stage or a date.
  func says(_ row: Int, of rows: some AttributeRows) -> Bool {
    UnitCode(codes.text(row: row, of: rows)).isOfCommune
      || Self.attributes.contains { $0 != .cptsName && !value($0, row: row, of: rows).isEmpty }
  }

  func requireUnitCode(in rows: some AttributeRows) throws(InputFault) {
    try fields.required(.unitCode, of: rows)
  }

  func value(_ role: FieldRole, row: Int, of rows: some AttributeRows) -> String {
    if let column = fields[role] { return rows.value(row: row, column: column) }
    return role == .stage ? crossedStages.text(row: row, of: rows) : ""
  }

  /// What columns say that could be meant too.
  ///
  /// - Throws: where two columns for one role differ.
  func oddities(
    in rows: some AttributeRows, _ named: [FieldRole: String]
  ) throws(InputFault) -> [Anomaly] {
    let rivals = RivalColumns(of: rows, Self.roles, named: named, codes: codes) { fields[$0] }
    return try rivals.differences(in: rows, butTold: [.unitName, .department, .seat])
  }
}
