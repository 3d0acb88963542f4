import GeoKernel

/// Turns rows of polygons into the units of a study.
struct UnitsNormaliser {
  private let table: FeatureTable
  private let fields: FieldMap
  private var rows: UnitRows
  private var notes: [Anomaly]
  private var intercommunalities = SeveralIntercommunalities()
  /// How the column of people writes its numbers.
  private let spelling: PopulationSpelling
  /// Whether the user names the column of people: what the layer says may be about another.
  private let isPopulationNamed: Bool

  var anomalies: [Anomaly] { rows.anomalies + notes }
  var ledger: InputLedger {
    InputLedger(of: table, rowsRead: table.rowCount, rowsSetAside: rows.setAsideCount)
  }

  /// The roles that the columns of units may have.
  static let roles: [FieldRole] = [
    .unitCode, .unitName, .population, .department, .region, .intercommunality,
    .intercommunalityName, .unitType, .parent,
  ]

  /// - Parameter isPopulationUsed: whether no file replaces it.
  /// - Throws: when no column holds the codes, or two columns do and differ.
  init(
    _ table: FeatureTable, named: [FieldRole: String], isPopulationUsed: Bool = true
  ) throws(InputFault) {
    self.table = table
    var fields = try FieldMap(of: table, Self.roles, named: named)
    if named[.unitType] == nil, !UnitRows.haveTypes(table, fields) { fields.forget(.unitType) }
    self.fields = fields
    isPopulationNamed = named[.population] != nil
    spelling = fields[.population].map { PopulationSpelling($0, of: table) } ?? .alone
    if isPopulationUsed, let row = spelling.ambiguousRow, let column = fields[.population] {
      throw .thousandsOrDecimals(
        table.value(row: row, column: column), path: table.path, line: table.line(of: row))
    }
    if isPopulationUsed, let column = fields[.population],
      let row = spelling.rowOfNoCount(column, of: table)
    {
      throw .noCounts(
        table.value(row: row, column: column), path: table.path, line: table.line(of: row))
    }
    let rivals = RivalColumns(
      of: table, Self.roles, named: named, codes: UnitCodeColumns(fields, of: table)
    ) { fields[$0] }
    notes =
      try table.readingAnomalies
      + rivals.differences(in: table, butTold: isPopulationUsed ? [] : [.population])
    if isPopulationUsed, let column = fields[.population],
      let thousands = PeopleInThousands.anomaly(column, of: table)
    {
      notes.append(thousands)
    }
    rows = try UnitRows(table, fields)
  }

  /// Columns that neither a role nor a level of the study uses.
  func unusedColumns(levels: [String]) -> [Anomaly] {
    let levels = Set(levels.map { folded($0) })
    return UnusedColumn.all(in: table) { column in
      fields.uses(column) || levels.contains(folded(table.columns[column]))
    }.map(\.listed)
  }

  /// - Complexity: O(rows log rows).
  mutating func run() -> StudyUnits {
    let districtParents = Set(rows.rows.filter { $0.kind == .district }.compactMap(\.parent))
    let cities = Dictionary(
      uniqueKeysWithValues: rows.rows.lazy.filter {
        $0.kind == .commune && districtParents.contains($0.code)
      }.map { ($0.code, $0) })
    let elementary = rows.rows.filter {
      !$0.kind.isPartOfCommune && cities[$0.code] == nil
    }.sorted { $0.code < $1.code }

    var result = StudyUnits()
    result.units.reserveCapacity(elementary.count)
    result.index.reserveCapacity(elementary.count)
    for row in elementary {
      result.index[row.code] = Index(result.units.count)
      result.units.append(unit(row, city: row.parent.flatMap { cities[$0] }))
    }
    fold(elementary, cities, into: &result)
    for row in rows.rows where row.kind.isPartOfCommune { addPart(row, to: &result) }
    notes += intercommunalities.anomalies(file: table.path)
    nameIntercommunalities(elementary, of: &result)
    result.populationSource = PopulationSource(
      units: table.path, column: fields[.population].map { table.columns[$0] } ?? "",
      description: isPopulationNamed ? "" : table.description)
    for problem in table.geometryProblems {
      note(
        table.isDrawn[problem.row] ? .warning : .error, .damagedGeometry, row: problem.row,
        finding: problem.finding,
        treatment: .partsDoNotCount)
    }
    return result
  }

