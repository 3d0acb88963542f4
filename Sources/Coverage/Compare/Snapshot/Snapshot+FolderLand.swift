/// White zones and sectors of a folder.
extension Snapshot {
  mutating func readLand(
    _ folder: inout ReportFolder, _ summary: ReportSummary
  ) throws(InputFault) {
    let table = try folder.table("secteurs.csv")
    let (id, zone) = (try table.column("secteur"), try table.column("zone"))
    let (people, codes) = (try table.column("population"), try table.column("communes"))
    let (parts, name) = (
      try table.column("population_communes"), try table.column("commune_principale")
    )
    let places = Dictionary(
      communes.enumerated().map { (Substring($1.code.text), Int32($0)) },
      uniquingKeysWith: { first, _ in first })
    var zoneOfSector: [String] = []
    for row in 0..<table.rowCount {
      let listed = table.list(row, codes)
      let counts = table.text(row, parts).split(separator: "|", omittingEmptySubsequences: false)
      guard listed.count == counts.count || listed.count == 1 && counts.isEmpty else {
        throw table.fault(
          row,
          Wording(
            fr: "autant de communes que de populations sont attendues",
            en: "as many populations as communes are expected"))
      }
      var land: [Land.Part] = []
      for (place, code) in listed.enumerated() {
        guard let commune = places[code] else {
          throw table.fault(
            row,
            Wording(
              fr: "la commune « \(code) » n’est pas dans communes.csv",
              en: "no commune “\(code)” in communes.csv"))
        }
        let count = counts.indices.contains(place) ? counts[place] : ""
        land.append(
          Land.Part(commune: commune, people: count.isEmpty ? 0 : try table.number(count, row)))
      }
      sectors.append(
        Land(
          id: table.text(row, id), name: table.text(row, name),
          people: try table.people(row, people), parts: land))
      sectors[row].since = try table.since(row)
      zoneOfSector.append(table.text(row, zone))
    }
    try readZones(try folder.table("zones_blanches.csv"), zoneOfSector, summary)
  }

  private mutating func readZones(
    _ table: ReportTable, _ zoneOfSector: [String], _ summary: ReportSummary
  ) throws(InputFault) {
    let (id, name) = (try table.column("zone"), try table.column("commune_principale"))
    let people = try table.column("population")
    let named = (0..<table.rowCount).map { (table.text($0, id), table.text($0, name)) }
    zones = Self.zones(named, of: sectors, zoneOfSector)
    for row in zones.indices { zones[row].since = try table.since(row) }
    let known = Set(named.map(\.0))
    if let lost = zoneOfSector.first(where: { !known.contains($0) }) {
      throw InputFault(
        path: table.path,
        problem: Wording(
          fr: "la zone « \(lost) » de secteurs.csv n’y est pas",
          en: "no zone “\(lost)” of secteurs.csv"),
        cure: FolderFault.again)
    }
    for (row, zone) in zones.enumerated() {
      let said = try table.people(row, people) ?? 0
      guard said == zone.people else {
        throw table.fault(
          row,
          Wording(
            fr: "les secteurs de \(zone.id) ont \(zone.people) habitants, la zone \(said)",
            en: "the sectors of \(zone.id) have \(zone.people) people, the zone \(said)"))
      }
    }
    if let said = summary.whole("totaux.zones_blanches"), said != zones.count {
      throw FolderFault.otherSum(table.path, "zones", found: zones.count, said: said)
    }
  }
}
