import GeoKernel

/// A study from its inputs to its figures: read → normalise → resolve → measure.
///
/// `run` makes the whole of it. What it found is read in codes and ids (`coverage`, `communes`, `cpts`,
/// `overlaps`, `whiteZones`…); `StudyReport` writes it.
public struct Study: Sendable {
  /// What was asked for.
  public let options: StudyOptions
  /// What a reader of the figures must know, in the order of `anomalies.csv`.
  public let anomalies: [Anomaly]
  /// Rows read and set aside, by file.
  public let ledgers: [InputLedger]
  /// Size and SHA-256 of every file read.
  public let digests: [InputDigest]
  /// The indicator at each level.
  public var coverage: [AreaCoverage] { figures.areas }
  /// Sums over CPTS, and how they relate to the people covered.
  public var grossAndNet: GrossAndNet { figures.grossAndNet }

  var territories: Territories { ground.territories }
  var mesh: Mesh { ground.mesh }

  let units: StudyUnits
  let ground: StudyGround
  let figures: StudyFigures
  /// What of the white zones one delegation can act on, by id; empty where nobody asked.
  let sectors: [Sector]
  /// What can be done about each sector, in their order.
  let plans: SectorPlans
  /// Territories proposed: CPTS at `aucun`, which change no figure.
  let proposals: [Proposal]
  /// Communes and drawings that are of their CPTS for a time, by CPTS and dates, on the day of the study or not;
  /// empty where no list has dates of pairs.
  public let perimeters: [DatedPerimeter]
  /// How much memory the study may take, and how much its files.
  public let bounds: StudyBounds

  /// Runs a study on one or two tasks.
  ///
  /// - Complexity: O(vertices + memberships).
  /// - Throws: `InputFault` for what is wrong in an input, with its place and its cure.
  public static func run(
    _ options: StudyOptions, clock: StepClock = StepClock()
  ) async throws -> Study {
    try await run(options, planning: .options, clock: clock)
  }

  /// How far the work on white zones is wanted.
  enum Planning {
    case none
    /// What one delegation can act on.
    case sectors
    /// And what can be done about it.
    case options
  }

  /// - Parameter others: files that are read besides, for what the study may take.
  static func run(
    _ options: StudyOptions, reading others: [InputPath] = [], planning: Planning,
    clock: StepClock
  ) async throws -> Study {
    let options = try options.pinned()
    let bounds = StudyBounds(reading: options.inputs + others)
    try PopulationGrid.refuseOthers(among: options.grid, named: options.columns)
    let files = try await StudyFiles.read(options, clock)
    let (units, lists) = (files.normalised.units, files.lists)
    let (cpts, oddities) = try lists.cpts.dated(
      at: options.at, defaultStage: options.defaultStage)
    let pairs = PairsInForce(lists, on: options.at)
    let resolution = try await StudyResolution.of(files, pairs, cpts, options, clock)
    let (ground, mesh) = (resolution.ground, resolution.mesh)
    try ListsWithoutTerritory(
      lists.cpts, ground.territories, units,
      lists.cpts.anomalies + lists.anomalies + resolution.anomalies + ground.anomalies,
      butLater: pairs.withoutTerritory
    ).refuse()
    let ledgers = files.ledgers + resolution.grids.map(\.ledger)
    try options.places.placing("map-column") { () throws(InputFault) in
      try StudyInputs.checkNamedColumns(options.columns, in: ledgers)
    }
    let past = try await past(files, cpts, resolution, options, clock)
    let (figures, sectors, plans) = try await measured(
      ground, past, units, options, bounds, planning, clock)
    let table = files.inputs.table
    let anomalies =
      files.normalised.anomalies + lists.cpts.anomalies + lists.anomalies + oddities
      + pairs.anomalies(cpts, on: options.at) + resolution.anomalies
      + UnitsWithoutArea.anomalies(mesh, units, file: table.path)
      + BorderAnomalies.all(mesh, units, file: table.path) + ground.anomalies
      + DrawnAgainstListed(lists.besideDrawings, ground.territories, units).anomalies
      + resolution.grids.flatMap(\.anomalies) + resolution.reach
      + Homonyms.anomalies(pairs.memberships, units, mesh)
      + [AreaHint(ground.territories, units)].compactMap {
        $0?.anomaly(file: options.cpts.first?.name ?? "")
      }
    let concerned = AreaAnomalies(ground.territories, units)
    return Study(
      options: options,
      anomalies: anomalies.filter(concerned.concerns).sorted(by: Anomaly.precedes),
      ledgers: ledgers.map { ledger in
        var ledger = ledger
        ledger.rowsSetAside +=
          (lists.setAside[ledger.path] ?? 0) + (resolution.setAside[ledger.path] ?? 0)
        return ledger
      },
      digests: files.digests, units: units, ground: ground, figures: figures, sectors: sectors,
      plans: plans, proposals: lists.cpts.proposals, perimeters: lists.perimeters, bounds: bounds)
  }

