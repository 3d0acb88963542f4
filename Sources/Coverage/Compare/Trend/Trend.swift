/// The figures of a study on each of some dates: stages by their dates, perimeters by those of their pairs.
///
/// The units are read and laid out once, and so is who covers what on any of the days.
public struct Trend: Sendable {
  /// What was asked for; `at` is the last date.
  public let options: StudyOptions
  /// In order.
  public let dates: [CivilDate]
  /// From one to the next.
  public let step: TrendStep
  /// What a reader of the figures must know of the files.
  public let anomalies: [Anomaly]
  /// Rows read and set aside, by file.
  public let ledgers: [InputLedger]
  /// Size and SHA-256 of every file read.
  public let digests: [InputDigest]
  /// How much memory it may take, and how much its files.
  public let bounds: StudyBounds
  let units: StudyUnits
  let areas: CoverageAreas
  let figures: TrendFigures
  let projection: Result<StageProjection, NoProjection>
  /// CPTS at `projet` or above without a date: their stage holds at every date.
  let undatedCount: Int
  /// Whether communes or drawings are of their CPTS for a time.
  let havePerimeterDates: Bool
  let isDrawn: Bool

  /// - Complexity: as `Study.run` without its measures, and O(dates × coverings).
  /// - Throws: `InputFault` for dates that cannot be, and for what is wrong in an input.
  public static func run(
    _ options: StudyOptions, from first: CivilDate, to last: CivilDate, every step: TrendStep,
    clock: StepClock = StepClock()
  ) async throws -> Trend {
    let dates = try TrendDates.all(from: first, to: last, every: step)
    let options = try options.on(last).unverified.pinned()
    let bounds = StudyBounds(reading: options.inputs)
    try PopulationGrid.refuseOthers(among: options.grid, named: options.columns)
    let files = try await StudyFiles.read(options, clock)
    let (units, lists) = (files.normalised.units, files.lists)
    let (cpts, oddities) = try lists.cpts.dated(at: last, defaultStage: options.defaultStage)
    let spanned = SpannedCPTS(cpts, PairsInForce(lists, during: first...last), on: last)
    let resolution = try await StudyResolution.of(
      files, spanned.pairs, spanned.cpts, options, clock)
    let covering = Set(
      resolution.ground.territories.coverings.flatMap { $0 }
        .map { SpannedCPTS.given(spanned.cpts[Int($0)].id.text) })
    let found =
      files.normalised.anomalies + lists.cpts.anomalies + lists.anomalies + oddities
      + (resolution.anomalies + resolution.ground.anomalies).map(SpannedCPTS.given)
    // One whose communes all have days has its units under these days alone.
    let problems = found.filter {
      $0.rule != .cptsWithoutUnit || !covering.contains($0.object)
    }
    try refuse(files, spanned, resolution, problems, covering, options)
    let ground = GroundOverTime(resolution.ground, resolution.listed, spanned.spans, units)
    let areas = CoverageAreas(units, by: options.by)
    let (figures, covered) = clock.measure(.measuring) { measured(ground, areas, cpts, dates) }
    let projection = clock.measure(.projecting) { () -> Result<StageProjection, NoProjection> in
      do throws(NoProjection) {
        return .success(
          try ProjectionDraws(covered, spanned.spans, cpts, on: last).projection())
      } catch { return .failure(error) }
    }
    let concerned = AreaAnomalies(resolution.ground.territories, units)
    return Trend(
      options: options, dates: dates, step: step,
      anomalies: problems.filter(concerned.concerns).sorted(by: Anomaly.precedes),
      ledgers: (files.ledgers + resolution.grids.map(\.ledger)).map { ledger in
        var ledger = ledger
        ledger.rowsSetAside +=
          (lists.setAside[ledger.path] ?? 0) + (resolution.setAside[ledger.path] ?? 0)
        return ledger
      },
      digests: files.digests, bounds: bounds, units: units, areas: areas, figures: figures,
      projection: projection, undatedCount: undated(ground, units),
      havePerimeterDates: ground.haveDates, isDrawn: resolution.ground.division != nil)
  }

  /// The figures of each date, and who covers whom on the last.
  private static func measured(
    _ ground: GroundOverTime, _ areas: CoverageAreas, _ cpts: [DatedCPTS], _ dates: [CivilDate]
  ) -> (TrendFigures, [(owners: [Index<DatedCPTS>], people: Int)]) {
    var course = CoverageCourse(ground, areas, from: dates[0])
    let counts = CPTSOfAreas(ground, areas)
    var figures = TrendFigures()
    for date in dates {
      course.move(to: date)
      figures.append(
        course.breakdowns(),
        counts.counts(on: date, cpts.map { $0.record.stage(at: date) ?? .none }))
    }
    return (figures, course.peopleOfOwners())
  }

  private static func undated(_ ground: GroundOverTime, _ units: StudyUnits) -> Int {
    let territories = ground.territories
    let undated = territories.areStudied(units.area).pairs.filter { cpts, isStudied in
      let record = territories[cpts].record
      return isStudied && record.stageDates.isEmpty && (record.givenStage ?? .none) >= .project
    }
    return Set(undated.map { ground.spans.origin[$0.0] }).count
  }

  /// - Throws: as a study does, where a file gives no territory, or none has a column that the user names.
  private static func refuse(
    _ files: StudyFiles, _ spanned: SpannedCPTS, _ resolution: StudyResolution,
    _ problems: [Anomaly], _ covering: Set<String>, _ options: StudyOptions
  ) throws(InputFault) {
    try ListsWithoutTerritory(
      files.lists.cpts, resolution.ground.territories, files.normalised.units, problems,
      butLater: spanned.pairs.withoutTerritory.union(covering.map { CPTSID($0) })
    ).refuse()
    let ledgers = files.ledgers + resolution.grids.map(\.ledger)
    try options.places.placing("map-column") { () throws(InputFault) in
      try StudyInputs.checkNamedColumns(options.columns, in: ledgers)
    }
  }
}
