/// Replaces the population of the units by that of a CSV file, such as INSEE's.
struct PopulationFile {
  private let text: DelimitedText
  private let codeColumn: Int
  private let peopleColumn: Int
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledger: InputLedger

  init(_ input: InputPath, column: String?, named: [FieldRole: String]) throws(InputFault) {
    text = try DelimitedText.read(input)
    ledger = InputLedger(path: text.path, columns: text.header, rowsRead: text.rowCount)
    var named = named
    named[.population] = column ?? named[.population]
    let fields = try FieldMap(
      header: text.header, path: text.path, roles: [.unitCode, .population], named: named)
    codeColumn = try fields.required(.unitCode, of: text.header, path: text.path)
    peopleColumn = try fields.required(.population, of: text.header, path: text.path)
    // One kind of population never stands in for another.
    if let column, folded(text.header[peopleColumn]) != folded(column) {
      throw InputFault(
        path: text.path, line: 1,
        problem: Wording(
          fr: "aucune colonne « \(column) » parmi : \(text.header.joined(separator: ", "))",
          en: "no column “\(column)” among: \(text.header.joined(separator: ", "))"),
        cure: Wording(
          fr: "donnez à --population-column l’une d’elles",
          en: "give one of them to --population-column"))
    }
  }

  /// Units that the file does not name have no population: years are never mixed in silence.
  ///
  /// - Complexity: O(rows + units).
  mutating func apply(to result: inout StudyUnits) {
    let people = populations()
    for index in result.units.indices { result.units[index].population = nil }
    var districtsOfCity: [Int32: [DelegatedCommune]] = [:]
    var shared: [Int32: (people: Int, line: Int)] = [:]
    for (code, entry) in people.sorted(by: { $0.key < $1.key }) {
      if let unit = result.index[code] {
        result.units[Int(unit)].population = entry.people
      } else if let city = result.cities[code] {
        shared[city] = entry
      } else if let city = CityWithDistricts.city(of: code), let unit = result.index[city] {
        let district = DelegatedCommune(
          code: code, name: "", population: entry.people, parentPopulation: nil, unit: unit)
        districtsOfCity[unit, default: []].append(district)
      } else {
        ledger.rowsSetAside += 1
        note(
          entry.people > 0 ? .warning : .information, .populationNotUsed, line: entry.line,
          object: code.text,
          Wording(
            fr: "\(entry.people) habitants d’un code qui n’est pas parmi les unités",
            en: "\(entry.people) people of a code that is not among the units"),
          .rowSetAside)
      }
    }
    for (unit, districts) in districtsOfCity.sorted(by: { $0.key < $1.key }) {
      let city = result.units[Int(unit)].code
      useDistricts(districts, of: unit, &result, line: people[city]?.line)
    }
    for (city, entry) in shared.sorted(by: { $0.key < $1.key }) {
      useWhole(entry, of: city, &result)
    }
    result.populationSource = PopulationSource(
      file: text.path, column: text.header[peopleColumn])
  }

  private mutating func populations() -> [UnitCode: (people: Int, line: Int)] {
    var people: [UnitCode: (people: Int, line: Int)] = [:]
    people.reserveCapacity(text.rowCount)
    for row in 0..<text.rowCount {
      let line = Int(text.lines[row])
      let code = UnitCode(text.text(row: row, column: codeColumn))
      if let excess = text.excess(row: row, object: code.text) {
        ledger.rowsSetAside += 1
        anomalies.append(excess)
        continue
      }
      let value = text.text(row: row, column: peopleColumn)
      guard !code.text.isEmpty, !value.isEmpty,
        let count = wholePopulation(
          value, file: text.path, line: line, object: code.text, &anomalies)
      else {
        ledger.rowsSetAside += 1
        if code.text.isEmpty || value.isEmpty {
          note(
            .warning, .incompleteRow, line: line, object: code.text,
            Wording(fr: "code ou population absents", en: "no code or no population"),
            .rowSetAside)
        }
        continue
      }
      if let earlier = people[code] {
        ledger.rowsSetAside += 1
        note(
          .error, .duplicateUnit, line: line, object: code.text,
          Wording(
            fr: "\(count) habitants ici, \(earlier.people) ligne \(earlier.line)",
            en: "\(count) people here, \(earlier.people) at line \(earlier.line)"),
          .firstRowKept)
        continue
      }
      people[code] = (count, line)
    }
    return people
  }

  /// The file gives districts where the units have the whole city.
  private mutating func useDistricts(
    _ districts: [DelegatedCommune], of unit: Int32, _ result: inout StudyUnits, line: Int?
  ) {
    let sum = districts.reduce(0) { $0 + ($1.population ?? 0) }
    let whole = result.units[Int(unit)].population
    if let whole, whole != sum {
      note(
        .warning, .parentAndChildren, line: line, object: result.units[Int(unit)].code.text,
        .city(of: whole, butDistrictsOf: sum),
        Wording(
          fr: "la commune est comptée, les arrondissements disent ses parts",
          en: "the commune is counted, the arrondissements say its parts"))
    }
    result.units[Int(unit)].population = whole ?? sum
    for district in districts {
      result.delegated[district.code] = DelegatedCommune(
        code: district.code, name: "", population: district.population, parentPopulation: sum,
        unit: unit)
    }
  }

  /// The file gives a whole city where the units have its districts: they share it in the proportions
  /// of their own column, unless the file gives them too.
  private mutating func useWhole(
    _ entry: (people: Int, line: Int), of city: Int32, _ result: inout StudyUnits
  ) {
    let commune = result.communes[Int(city)]
    let known = commune.units.compactMap { result.units[Int($0)].population }
    if known.count == commune.units.count {
      let sum = known.reduce(0, +)
      guard sum != entry.people else { return }
      note(
        .warning, .parentAndChildren, line: entry.line, object: commune.code.text,
        .city(of: entry.people, butDistrictsOf: sum), .districtsCounted)
      return
    }
    let weights = commune.units.map { Double(result.units[Int($0)].givenPopulation ?? 0) }
    guard weights.contains(where: { $0 > 0 }) else {
      ledger.rowsSetAside += 1
      note(
        .warning, .populationNotUsed, line: entry.line, object: commune.code.text,
        Wording(
          fr: "rien ne dit comment partager \(entry.people) habitants entre ses arrondissements",
          en: "nothing says how to share \(entry.people) people among its arrondissements"),
        .rowSetAside)
      return
    }
    let shares = apportion(entry.people, weights: weights)
    for (unit, share) in zip(commune.units, shares) { result.units[Int(unit)].population = share }
    note(
      .warning, .parentAndChildren, line: entry.line, object: commune.code.text,
      Wording(
        fr: "population de la commune entière seulement", en: "only the whole city's population"),
      Wording(
        fr: "partagée entre les arrondissements selon la population des unités",
        en: "shared among the arrondissements as the units' own column says"))
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, line: Int?, object: String,
    _ finding: Wording, _ treatment: Wording
  ) {
    anomalies.append(
      Anomaly(
        severity, rule, file: text.path, line: line, object: object, finding: finding,
        treatment: treatment))
  }
}
