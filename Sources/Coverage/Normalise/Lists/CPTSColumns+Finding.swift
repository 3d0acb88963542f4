// Columns that words and values tell, where no usual name does.

extension CPTSColumns {
  /// Dates whose column has none of the usual names, but can be no other.
  static func findDates(
    _ fields: inout FieldMap, _ rows: some AttributeRows
  ) throws(InputFault) {
    let names = rows.header.map { HeaderName($0) }
    for role in FieldRole.stageDates.map(\.role) + [.endDate, .pairStart] where fields[role] == nil
    {
      let columns = names.indices.filter { column in
        !fields.uses(column) && DateColumnName.role(of: names[column]) == role
          && (DateColumnName.saysDate(names[column]) || rows.holdsDates(column))
      }
      guard let column = columns.first else { continue }
      fields.use(role, column: column)
    }
  }

  /// Zones and sectors that a report has drawn are read back as territories; their `statut` is no stage.
  /// Only where no column tells CPTS apart.
  static func ownPlaces(_ fields: inout FieldMap, _ rows: some AttributeRows) {
    guard fields[.cptsID] == nil, fields[.cptsName] == nil,
      let column = rows.header.indices.first(where: {
        ["zone", "secteur"].contains(rows.header[$0])
      }),
      rows.rowCount > 0,
      (0..<rows.rowCount).allSatisfy({ row in
        ["ZB-", "SB-"].contains(String(rows.value(row: row, column: column).prefix(3)))
      })
    else { return }
    fields.use(.cptsID, column: column)
    if let stage = fields[.stage], rows.header[stage] == "statut" { fields.forget(.stage) }
  }

  /// `Statut`, `État`, `Avancement` hold stages where most of their values are stages.
  static func findStage(_ fields: inout FieldMap, _ rows: some AttributeRows) {
    guard fields[.stage] == nil else { return }
    let found = rows.header.indices.filter {
      !fields.uses($0) && HeaderRules.mayBeStage(HeaderName(rows.header[$0]))
        && rows.holdsStages($0)
    }
    if let column = found.first { fields.use(.stage, column: column) }
  }

  /// `Territoire CPTS` tells the CPTS of a row where no other column does, and its place where one does.
  static func settleTerritory(_ fields: inout FieldMap, _ rows: some AttributeRows) {
    guard
      let column = rows.header.indices.first(where: {
        !fields.uses($0) && HeaderRules.isTerritory(HeaderName(rows.header[$0]))
      })
    else { return }
    if fields[.cptsID] == nil, fields[.cptsName] == nil {
      fields.use(.cptsName, column: column)
    } else if fields[.unitCode] == nil,
      fields[.unitName] == nil || fields[.unitName] == fields[.cptsName]
    {
      fields.use(.unitName, column: column)
    }
  }

  /// Where the user names the identifiers, `CPTS` is the name.
  static func findName(
    _ fields: inout FieldMap, _ rows: some AttributeRows, _ named: [FieldRole: String]
  ) {
    guard named[.cptsID] != nil, fields[.cptsName] == nil,
      let column = rows.header.indices.first(where: {
        !fields.uses($0) && folded(rows.header[$0]) == "cpts"
      })
    else { return }
    fields.use(.cptsName, column: column)
  }

  /// `nom` beside a unit code is the unit's name, unless it says the same in every row of a CPTS.
  static func settleNames(
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
