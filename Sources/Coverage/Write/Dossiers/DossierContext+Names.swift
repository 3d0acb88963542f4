/// CPTS, sectors and places as all pages name them.
extension DossierContext {
  /// Characters of a name that stands among others, and of one that stands alone.
  private static let (shortName, longName) = (30, 48)

  func name(ofCommune commune: Int32) -> String {
    let found = study.units.communes[Int(commune)]
    return name(found.name, found.code)
  }

  func name(_ name: String, _ code: UnitCode) -> String {
    name.isEmpty ? code.text : "\(code.text) \(ShownName.shortened(name, to: Self.shortName))"
  }

  func id(of cpts: Index<DatedCPTS>) -> String {
    ShownName.shortened(study.territories[cpts].id.text, to: 24)
  }

  func name(ofCPTS cpts: Index<DatedCPTS>) -> String {
    let found = study.territories.cpts[Int(cpts)]
    let name = ShownName.shortened(found.name, to: Self.longName)
    return found.name == found.id.text
      ? name : "\(name) (\(ShownName.shortened(found.id.text, to: 24)))"
  }

  /// The CPTS that an option concerns.
  func name(ofTarget target: Int32, in ground: SectorGround) -> String {
    ground.member(target).map { name(ofCPTS: $0.cpts) } ?? "CPTS nouvelle"
  }

  func name(of sector: Sector) -> String {
    let name = study.units[sector.mainUnit].name
    let id = ShownName.shortened(sector.id, to: 24)
    return name.isEmpty ? id : "\(id) — \(ShownName.shortened(name, to: Self.longName))"
  }

  static func department(_ code: String) -> String {
    if code.isEmpty { return "sans département" }
    let code = ShownName.shortened(code, to: 24)
    return AdministrativeNames.departments[code].map { "\(code) \($0)" } ?? code
  }

  /// Where more of an overlap is.
  func place(of overlap: Overlap) -> String {
    conciliations.contains {
      $0.overlap.first == overlap.first && $0.overlap.second == overlap.second
    }
      ? "voir leur fiche" : "chevauchements.csv"
  }

  static func region(_ code: String) -> String {
    if code.isEmpty { return "sans région" }
    let code = ShownName.shortened(code, to: 24)
    return AdministrativeNames.regions[code].map { "\(code) \($0)" } ?? code
  }

  /// An EPCI by its code and name.
  func name(ofIntercommunality code: String) -> String {
    let name = study.units.intercommunalityNames[code] ?? ""
    let shown = ShownName.shortened(code, to: 24)
    return name.isEmpty || name == code
      ? "l’EPCI \(shown)" : "l’EPCI \(shown) \(ShownName.shortened(name, to: Self.longName))"
  }

  /// The first few of a list, and how many more there are.
  static func list(_ items: [String], most: Int) -> String {
    let shown = items.prefix(most).joined(separator: ", ")
    guard items.count > most else { return shown }
    return "\(shown) et \(NumberText.count(items.count - most, "autre", "autres"))"
  }

  // MARK: Communes of a sector: a city with arrondissements by these, as a sector has some of them only

  private static let mostCommunes = 6

  /// Communes of a sector, those with most people without CPTS first.
  func communes(of sector: Sector) -> String {
    let places = places(of: sector.units)
    var people: [Index<Unit>: Int] = [:]
    for part in sector.parts.lazy.map({ study.territories.parts[$0] }) {
      people[part.unit, default: 0] += part.population
    }
    let counts = places.map { units in
      study.units.people(units.reduce(0) { $0 + (people[$1] ?? 0) }, in: units)
    }
    let order = places.indices.sorted { (counts[$1].count, $0) < (counts[$0].count, $1) }
    let names = order.map {
      "\(name(ofPlace: places[$0])) (\(counts[$0].figure.map(NumberText.whole) ?? "inconnu"))"
    }
    return "\(NumberText.whole(places.count)) : \(Self.list(names, most: Self.mostCommunes))"
  }

  func hasDistricts(_ sector: Sector) -> Bool { sector.units.contains(where: isDistrict) }

  /// Communes and arrondissements of some units, by code.
  func names(of units: [Index<Unit>]) -> [String] { places(of: units).map(name(ofPlace:)) }

  private func isDistrict(_ unit: Index<Unit>) -> Bool {
    CityWithDistricts.city(of: study.units[unit].code) != nil
  }

  /// Units that stand as one: each arrondissement, and all of any other commune. By commune, then by unit.
  private func places(of units: [Index<Unit>]) -> [[Index<Unit>]] {
    let byCommune = Dictionary(grouping: units) { study.units[$0].commune }
    return byCommune.sorted { $0.key < $1.key }.flatMap { _, units in
      let (districts, others) = (units.filter(isDistrict), units.filter { !isDistrict($0) })
      return districts.map { [$0] } + (others.isEmpty ? [] : [others])
    }
  }

  private func name(ofPlace units: [Index<Unit>]) -> String {
    let unit = study.units[units[0]]
    guard isDistrict(units[0]) else { return name(ofCommune: unit.commune) }
    return name(unit.name, unit.code)
  }
}
