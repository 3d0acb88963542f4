extension Snapshot {
  /// What a comparison needs of a study in memory.
  ///
  /// - Complexity: O(communes + parts).
  init(_ study: Study) {
    self.init(day: study.options.at, whiteBelow: study.options.whiteBelow)
    title = study.options.title
    let (units, figures, territories) = (study.units, study.figures, study.territories)
    if !units.area.isWhole { area = Area(code: units.area.code, name: units.area.name) }
    let source = units.populationSource
    population = PopulationStatement(
      column: source.column, year: source.year, source: source.statement.french)
    let sizes = study.options.rules.sizes
    var placeOfCPTS = [Int32](repeating: -1, count: territories.cpts.count)
    for (place, index) in figures.studiedCPTS.enumerated() {
      placeOfCPTS[index] = Int32(place)
      let (figure, member) = (figures.cpts[index], territories.cpts[index])
      cpts.append(
        Member(
          id: member.id, name: member.name, stage: member.stage, people: figure.people.figure,
          peopleOutside: figure.peopleOutside, sizeClass: sizes.sizeClass(of: figure.people)))
    }
    var placeOfCommune = [Int32](repeating: -1, count: units.communes.count)
    for (place, index) in figures.studiedCommunes.enumerated() {
      placeOfCommune[index] = Int32(place)
      let (commune, figure) = (units.communes[index], figures.communes[index])
      communes.append(
        Commune(
          code: commune.code, name: commune.name, department: commune.department,
          region: commune.region, people: figure.population, stage: figure.stage,
          covered: figure.population == nil ? 0 : figure.covered,
          cpts: figure.cpts.map { placeOfCPTS[Int($0)] }.filter { $0 >= 0 }))
    }
    sectors = study.sectors.map { sector in
      let places = units.places(of: sector.units).communes
      let people = sector.people(ofCommunes: places, territories, units)
      let parts = zip(places, people).map {
        Land.Part(commune: placeOfCommune[Int($0)], people: $1.count)
      }
      return Land(
        id: sector.id, name: units[sector.mainUnit].name, people: sector.population, parts: parts)
    }
    zones = Self.zones(
      figures.zones.map { ($0.id, units[$0.mainUnit].name) }, of: sectors,
      study.sectors.map { figures.zones[Int($0.zone)].id })
    pairDates = Self.pairDates(of: study)
    overlaps = figures.overlaps.map { overlap in
      Overlap(
        first: study.id(ofCPTS: overlap.first), second: study.id(ofCPTS: overlap.second),
        qualification: overlap.qualification.rawValue,
        people: units.people(overlap.population, in: overlap.units).figure,
        communes: study.communeCodes(ofUnits: overlap.units))
    }
  }

  /// Dates of pairs, as `resume.json` has them.
  private static func pairDates(of study: Study) -> [PairDate] {
    PairDate.all(
      study.perimetersByCommune.map { ($0.cpts, $0.communes, $0.span.start, $0.span.end) })
  }
}
