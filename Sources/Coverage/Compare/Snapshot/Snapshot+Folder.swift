extension Snapshot {
  /// What a comparison needs of a folder that `report` wrote.
  ///
  /// - Complexity: O(bytes).
  /// - Throws: for a folder that is not whole, that somebody changed, or of another version.
  init(_ folder: inout ReportFolder) throws(InputFault) {
    let summary = folder.summary
    func member(_ name: String) throws(InputFault) -> String {
      if let value = summary.values[name] { return value }
      throw FolderFault.noMember(name, folder.summaryPath, version: folder.version)
    }
    guard let day = CivilDate(try member("options.at")) else {
      throw FolderFault.noMember("options.at", folder.summaryPath, version: folder.version)
    }
    guard let whiteBelow = Stage.ofKey(try member("options.white_below")) else {
      throw FolderFault.noMember("options.white_below", folder.summaryPath, version: folder.version)
    }
    self.init(day: day, whiteBelow: whiteBelow)
    title = summary.values["titre"] ?? ""
    if let code = summary.values["unites.etude.code"] {
      area = Area(code: code, name: summary.values["unites.etude.nom"] ?? "")
    }
    population = PopulationStatement(
      column: try member("population.colonne"), year: summary.whole("population.annee"),
      source: summary.values["population.source"] ?? "")
    let members = try folder.table("cpts.csv")
    try readCPTS(members)
    let table = try folder.table("communes.csv")
    try readCommunes(table)
    try check(table.path, members.path, summary, folder)
    try readLand(&folder, summary)
    overlaps =
      folder.has(ReportFolder.overlaps)
      ? try Self.overlaps(try folder.table(ReportFolder.overlaps)) : nil
    pairDates = PairDate.all(summary.pairDates)
  }

  private mutating func readCPTS(_ table: ReportTable) throws(InputFault) {
    let (id, name) = (try table.column("cpts_id"), try table.column("cpts_nom"))
    let (stage, people) = (try table.column("stade"), try table.column("population"))
    let size = try table.column("taille")
    let outside =
      table.has("population_hors_etude") ? try table.column("population_hors_etude") : nil
    cpts.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let member = Member(
        id: CPTSID(table.text(row, id)), name: table.text(row, name),
        stage: try table.stage(row, stage), people: try table.people(row, people),
        peopleOutside: try outside.map { column throws(InputFault) in
          try table.people(row, column) ?? 0
        } ?? 0, sizeClass: try table.people(row, size))
      if let last = cpts.last, last.id >= member.id { throw Self.order(table, row) }
      cpts.append(member)
    }
  }

  private mutating func readCommunes(_ table: ReportTable) throws(InputFault) {
    let (code, name) = (try table.column("code"), try table.column("nom"))
    let (department, region) = (try table.column("dep"), try table.column("reg"))
    let (people, stage) = (try table.column("population"), try table.column("stade"))
    let (covered, members) = (try table.column("population_couverte"), try table.column("cpts"))
    let places = Dictionary(
      cpts.enumerated().map { (Substring($1.id.text), Int32($0)) },
      uniquingKeysWith: { first, _ in first })
    communes.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let commune = Commune(
        code: UnitCode(table.text(row, code)), name: table.text(row, name),
        department: table.text(row, department), region: table.text(row, region),
        people: try table.people(row, people), stage: try table.stage(row, stage),
        covered: try table.people(row, covered) ?? 0,
        cpts: try table.list(row, members).map { id throws(InputFault) in
          if let place = places[id] { return place }
          throw table.fault(
            row,
            Wording(
              fr: "la CPTS « \(id) » n’est pas dans cpts.csv", en: "no CPTS “\(id)” in cpts.csv"))
        })
      if let last = communes.last, last.code >= commune.code { throw Self.order(table, row) }
      guard commune.covered <= commune.people ?? 0 else {
        throw table.fault(
          row,
          Wording(
            fr: "plus d’habitants couverts qu’il n’y en a",
            en: "more people covered than live there"))
      }
      communes.append(commune)
    }
  }

  private mutating func readLand(
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

  private static func overlaps(_ table: ReportTable) throws(InputFault) -> [Overlap] {
    let (first, second) = (try table.column("cpts_a"), try table.column("cpts_b"))
    let (kind, people) = (try table.column("qualification"), try table.column("population"))
    let codes = try table.column("communes")
    return try (0..<table.rowCount).map { row throws(InputFault) in
      Overlap(
        first: CPTSID(table.text(row, first)), second: CPTSID(table.text(row, second)),
        qualification: table.text(row, kind), people: try table.people(row, people),
        communes: table.list(row, codes).map { UnitCode(String($0)) })
    }
  }

  /// The sums of the tables are those of the summary.
  private func check(
    _ communesPath: String, _ cptsPath: String, _ summary: ReportSummary, _ folder: ReportFolder
  ) throws(InputFault) {
    for (name, path, found) in [
      ("totaux.communes", communesPath, communes.count), ("totaux.cpts", cptsPath, cpts.count),
      ("totaux.population_totale", communesPath, total),
      ("totaux.population_couverte", communesPath, covered),
    ] {
      guard let said = summary.whole(name) else {
        throw FolderFault.noMember(name, folder.summaryPath, version: folder.version)
      }
      guard said == found else {
        throw FolderFault.otherSum(path, String(name.dropFirst(7)), found: found, said: said)
      }
    }
  }

  private static func order(_ table: ReportTable, _ row: Int) -> InputFault {
    table.fault(
      row,
      Wording(
        fr: "les lignes ne sont pas dans l’ordre, ou une vient deux fois",
        en: "rows are out of order, or one comes twice"))
  }
}

extension Snapshot.PairDate {
  /// Dates of pairs as a summary has them; what is no date is not used.
  static func all(_ rows: [[String: String]]) -> [Self] {
    rows.flatMap { row in
      let codes = (row["communes"] ?? "").split(separator: "|")
      return codes.map { code in
        Self(
          cpts: CPTSID(row["cpts"] ?? ""), commune: UnitCode(String(code)),
          start: row["debut"].flatMap { CivilDate($0) }, end: row["fin"].flatMap { CivilDate($0) })
      }
    }
  }
}
