import GeoKernel

/// Turns rows of polygons into the units of a study. Each row has a fate: used, or set aside and said.
struct UnitsNormaliser {
  private let table: FeatureTable
  private let fields: FieldMap
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledger: InputLedger

  private enum Kind: String {
    case commune = "COM"
    case district = "ARM"
    case delegated = "COMD"
    case associated = "COMA"
  }

  private struct Row {
    let index: Int
    let code: UnitCode
    let kind: Kind
    let parent: UnitCode?
  }

  init(_ table: FeatureTable, named: [FieldRole: String]) throws(InputFault) {
    self.table = table
    ledger = InputLedger(path: table.path, rowsRead: table.rowCount)
    fields = try FieldMap(
      header: table.columns, path: table.path,
      roles: [
        .unitCode, .unitName, .population, .department, .region, .intercommunality, .unitType,
        .parent,
      ], named: named)
  }

  mutating func run() throws(InputFault) -> StudyUnits {
    let rows = try usableRows()
    let districtParents = Set(rows.filter { $0.kind == .district }.compactMap(\.parent))
    let whole = rows.filter { $0.kind == .commune && !districtParents.contains($0.code) }
    let split = rows.filter { $0.kind == .commune && districtParents.contains($0.code) }
    let wholeByCode = Dictionary(
      split.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    var result = StudyUnits()
    let elementary = (whole + rows.filter { $0.kind == .district }).sorted { $0.code < $1.code }
    result.units.reserveCapacity(elementary.count)
    for row in elementary {
      result.index[row.code] = Int32(result.units.count)
      result.units.append(unit(row, city: row.parent.flatMap { wholeByCode[$0] }))
    }
    fold(into: &result, rows: elementary, cities: wholeByCode)
    for row in rows where row.kind == .delegated || row.kind == .associated {
      addDelegated(row, to: &result)
    }
    result.populationSource = PopulationSource(
      file: table.path, column: fields[.population].map { table.columns[$0] } ?? "")
    for problem in table.geometryProblems {
      note(
        .warning, .damagedGeometry, row: problem.row, finding: problem.finding,
        treatment: Wording(fr: "ces parties ne comptent pas", en: "these parts do not count"))
    }
    return result
  }

  /// Rows that are units of some kind, each code once.
  private mutating func usableRows() throws(InputFault) -> [Row] {
    let codeColumn = try fields.required(.unitCode, of: table.columns, path: table.path)
    var rows: [Row] = []
    rows.reserveCapacity(table.rowCount)
    var rowOfCode: [String: Int] = [:]
    for index in 0..<table.rowCount {
      guard let text = table.text(row: index, column: codeColumn) else {
        setAside(
          index, object: "", Wording(fr: "la ligne n’a pas de code", en: "the row has no code"))
        continue
      }
      let code = UnitCode(text)
      let type = table.text(row: index, column: fields[.unitType])
      guard let kind = kind(of: code, type: type) else {
        setAside(
          index, object: text,
          Wording(
            fr:
              "type « \(type ?? "") » : ni commune, ni arrondissement, ni commune déléguée ou associée",
            en: "type “\(type ?? "")”: no commune, arrondissement, or part of a commune"))
        continue
      }
      // A commune nouvelle and the delegated commune of its seat share one code.
      let key = kind == .delegated || kind == .associated ? "D" + text : text
      if let earlier = rowOfCode[key] {
        ledger.rowsSetAside += 1
        note(
          .error, .duplicateUnit, row: index, object: text,
          finding: Wording(
            fr: "le code figure déjà ligne \(table.lines[earlier])",
            en: "the code is already at line \(table.lines[earlier])"),
          treatment: Wording(fr: "la première ligne est gardée", en: "the first row is kept"))
        continue
      }
      rowOfCode[key] = index
      let parent = table.text(row: index, column: fields[.parent]).map { UnitCode($0) }
      rows.append(
        Row(
          index: index, code: code, kind: kind,
          parent: parent ?? CityWithDistricts.city(of: code)))
    }
    return rows
  }

  private func kind(of code: UnitCode, type: String?) -> Kind? {
    if let type { return Kind(rawValue: type.uppercased()) }
    return CityWithDistricts.city(of: code) == nil ? .commune : .district
  }

  private mutating func unit(_ row: Row, city: Row?) -> Unit {
    let feature =
      table.geometry.rings(of: row.index).isEmpty ? -1 : Int32(row.index)
    if feature < 0 {
      note(
        .warning, .unitWithoutGeometry, row: row.index, object: row.code.text,
        finding: Wording(fr: "pas de polygone", en: "no polygon"),
        treatment: Wording(
          fr: "sa population compte, mais elle n’a ni carte, ni surface, ni voisins",
          en: "its people count, but it has no map, no area and no neighbours"))
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
      intercommunality: text(.intercommunality), feature: feature, line: table.lines[row.index])
  }

  private mutating func population(_ row: Row) -> Int? {
    guard let text = table.text(row: row.index, column: fields[.population]) else { return nil }
    return wholePopulation(
      text, file: table.path, line: table.lines[row.index], object: row.code.text, &anomalies)
  }

  /// Groups units by commune; a district whose city has no row still belongs to it.
  private mutating func fold(
    into result: inout StudyUnits, rows: [Row], cities: [UnitCode: Row]
  ) {
    var communeOfCity: [UnitCode: Int] = [:]
    for (index, row) in rows.enumerated() {
      let unit = result.units[index]
      guard row.kind == .district, let city = row.parent else {
        result.communes.append(
          Commune(
            code: unit.code, name: unit.name, department: unit.department, region: unit.region,
            units: [Int32(index)]))
        continue
      }
      if let commune = communeOfCity[city] {
        result.communes[commune].units.append(Int32(index))
        continue
      }
      communeOfCity[city] = result.communes.count
      let name =
        cities[city].flatMap { table.text(row: $0.index, column: fields[.unitName]) }
        ?? CityWithDistricts.all.first { $0.commune == city }?.name ?? ""
      result.communes.append(
        Commune(
          code: city, name: name, department: unit.department, region: unit.region,
          units: [Int32(index)]))
    }
    result.communes.sort { $0.code < $1.code }
    for (index, commune) in result.communes.enumerated() {
      for unit in commune.units { result.units[Int(unit)].commune = Int32(index) }
      if communeOfCity[commune.code] != nil { result.cities[commune.code] = Int32(index) }
    }
    compareCities(cities, result)
  }

  /// A city's own population must be that of its districts; theirs is the one that counts.
  private mutating func compareCities(_ cities: [UnitCode: Row], _ result: StudyUnits) {
    for (code, row) in cities.sorted(by: { $0.key < $1.key }) {
      guard let commune = result.cities[code], let whole = population(row) else { continue }
      let parts = result.communes[Int(commune)].units.reduce(0) {
        $0 + (result.units[Int($1)].population ?? 0)
      }
      guard whole != parts else { continue }
      note(
        .warning, .parentAndChildren, row: row.index, object: code.text,
        finding: Wording(
          fr: "la commune a \(whole) habitants, ses arrondissements \(parts)",
          en: "the commune has \(whole) people, its arrondissements \(parts)"),
        treatment: Wording(
          fr: "les arrondissements sont comptés, la commune ne l’est pas en plus",
          en: "the arrondissements are counted, not the commune as well"))
    }
  }

  private mutating func addDelegated(_ row: Row, to result: inout StudyUnits) {
    if result.index[row.code] != nil || result.cities[row.code] != nil { return }
    guard let parent = row.parent, let unit = result.index[parent] else {
      setAside(
        row.index, object: row.code.text,
        Wording(
          fr: "commune déléguée ou associée sans commune parente connue",
          en: "part of a commune whose parent is not among the units"))
      return
    }
    result.delegated[row.code] = DelegatedCommune(
      code: row.code, name: table.text(row: row.index, column: fields[.unitName]) ?? "",
      population: population(row),
      parentPopulation: result.units[Int(unit)].givenPopulation, unit: unit)
  }

  private mutating func setAside(_ row: Int, object: String, _ finding: Wording) {
    ledger.rowsSetAside += 1
    note(
      .information, .unitSetAside, row: row, object: object, finding: finding,
      treatment: Wording(fr: "ligne écartée", en: "row set aside"))
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, row: Int, object: String? = nil,
    finding: Wording, treatment: Wording
  ) {
    anomalies.append(
      Anomaly(
        severity, rule, file: table.path, line: table.lines[row],
        object: object ?? table.text(row: row, column: fields[.unitCode]) ?? "",
        finding: finding, treatment: treatment))
  }
}

/// A count of people. Negative or unreadable ones are unknown, fractions are rounded: both are said.
func wholePopulation(
  _ text: String, file: String, line: Int, object: String, _ anomalies: inout [Anomaly]
) -> Int? {
  if let exact = Int(text), exact >= 0 { return exact }
  guard let number = decimalNumber(text), number >= 0, number < 1e12 else {
    anomalies.append(
      Anomaly(
        .error, .unitWithoutPopulation, file: file, line: line, object: object,
        finding: Wording(
          fr: "« \(text) » n’est pas une population", en: "“\(text)” is no population"),
        treatment: Wording(
          fr: "population inconnue : l’unité ne compte pas dans les totaux",
          en: "unknown population: the unit is not in the totals")))
    return nil
  }
  let rounded = number.rounded()
  if rounded != number {
    anomalies.append(
      Anomaly(
        .information, .fractionalPopulation, file: file, line: line, object: object,
        finding: Wording(fr: "\(text) habitants", en: "\(text) people"),
        treatment: Wording(fr: "arrondi à \(Int(rounded))", en: "rounded to \(Int(rounded))")))
  }
  return Int(rounded)
}