  private mutating func unit(_ row: UnitRow, city: UnitRow?) -> Unit {
    let hasPolygon = table.isDrawn[row.index]
    if !hasPolygon {
      note(
        .warning, .unitWithoutGeometry, row: row.index,
        finding: Wording(fr: "pas de polygone", en: "no polygon"),
        treatment: Wording(
          fr: "comptée dans les totaux, sans carte, ni surface, ni voisins",
          en: "counted in the totals, without map, area or neighbours"))
    }
    /// A district's own column, or that of its city.
    func text(_ role: FieldRole) -> String {
      table.text(row: row.index, column: fields[role])
        ?? city.flatMap { table.text(row: $0.index, column: fields[role]) } ?? ""
    }
    let people = population(row)
    return Unit(
      code: row.code, name: table.text(row: row.index, column: fields[.unitName]) ?? "",
      population: people, givenPopulation: people, department: text(.department),
      region: text(.region),
      intercommunality: intercommunalities.first(of: text(.intercommunality)),
      feature: hasPolygon ? Index(row.index) : .missing, line: table.lines[row.index])
  }

  private mutating func nameIntercommunalities(_ rows: [UnitRow], of result: inout StudyUnits) {
    guard let column = fields[.intercommunalityName] else { return }
    var names = IntercommunalityNames()
    for (row, unit) in zip(rows, result.units) {
      names.add(table.text(row: row.index, column: column) ?? "", of: unit.intercommunality)
    }
    result.intercommunalityNames = names.chosen
    notes += names.anomalies(file: table.path)
  }

  private mutating func population(_ row: UnitRow) -> Int? {
    guard let text = table.text(row: row.index, column: fields[.population]) else { return nil }
    return wholePopulation(
      text, file: table.path, line: table.lines[row.index], object: row.code.text,
      spelling: spelling, &notes)
  }

  /// Groups units by commune; a district whose city has no row still belongs to it.
  private mutating func fold(
    _ elementary: [UnitRow], _ cities: [UnitCode: UnitRow], into result: inout StudyUnits
  ) {
    var communeOfCity: [UnitCode: Int] = [:]
    result.communes.reserveCapacity(elementary.count)
    for (index, row) in elementary.enumerated() {
      let unit = result.units[index]
      let city = row.kind == .district ? row.parent : nil
      if let city, let commune = communeOfCity[city] {
        result.communes[commune].units.append(Index(index))
        continue
      }
      if let city { communeOfCity[city] = result.communes.count }
      result.communes.append(
        Commune(
          code: city ?? unit.code, name: city.map { name(ofCity: $0, cities) } ?? unit.name,
          department: unit.department, region: unit.region, units: [Index(index)]))
    }
    result.communes.sort { $0.code < $1.code }
    for (index, commune) in result.communes.enumerated() {
      for unit in commune.units { result.units[Int(unit)].commune = Int32(index) }
      if communeOfCity[commune.code] != nil { result.cities[commune.code] = Int32(index) }
    }
    for row in cities.values.sorted(by: { $0.code < $1.code }) { compare(city: row, result) }
  }

  private func name(ofCity code: UnitCode, _ cities: [UnitCode: UnitRow]) -> String {
    cities[code].flatMap { table.text(row: $0.index, column: fields[.unitName]) }
      ?? CityWithDistricts.all.first { $0.commune == code }?.name ?? ""
  }

  /// A city's own population must be that of its districts; theirs is the one that counts.
  private mutating func compare(city row: UnitRow, _ result: StudyUnits) {
    guard let commune = result.cities[row.code], let whole = population(row) else { return }
    let parts = result.communes[Int(commune)].units.reduce(0) {
      $0 + (result.units[Int($1)].population ?? 0)
    }
    guard whole != parts else { return }
    note(
      .warning, .parentAndChildren, row: row.index,
      finding: .city(of: whole, butDistrictsOf: parts), treatment: .districtsCounted)
  }

  private mutating func addPart(_ row: UnitRow, to result: inout StudyUnits) {
    if result.index[row.code] != nil || result.cities[row.code] != nil { return }
    guard let parent = row.parent, let unit = result.index[parent] else {
      rows.setAside(
        row.index, object: row.code.text,
        Wording(
          fr: "commune déléguée ou associée sans commune parente connue",
          en: "part of a commune whose parent is not among the units"))
      return
    }
    result.delegated[row.code] = DelegatedCommune(
      code: row.code, name: table.text(row: row.index, column: fields[.unitName]) ?? "",
      population: population(row), parentPopulation: result.units[Int(unit)].givenPopulation,
      unit: unit)
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, row: Int, finding: Wording,
    treatment: Wording
  ) {
    notes.append(
      Anomaly(
        severity, rule, file: table.path, line: table.lines[row],
        object: table.text(row: row, column: fields[.unitCode]) ?? "", finding: finding,
        treatment: treatment))
  }
}
