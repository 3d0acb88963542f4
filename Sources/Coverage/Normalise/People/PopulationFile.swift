/// Replaces the population of the units by that of files, such as INSEE's.
struct PopulationFile {
  private var entries: [UnitCode: PopulationEntry]
  private let source: PopulationSource
  private(set) var anomalies: [Anomaly]
  private(set) var ledgers: [InputLedger]
  /// Codes of units whose people cannot be read, which is told.
  let unreadable: Set<String>

  init(_ reader: PopulationReader) {
    entries = reader.entries
    anomalies = reader.anomalies
    ledgers = reader.ledgers
    unreadable = reader.unreadable
    source = PopulationSource(
      files: zip(reader.ledgers, reader.columns).map { ($0.path, $1) })
  }

  /// Units that the files do not name have no population: years are never mixed in silence.
  ///
  /// - Complexity: O(rows + units).
  mutating func apply(to result: inout StudyUnits) {
    for index in result.units.indices { result.units[index].population = nil }
    var districtsOfCity: [Index<Unit>: [DelegatedCommune]] = [:]
    var shared: [Int32: PopulationEntry] = [:]
    var strangers: [(UnitCode, PopulationEntry)] = []
    for (code, entry) in entries.sorted(by: { $0.key < $1.key }) {
      if let unit = result.index[code] {
        result.units[Int(unit)].population = entry.people
      } else if let city = result.cities[code] {
        shared[city] = entry
      } else if let city = CityWithDistricts.city(of: code), let unit = result.index[city] {
        let district = DelegatedCommune(
          code: code, name: "", population: entry.people, parentPopulation: nil, unit: unit)
        districtsOfCity[unit, default: []].append(district)
      } else {
        strangers.append((code, entry))
      }
    }
    setAside(strangers)
    for (unit, districts) in districtsOfCity.sorted(by: { $0.key < $1.key }) {
      useDistricts(
        districts, of: unit, &result, whole: entries[result.units[Int(unit)].code])
    }
    for (city, entry) in shared.sorted(by: { $0.key < $1.key }) {
      useWhole(entry, of: city, &result)
    }
    result.populationSource = source
  }

  /// Codes that are not among the units: a line for each, or one for all where they are those of the rest
  /// of the country.
  private mutating func setAside(_ strangers: [(code: UnitCode, entry: PopulationEntry)]) {
    guard strangers.count > Self.mostNamed else {
      for (code, entry) in strangers {
        setAside(
          entry, entry.people > 0 ? .warning : .information, .populationNotUsed,
          object: code.text,
          Wording(
            fr: "\(entry.people) habitants d’un code qui n’est pas parmi les unités",
            en: "\(entry.people) people of a code that is not among the units"))
      }
      return
    }
    for (path, rows) in Dictionary(grouping: strangers, by: { $0.entry.file })
      .sorted(by: { $0.key < $1.key })
    {
      if let ledger = ledgers.firstIndex(where: { $0.path == path }) {
        ledgers[ledger].rowsSetAside += rows.count
      }
      let people = NumberText.whole(rows.reduce(0) { $0 + $1.entry.people })
      let count = NumberText.whole(rows.count)
      let some = rows.prefix(3).map(\.code.text).joined(separator: ", ")
      note(
        .information, .populationNotUsed, rows[0].entry, object: "",
        Wording(
          fr: "\(count) codes qui ne sont pas parmi les unités (\(some)…), \(people) habitants",
          en: "\(count) codes that are not among the units (\(some)…), \(people) people"),
        Wording(fr: "lignes écartées", en: "rows set aside"))
    }
  }

  /// More codes than these are those of a wider area, not mistakes.
  private static let mostNamed = 20

  /// The file gives districts where the units have the whole city.
  private mutating func useDistricts(
    _ districts: [DelegatedCommune], of unit: Index<Unit>, _ result: inout StudyUnits,
    whole entry: PopulationEntry?
  ) {
    let sum = districts.reduce(0) { $0 + ($1.population ?? 0) }
    let whole = result.units[Int(unit)].population
    if let whole, whole != sum {
      note(
        .warning, .parentAndChildren, entry, object: result.units[Int(unit)].code.text,
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
    _ entry: PopulationEntry, of city: Int32, _ result: inout StudyUnits
  ) {
    let commune = result.communes[Int(city)]
    let known = commune.units.compactMap { result.units[Int($0)].population }
    if known.count == commune.units.count {
      let sum = known.reduce(0, +)
      guard sum != entry.people else { return }
      note(
        .warning, .parentAndChildren, entry, object: commune.code.text,
        .city(of: entry.people, butDistrictsOf: sum), .districtsCounted)
      return
    }
    let weights = commune.units.map { Double(result.units[Int($0)].givenPopulation ?? 0) }
    guard weights.contains(where: { $0 > 0 }) else {
      setAside(
        entry, .warning, .populationNotUsed, object: commune.code.text,
        Wording(
          fr: "rien ne dit comment partager \(entry.people) habitants entre ses arrondissements",
          en: "nothing says how to share \(entry.people) people among its arrondissements"))
      return
    }
    let shares = apportion(entry.people, weights: weights)
    for (unit, share) in zip(commune.units, shares) { result.units[Int(unit)].population = share }
    note(
      .warning, .parentAndChildren, entry, object: commune.code.text,
      Wording(
        fr: "population de la commune entière seulement", en: "only the whole city's population"),
      Wording(
        fr: "partagée entre les arrondissements selon la population des unités",
        en: "shared among the arrondissements as the units' own column says"))
  }

  private mutating func setAside(
    _ entry: PopulationEntry, _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, object: String,
    _ finding: Wording
  ) {
    if let ledger = ledgers.firstIndex(where: { $0.path == entry.file }) {
      ledgers[ledger].rowsSetAside += 1
    }
    note(severity, rule, entry, object: object, finding, .rowSetAside)
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ entry: PopulationEntry?, object: String,
    _ finding: Wording, _ treatment: Wording
  ) {
    anomalies.append(
      Anomaly(
        severity, rule, file: entry?.file ?? source.file, line: entry?.line, object: object,
        finding: finding, treatment: treatment))
  }
}
