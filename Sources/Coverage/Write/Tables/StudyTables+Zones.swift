/// White zones, their neighbours, and strips that are none.
extension StudyTables {
  /// In a study of some areas, two columns more say with how many people without CPTS a zone goes on
  /// outside, and how much of its border is the limit of the study.
  func whiteZones() -> Table {
    var table = Table(
      "zones_blanches",
      [
        "zone", "statut", "population", "superficie_km2", "nb_communes", "communes",
        "departements", "regions", "commune_principale", "voisins",
      ] + unknownColumn + ["population_projet", "population_sans_projet", "nb_secteurs"]
        + (units.area.isWhole ? [] : ["population_hors_etude", "limite_etude_km"]) + historyColumns)
    let sectorsOfZone = Dictionary(grouping: sectors) { Int($0.zone) }
    for (place, zone) in figures.zones.enumerated() {
      let own = sectorsOfZone[place] ?? []
      let atWork = own.peopleAtWork
      let people = units.people(of: zone).figure
      let places = units.places(of: zone.units)
      let cells: [Cell] = [
        .code(zone.id), .text(zone.status.rawValue), .whole(people),
        .squareKilometres(zone.squareMetres), .whole(places.communes.count),
        .codes(communeCodes(places.communes)), .codes(places.departments), .codes(places.regions),
        .text(units[zone.mainUnit].name), .codes(zone.neighbours.map { id($0.cpts) }),
      ]
      table.append(
        row: cells, unknownCell(units.unknownCount(of: zone.units)),
        [
          .whole(people.map { _ in atWork }), .whole(people.map { $0 - atWork }),
          .whole(own.count),
        ],
        zone.limit.map {
          [.whole($0.peopleBeyond), .decimal($0.metres / 1000, decimals: 3)]
        } ?? [], historyCells(history?.zones[place]))
    }
    return table
  }

  /// Uncovered strips between drawn territories: noise of drawing, whose people are not covered.
  func strips(_ strips: [WhiteZone]) -> Table {
    var table = Table(
      "liseres", ["lisere", "population", "superficie_km2", "largeur_m", "communes", "cpts"])
    for strip in strips {
      table.append(
        .code(strip.id), .whole(units.people(of: strip).figure),
        .squareKilometres(strip.squareMetres),
        .decimal(strip.width ?? 0, decimals: 1),
        .codes(communeCodes(units.places(of: strip.units).communes)),
        .codes(strip.neighbours.map { id($0.cpts) }))
    }
    return table
  }

  func whiteZoneNeighbours() -> Table {
    var table = Table(
      "zones_blanches_voisins",
      [
        "zone", "cpts_id", "stade", "frontiere_km", "pct_frontiere", "population_cpts",
        "taille_avant", "population_apres", "taille_apres",
      ])
    for zone in figures.zones {
      for neighbour in zone.neighbours {
        let before = figures.cpts[Int(neighbour.cpts)].people
        let after = before + units.people(of: zone)
        table.append(
          .code(zone.id), .code(id(neighbour.cpts)),
          .text(territories.cpts[Int(neighbour.cpts)].stage.key),
          .decimal(neighbour.metres / 1000, decimals: 3),
          .decimal(neighbour.share * 100, decimals: 2), .whole(before.figure),
          .whole(sizes.sizeClass(of: before)), .whole(after.figure),
          .whole(sizes.sizeClass(of: after)))
      }
    }
    return table
  }
}
