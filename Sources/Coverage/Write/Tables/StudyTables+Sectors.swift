extension StudyTables {
  /// What of the white zones one delegation can act on: one row a sector. Those of a zone add up to it.
  /// `population_communes` follows `communes`, `pct_frontiere_voisins` and `noms_voisins`
  /// follow `voisins`.
  func sectorTable() -> Table {
    var table = Table(
      "secteurs",
      [
        "secteur", "zone", "nature", "projets", "population", "superficie_km2", "nb_communes",
        "communes", "departement_pilote", "departements", "regions", "commune_principale",
        "voisins", "bassins_entiers", "bassins_coupes", "epci_entiers", "epci_coupes",
        "rattache_a", "cpts_du_pole", "part_pole_hors_pct", "population_communes",
        "pct_frontiere_voisins", "noms_voisins",
      ] + unknownColumn + historyColumns)
    for (place, sector) in sectors.enumerated() {
      let places = units.places(of: sector.units)
      let people = units.people(sector.population, in: sector.units).figure
      let cells: [Cell] = [
        .code(sector.id), .code(figures.zones[Int(sector.zone)].id),
        .text(sector.nature.rawValue), .codes(sector.projects.map(id)), .whole(people),
        .squareKilometres(sector.squareMetres), .whole(places.communes.count),
        .codes(communeCodes(places.communes)), .code(sector.pilot), .codes(places.departments),
        .codes(places.regions), .text(units[sector.mainUnit].name),
        neighbours(of: sector), .whole(sector.livingAreas?.whole),
        .whole(sector.livingAreas?.cut), .whole(sector.intercommunalities?.whole),
        .whole(sector.intercommunalities?.cut), attachment(of: sector),
        .codes(sector.cptsOfPole.map(id)),
        people.flatMap { people in
          sector.peopleOfHeldPoles.map { .percent(of: $0, in: people) }
        } ?? .whole(nil),
        .wholes(sector.people(ofCommunes: places.communes, territories, units).map(\.figure)),
        borders(of: sector), .codes(sector.neighbours.map { name(of: $0.cpts) }),
      ]
      table.append(
        row: cells, unknownCell(units.unknownCount(of: sector.units)),
        historyCells(history?.sectors[place]))
    }
    return table
  }

  /// CPTS that border it, or the nearest across the sea.
  private func neighbours(of sector: Sector) -> Cell {
    sector.acrossSea.map { .code("par_mer:\(id($0))") }
      ?? .codes(sector.neighbours.map { id($0.cpts) })
  }

  /// A name, in which nothing separates names.
  private func name(of cpts: Index<DatedCPTS>) -> String {
    territories[cpts].name.replacing("|", with: "/")
  }

  /// What of its border each neighbour has, in percent; none across a sea.
  private func borders(of sector: Sector) -> Cell {
    let shares = sector.borderShares
    if shares.count == 1 { return .decimal(Double(shares[0]) / 100, decimals: 2) }
    return .text(
      shares.map { share in
        var text = ByteBuffer()
        text.append(Double(share) / 100, decimals: 2)
        return String(decoding: text.bytes, as: UTF8.self)
      }.joined(separator: "|"))
  }

  /// A CPTS by its id, an EPCI by its code.
  private func attachment(of sector: Sector) -> Cell {
    switch sector.attachment {
    case .cpts(let cpts): .code(id(cpts))
    case .intercommunality(let code): .code("epci:\(code)")
    case nil: .text("")
    }
  }
}
