extension PageData {
  /// The columns of `secteurs.csv` that the page shows, and what of a sector refers to other tables: rows
  /// stand for their names.
  func sectors(_ json: inout JSONWriter) {
    let all = study.sectors
    let table = PageTable(tables.sectorTable(), PageColumn.sectors)
    table.describe(in: &json)
    table.values(
      [
        "secteur", "zone", "nature", "population", "superficie_km2", "commune_principale",
        "nb_communes", "departement_pilote", "bassins_entiers", "bassins_coupes", "epci_entiers",
        "epci_coupes", "rattache_a",
      ] + tables.historyColumns, in: &json)
    json.wholes("unknown", all) { study.units.unknownCount(of: $0.units) }
    json.column("projects", all) { $0.list($1.projects.map(rows.row(ofCPTS:))) }
    json.column("poles", all) { $0.list($1.cptsOfPole.map(rows.row(ofCPTS:))) }
    json.column("neighbours", all) { json, sector in
      json.array { json in
        for neighbour in sector.neighbours {
          json.list([
            rows.row(ofCPTS: neighbour.cpts), Int32((neighbour.share * 10_000).rounded()),
          ])
        }
      }
    }
    json.column("acrossSea", all.indices.filter { all[$0].acrossSea != nil }) { json, place in
      json.list([Int32(place), all[place].acrossSea.map(rows.row(ofCPTS:)) ?? -1])
    }
    json.strings("dossier", SectorPages(study).places) { $0.link }
    dividedBySectors(in: &json)
    options(in: &json)
  }

  /// By commune, the sectors that any unit of it belongs to, ascending.
  static func sectorsOfCommune(_ study: Study) -> [[Index<Sector>]] {
    var sectors = [[Index<Sector>]](repeating: [], count: study.units.communes.count)
    for (place, sector) in study.sectors.enumerated() {
      for unit in sector.units {
        let commune = Int(study.units[unit].commune)
        if sectors[commune].last != Index(place) { sectors[commune].append(Index(place)) }
      }
    }
    return sectors
  }
}
