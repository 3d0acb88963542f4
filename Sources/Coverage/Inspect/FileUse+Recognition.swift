extension FileUse {
  /// The use of a table without polygons.
  ///
  /// - Parameter named: columns whose values tell what they are, where their names do not.
  static func of(_ rows: some AttributeRows, named: [FieldRole: String] = [:]) -> FileUse {
    let plain = Set(rows.header.map { folded($0) })
    if plain.isSuperset(of: ["mod", "com_av", "com_ap"]) { return .movements }
    if let own = ofOwnTable(plain) { return own }
    let columns = try? CPTSColumns(of: rows, named)
    if let columns, CrossedTable(rows, columns)?.isSure == true { return .pairs }
    if let columns, let id = columns.id,
      ["cpts", "finess"].contains(where: { folded(rows.header[id]).contains($0) })
        || columns[.stage] != nil
    {
      guard columns.codes.areThere else { return .cpts }
      return isOfOneToCome(columns, id, rows) ? .proposal : .pairs
    }
    let roles: [FieldRole] = UnitCodeColumns.roles + [.cell, .cellPopulation, .easting, .northing]
    guard let fields = try? FieldMap(of: rows, roles, named: named) else { return .unknown }
    let codes = UnitCodeColumns(fields, of: rows)
    let isGrid =
      fields[.cell] != nil
      || (fields[.easting] != nil && fields[.northing] != nil && !codes.haveCodes)
    if isGrid, fields[.cellPopulation] != nil { return .grid }
    guard codes.haveCodes else { return .unknown }
    if (try? PopulationColumn.find(nil, in: rows.header, path: "")) != nil
      || PopulationColumn.areSeveral(in: rows.header)
    {
      return .population
    }
    return haveFurtherColumns(rows) ? .attributes : .proposal
  }

  /// Tables that are the tool's own, by columns that no other table has.
  private static func ofOwnTable(_ names: Set<String>) -> FileUse? {
    func hasAny(_ others: [String]) -> Bool { others.contains { names.contains($0) } }
    let places = ["zone", "secteur"]
    if names.isSuperset(of: ["code", "code_retenu"])
      || names.isSuperset(of: ["cpts_id", "cpts_id_retenu"])
    {
      return .decisions
    }
    if names.isSuperset(of: ["arbitrage", "decision"]) { return .arbitrations }
    if names.contains("decision"), hasAny(places) { return .sectorDecisions }
    if names.contains("etat"), hasAny(places + ["code_commune"]), hasAny(FollowUp.columns) {
      return .followUp
    }
    let namesCPTS = hasAny(FieldRole.cptsID.recognisedNames)
    let namesPlace = hasAny(places + ["commune"] + FieldRole.unitCode.recognisedNames)
    return names.contains("action") && namesPlace && (namesCPTS || hasAny(places))
      ? .plan : nil
  }

  /// Whether rows are of one CPTS that is at no stage: nobody lists it so but to propose it.
  static func isOfOneToCome(
    _ columns: CPTSColumns, _ id: Int, _ rows: some AttributeRows
  ) -> Bool {
    let says = CPTSColumns.attributes.contains { $0 != .cptsName && columns[$0] != nil }
    guard !says else { return false }
    var only: String?
    for row in 0..<rows.rowCount {
      let name = rows.value(row: row, column: id)
      if name.isEmpty || name == only { continue }
      if only != nil { return false }
      only = name
    }
    return only != nil
  }

  /// Whether rows say more than which communes they are of.
  private static func haveFurtherColumns(_ rows: some AttributeRows) -> Bool {
    let place = UnitCodeColumns.roles + [.region, .intercommunality]
    let known = Set(place.flatMap { $0.recognisedNames })
    return rows.header.contains { name in
      let header = HeaderName(name)
      let role = HeaderRules.role(of: header)
      return !known.contains(header.plain) && role.map { !place.contains($0) } ?? true
    }
  }
}
