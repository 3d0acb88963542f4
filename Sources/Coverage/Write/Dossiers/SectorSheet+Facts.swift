/// Who lives in a sector, and where it is.
extension SectorSheet {
  private static let mostPlaces = 4

  var facts: [(Prose, Prose)] {
    let places = study.units.places(of: sector.units)
    let people = context.people(of: sector)
    // As secteurs.csv has it, so that both say the same.
    let square = (sector.squareMetres / 1e3).rounded() / 1e3
    let least = people.known == .some ? "au moins " : ""
    let density =
      square > 0 && people.known != .none
      ? " (\(least)\(NumberText.measured(Double(people.count) / square)) hab./km²)" : ""
    let count = context.sectorCounts[Int(sector.zone)]
    let whole = study.units.people(of: zone).words()
    let zoneID = ShownName.shortened(zone.id, to: 24)
    var facts: [(Prose, Prose)] = [
      ("Habitants sans CPTS", "\(strong: people.words())"),
      ("Superficie", "\(NumberText.measured(square)) km²\(density)"),
      (
        Prose(context.hasDistricts(sector) ? "Communes et arrondissements" : "Communes"),
        Prose(context.communes(of: sector))
      ),
      (
        "Département pilote",
        Prose(sector.pilot.isEmpty ? "à nommer" : DossierContext.department(sector.pilot))
      ),
    ]
    if places.departments != [sector.pilot] {
      let all = places.departments.map(DossierContext.department)
      facts.append(("Départements", Prose(DossierContext.list(all, most: Self.mostPlaces))))
    }
    let regions = places.regions.map(DossierContext.region)
    facts += [
      ("Région", Prose(DossierContext.list(regions, most: Self.mostPlaces))),
      (
        "Zone blanche",
        Prose(
          count == 1
            ? "\(zoneID), dont le secteur est le tout"
            : "\(zoneID) : \(whole) habitants, \(NumberText.whole(count)) secteurs")
      ),
    ]
    if let areas = sector.livingAreas { facts.append(("Bassins de vie", Prose(Self.words(areas)))) }
    if let areas = sector.intercommunalities { facts.append(("EPCI", Prose(Self.words(areas)))) }
    if !sector.cptsOfPole.isEmpty {
      let names = sector.cptsOfPole.map { context.name(ofCPTS: $0) }
      facts.append(("Pôle du bassin", Prose("dans \(DossierContext.list(names, most: 2))")))
    }
    if let limit { facts.append(("Limite de l’étude", Prose(limit))) }
    if let history = context.history?.sectors[index] {
      facts.append(("Connu depuis", Prose(known(history))))
    }
    return facts
  }

  private static func words(_ areas: Sector.AreasHeld) -> String {
    "\(NumberText.count(areas.whole, "entier", "entiers")), "
      + NumberText.count(areas.cut, "coupé", "coupés")
  }

  /// The first day seen, and the names that the sector had.
  private func known(_ history: LandHistory) -> String {
    let day = "le \(history.since.inWords(.french))"
    if history.names.isEmpty { return day }
    let names = history.names.map { ShownName.shortened($0, to: 24) }
    return "\(day) ; alors \(DossierContext.list(names, most: Self.mostPlaces))"
  }

  /// Where the zone ends because the study does; nil where it does not.
  private var limit: String? {
    guard let limit = zone.limit, limit.metres > 0 else { return nil }
    let length = NumberText.decimal((limit.metres).rounded() / 1000, 1)
    let ends = "la zone s’arrête sur \(length) km à la limite de l’étude"
    guard let people = limit.peopleBeyond, people > 0 else { return ends }
    return
      "\(ends), au-delà de laquelle vivent au moins \(NumberText.whole(people)) habitants sans CPTS"
  }
}
