import GeoKernel

/// Writes the files of `report`.
public struct StudyReport: Sendable {
  /// Files written, in the order of the contract, but for those of `dossiers`; drawings and uncovered strips have
  /// theirs where territories are drawn.
  public static func fileNames(of study: Study) -> [String] {
    let drawn =
      study.figures.drawn == nil ? [] : ["dessins.csv", "liseres.csv", "liseres.geojson"]
    return [
      "couverture.csv", "communes.csv", "communes.geojson", "cpts.csv", "cpts.geojson",
      "chevauchements.csv", "chevauchements.geojson", "conciliations.csv",
      "zones_blanches.csv", "zones_blanches.geojson", "zones_blanches_voisins.csv", "secteurs.csv",
      "secteurs.geojson", "options.csv",
      "options_communes.csv",
    ] + drawn + VitalityTables(study).fileNames
      + ["anomalies.csv", FolderRecord.study, "rapport.html", "carte.svg"]
      + (study.options.zip ? [FolderRecord.archive(FolderRecord.study)] : [])
  }

  private let study: Study
  /// What changed since an earlier report, where one is named.
  private let history: StudyHistory?
  private let folder: OutputFolder
  /// The folder inside of it, with a slash, where there is one.
  private let prefix: String
  private let tables: StudyTables

  /// Writes every file into `output`, which is created. All take the place of those of the run before in
  /// one step, or none; a file that no run has written, or that somebody changed since, is kept.
  ///
  /// - Parameter history: what changed since an earlier report.
  /// - Returns: what was kept under another name, as an output has its own.
  /// - Complexity: O(characters written, and those of the files of the run before); memory stays below what
  ///   the study holds plus a few megabytes a task.
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  @discardableResult
  public static func write(
    _ study: Study, since history: StudyHistory? = nil, to output: String,
    clock: StepClock = StepClock()
  ) async throws -> [KeptFile] {
    try await OutputFolder.written(
      output, summary: FolderRecord.study, by: study,
      besides: history?.comparison.digests.before ?? []
    ) { folder in
      try await stage(study, since: history, in: folder, clock)
    }
  }

  /// Writes every file where it waits for the others.
  static func stage(
    _ study: Study, since history: StudyHistory? = nil, in folder: OutputFolder,
    below prefix: String = "", _ clock: StepClock
  ) async throws {
    let report = StudyReport(
      study: study, history: history, folder: folder, prefix: prefix,
      tables: StudyTables(study, history))
    try await clock.measure(.writing) {
      try await runAll(jobs: study.options.jobs, try await report.work(clock))
    }
    try folder.writeSummary(
      prefix + FolderRecord.study, StudySummary.json(of: study, since: history, clock), .sorted)
  }

  /// One piece of work a file, the longest first.
  private func work(_ clock: StepClock) async throws -> [@Sendable () throws -> Void] {
    let units = study.units
    let mesh = study.mesh
    let figures = study.figures
    let (positions, (communes, cpts, overlaps, zones, sectors)) = try await concurrently(
      jobs: study.options.jobs, { PositionText(mesh) },
      { [tables] in
        (
          tables.communes(), tables.cpts(), tables.overlaps(), tables.whiteZones(),
          tables.sectorTable()
        )
      })
    let strips = figures.drawn?.strips ?? []
    let stripTable = tables.strips(strips)
    let ofStrips: [@Sendable () throws -> Void] = [
      { try map(stripTable, positions) { $0.outline(of: strips[$1].pieces) } },
      { [study] in
        try csv(stripTable)
        try csv(DrawingTable.table(of: study))
      },
    ]
    let (communeOfRow, cptsOfRow) = (figures.studiedCommunes, figures.studiedCPTS)
    let isOneUnit = { @Sendable (row: Int) in
      units.studied(of: units.communes[communeOfRow[row]]).count == 1
    }
    let dossiers = DossierFiles(study, history)
    return dossiers.work { [folder, prefix] in try folder.write(prefix + $0, $1) } + [
      {
        try map(communes, positions, isAsGiven: isOneUnit) { tracer, row in
          let members = units.studied(of: units.communes[communeOfRow[row]])
          return members.count == 1
            ? mesh.outline(of: members[0])
            : tracer.outline(of: members.flatMap { mesh.pieces.of($0) })
        }
      },
      { try clock.measure(.drawingPage) { try page() } },
      { try map(cpts, positions) { $0.outline(of: figures.cpts[cptsOfRow[$1]].pieces) } },
      { try map(zones, positions) { $0.outline(of: figures.zones[$1].pieces) } },
      { [study] in try map(sectors, positions) { $0.outline(of: study.sectors[$1].pieces) } },
      { try map(overlaps, positions) { $0.outline(of: figures.overlaps[$1].pieces) } },
      { try csv(communes) },
      {
        for table in [cpts, overlaps, zones, tables.whiteZoneNeighbours(), sectors] {
          try csv(table)
        }
        for table in VitalityTables(study).all() { try csv(table) }
      },
      { try longTables() },
    ] + (figures.drawn == nil ? [] : ofStrips)
  }

  /// The page and the picture, from one set of data.
  private func page() throws(InputFault) {
    let data = PageData(study, history)
    try folder.write(prefix + "rapport.html") { (write) throws(InputFault) in
      for piece in StudyPage(study, data).html() { try write(piece) }
    }
    try folder.write(prefix + "carte.svg", MapPicture.svg(study, data.map, data.places))
  }

  /// Tables that may be far longer than the study is large.
  private func longTables() throws(InputFault) {
    let (options, anomalies) = (OptionTables(study: study), study.anomalies)
    let conciliations = ConciliationTable(study)
    try csv(
      "conciliations",
      Table.portions(of: study.figures.overlaps.count) { conciliations.table(of: $0) })
    let sectors = study.sectors.count
    try csv("options", Table.portions(of: sectors) { options.options(of: $0) })
    try csv("options_communes", Table.portions(of: sectors) { options.communes(of: $0) })
    try csv("couverture", Table.portions(of: study.figures.areas.count) { tables.coverage(of: $0) })
    try csv(
      "anomalies",
      Table.portions(of: anomalies.count) {
        anomalyTable(anomalies[$0], in: study.options.language)
      })
  }

  private func csv(_ table: Table) throws(InputFault) {
    try csv(table.name, CollectionOfOne(table))
  }

  private func csv(_ name: String, _ portions: some Sequence<Table>) throws(InputFault) {
    try folder.write(prefix + name + ".csv") { (write) throws(InputFault) in
      try CSVWriter.write(portions, study.options.csv, flush: write)
    }
  }

  private func map(
    _ table: Table, _ positions: PositionText, isAsGiven: (Int) -> Bool = { _ in false },
    _ outline: (inout OutlineTracer, Int) -> Outline
  ) throws(InputFault) {
    var tracer = OutlineTracer(study.mesh)
    try folder.write(prefix + table.name + ".geojson") { (write) throws(InputFault) in
      try GeoJSONWriter.write(
        table, positions, outline: { outline(&tracer, $0) }, isAsGiven: isAsGiven, flush: write)
    }
  }
}