  /// The same study with other territories on the same ground, measured anew. What was found in the
  /// files stays as it is.
  ///
  /// - Parameters:
  ///   - reason: what changes them, where the study is to say so.
  /// - Complexity: as `run`, without reading and without the mesh.
  func changed(
    by change: TerritoryChange, for reason: ChangeReason? = nil, planning: Planning = .options,
    clock: StepClock = StepClock()
  ) async throws -> Study {
    let ground = ground.changed(by: change)
    // What never was has no past.
    let (figures, sectors, plans) = try await Self.measured(
      ground, nil, units, options, bounds, planning, clock)
    return Study(
      options: reason.map { options.titled($0.title) } ?? options,
      anomalies: (anomalies + (reason?.anomalies ?? [])).sorted(by: Anomaly.precedes),
      ledgers: ledgers + (reason?.ledgers ?? []), digests: digests + (reason?.digests ?? []),
      units: units, ground: ground, figures: figures, sectors: sectors, plans: plans,
      proposals: proposals, perimeters: perimeters, bounds: bounds)
  }

  /// Who covered what up to the day of the study: by the dates of pairs where there are some.
  ///
  /// - Complexity: O(units); with dates of pairs as for the day itself.
  private static func past(
    _ files: StudyFiles, _ cpts: [DatedCPTS], _ resolution: StudyResolution,
    _ options: StudyOptions, _ clock: StepClock
  ) async throws -> GroundOverTime {
    let units = files.normalised.units
    guard let first = CivilDate(year: 1, month: 1, day: 1), !files.lists.perimeters.isEmpty else {
      return GroundOverTime(
        resolution.ground, resolution.listed, SpannedCPTS.Spans(alwaysOf: cpts.count), units)
    }
    let spanned = SpannedCPTS(
      cpts, PairsInForce(files.lists, during: first...options.at), on: options.at)
    let areDrawingsDated = files.lists.perimeters.contains { $0.communes == nil }
    let over =
      areDrawingsDated
      ? try await StudyResolution.of(
        files, spanned.pairs, spanned.cpts, options.unverified, clock)
      : try await resolution.of(files, spanned.pairs, spanned.cpts, options.unverified, clock)
    return GroundOverTime(over.ground, over.listed, spanned.spans, units)
  }

  private static func measured(
    _ ground: StudyGround, _ past: GroundOverTime?, _ units: StudyUnits, _ options: StudyOptions,
    _ bounds: StudyBounds, _ planning: Planning, _ clock: StepClock
  ) async throws -> (StudyFigures, [Sector], SectorPlans) {
    let figures = try await clock.measure(.measuring) {
      try await StudyFigures.measured(ground, past, units, options, bounds)
    }
    guard planning != .none else { return (figures, [], .none) }
    let points = try await clock.measure(.planning) {
      try await UnitPoints(ground.mesh, count: units.units.count, jobs: options.jobs)
    }
    let sectors = try await clock.measure(.planning) {
      let white = WhiteGround(ground.territories, ground.mesh, whiteBelow: options.whiteBelow)
      let finder = SectorFinder(
        white, units, figures.zones, isNarrow: figures.narrowPieces,
        remnantLargest: options.remnantLargest, options.cutRules, points)
      return SectorSurroundings(white, units, points).complete(
        try await finder.sectors(jobs: options.jobs))
    }
    guard planning == .options else { return (figures, sectors, .none) }
    let plans = try await clock.measure(.planning) {
      try await SectorPlans.all(
        ground.territories, units, ground.mesh, figures, sectors, points, options)
    }
    return (figures, sectors, plans)
  }
}

/// Why a study has other territories than its files say.
struct ChangeReason {
  let title: String
  let anomalies: [Anomaly]
  let ledgers: [InputLedger]
  let digests: [InputDigest]
}
