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
