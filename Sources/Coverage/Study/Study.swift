import GeoKernel

/// A study from its inputs to its figures: read → normalise → resolve → measure.
///
/// `run` makes the whole of it; `StudyReport` writes what it found.
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
  /// What can be done about each white zone.
  let plans: ZonePlans
  /// Territories proposed: CPTS at `aucun`, which change no figure.
  let proposals: [Proposal]

  /// Runs a study on one or two tasks.
  ///
  /// - Complexity: O(vertices + memberships).
  /// - Throws: `InputFault` for what is wrong in an input, with its place and its cure.
  public static func run(
    _ options: StudyOptions, clock: StepClock = StepClock()
  ) async throws -> Study {
    try await run(options, planning: true, clock: clock)
  }

  /// - Parameter planning: whether what can be done about white zones is wanted.
  static func run(
    _ options: StudyOptions, planning: Bool, clock: StepClock
  ) async throws -> Study {
    let inputs = try await StudyInputs.read(options, clock)
    let (normalised, lists) = try await concurrently(
      jobs: options.jobs,
      { try clock.measure(.normalising) { try inputs.normalise(options) } },
      { try StudyLists.read(options, clock) })
    let units = normalised.units
    let settled = try clock.measure(.resolving) {
      try SettledLists(
        lists.cpts, units, normalised.years, normalised.decisions,
        mergeSimilar: options.mergeSimilar)
    }
    let listLedgers = normalised.ledgers + lists.cpts.ledgers
    let (cpts, oddities) = try settled.cpts.dated(
      at: options.at, defaultStage: options.defaultStage)
    let layers = settled.cpts.layers.filter { !$0.rows.isEmpty }
    let drawn = Set(layers.flatMap { $0.rows.map(\.cpts) })
    let (mesh, (resolved, grids)) = try await concurrently(
      jobs: options.jobs,
      { try await Self.mesh(inputs, units, layers, options, clock) },
      {
        let resolved = clock.measure(.resolving) {
          TerritoryResolver.run(cpts, settled.memberships, units, drawn: drawn)
        }
        return (resolved, try Self.grids(options, clock))
      })
    let people = try await Self.count(grids, mesh, options, clock)
    let ground = try clock.measure(.resolving) {
      try StudyGround(resolved.territories, mesh, units, inputs.table, people, options)
    }
    let ledgers = listLedgers + grids.map(\.ledger)
    try StudyInputs.checkNamedColumns(options.columns, in: ledgers)
    let figures = try await measure(ground, units, options, clock)
    let plans = planning ? try await plan(ground, units, figures, options, clock) : .none
    let anomalies =
      normalised.anomalies + settled.cpts.anomalies + settled.anomalies + oddities
      + resolved.anomalies
      + BorderAnomalies.all(mesh, units, file: inputs.table.path) + ground.anomalies
      + grids.flatMap(\.anomalies) + Homonyms.anomalies(settled.memberships, units, mesh)
    return Study(
      options: options, anomalies: anomalies.sorted(by: Anomaly.precedes),
      ledgers: ledgers.map { ledger in
        var ledger = ledger
        ledger.rowsSetAside +=
          (settled.setAside[ledger.path] ?? 0) + (resolved.setAside[ledger.path] ?? 0)
        return ledger
      },
      digests: lists.digests, units: units, ground: ground, figures: figures,
      plans: plans, proposals: lists.cpts.proposals)
  }

  private static func mesh(
    _ inputs: StudyInputs, _ units: StudyUnits, _ layers: [DrawnLayer], _ options: StudyOptions,
    _ clock: StepClock
  ) async throws -> Mesh {
    let start = clock.begin(.meshing)
    defer { clock.end(.meshing, since: start) }
    return try await Mesh.build(
      inputs.ground, units, inputs.table, layers: layers, jobs: options.jobs)
  }

  private static func grids(
    _ options: StudyOptions, _ clock: StepClock
  ) throws(InputFault) -> [PopulationGrid] {
    guard !options.grid.isEmpty else { return [] }
    let start = clock.begin(.readingGrid)
    defer { clock.end(.readingGrid, since: start) }
    return try PopulationGrid.read(all: options.grid, named: options.columns)
  }

  private static func count(
    _ grids: [PopulationGrid], _ mesh: Mesh, _ options: StudyOptions, _ clock: StepClock
  ) async throws -> GridPeople? {
    guard !grids.isEmpty else { return nil }
    let start = clock.begin(.countingCells)
    defer { clock.end(.countingCells, since: start) }
    return try await GridPeople.counted(grids, mesh, jobs: options.jobs)
  }

  /// The same study with other territories on the same ground, measured anew. What was found in the
  /// files stays as it is.
  ///
  /// - Parameters:
  ///   - reason: what changes them, where the study is to say so.
  ///   - planning: whether what can be done about white zones is wanted.
  /// - Complexity: as `run`, without reading and without the mesh.
  func changed(
    by change: TerritoryChange, for reason: ChangeReason? = nil, planning: Bool = true,
    clock: StepClock = StepClock()
  ) async throws -> Study {
    let ground = ground.changed(by: change)
    var figures = try await Self.measure(ground, units, options, clock)
    // What never was has no past.
    figures.history = nil
    return Study(
      options: reason.map { options.titled($0.title) } ?? options,
      anomalies: (anomalies + (reason?.anomalies ?? [])).sorted(by: Anomaly.precedes),
      ledgers: ledgers + (reason?.ledgers ?? []), digests: digests + (reason?.digests ?? []),
      units: units, ground: ground, figures: figures,
      plans: planning ? try await Self.plan(ground, units, figures, options, clock) : .none,
      proposals: proposals)
  }

  private static func plan(
    _ ground: StudyGround, _ units: StudyUnits, _ figures: StudyFigures, _ options: StudyOptions,
    _ clock: StepClock
  ) async throws -> ZonePlans {
    let start = clock.begin(.planning)
    defer { clock.end(.planning, since: start) }
    return try await ZonePlans.all(ground.territories, units, ground.mesh, figures, options)
  }

  private static func measure(
    _ ground: StudyGround, _ units: StudyUnits, _ options: StudyOptions, _ clock: StepClock
  ) async throws -> StudyFigures {
    let start = clock.begin(.measuring)
    defer { clock.end(.measuring, since: start) }
    let (territories, mesh) = (ground.territories, ground.mesh)
    let rule = SliverRule(width: options.sliverWidth, people: options.sliverPeople)
    let (lists, places) = try await concurrently(
      jobs: options.jobs,
      {
        (
          cpts: CPTSMeasure.figures(territories, units, mesh, ground.grid),
          overlaps: try await OverlapFinder(territories, mesh, isDrawn: ground.isDrawn, rule)
            .overlaps(jobs: options.jobs),
          areas: CoverageMeasure.areas(territories, units, by: options.by),
          intervals: ground.division.map { division in
            CoverageIntervals(territories, mesh, division.weights)
          }
        )
      },
      {
        let finder = try await WhiteZoneFinder(
          territories, units, mesh, whiteBelow: options.whiteBelow, rule, jobs: options.jobs)
        let zones = try await finder.zones()
        let communes = CommuneMeasure.figures(
          territories, units, whiteBelow: options.whiteBelow, zones: zones.zones)
        return (finder: finder, zones: zones, communes: communes)
      })
    var drawn: DrawnFigures?
    if let division = ground.division, let intervals = lists.intervals {
      drawn = DrawnFigures(
        strips: places.zones.strips, overlapCrumbs: lists.overlaps.crumbs,
        stripCrumbs: places.zones.crumbs,
        sensitivity: SliverSensitivity.table(
          rule, overlaps: lists.overlaps.overlaps, uncovered: places.zones.candidates),
        intervals: intervals, methods: division.weights.methods, lowest: options.whiteBelow,
        reconciliations: Reconciliation.all(division, territories, mesh, units))
    }
    return StudyFigures(
      areas: lists.areas,
      grossAndNet: CoverageMeasure.grossAndNet(territories, countedFrom: options.whiteBelow),
      communes: places.communes, cpts: lists.cpts, overlaps: lists.overlaps.overlaps,
      zones: places.zones.zones,
      fragile: FragileMeasure.figures(
        places.finder, places.zones.zones, lists.cpts, units, rule, options),
      professionals: ProfessionalMeasure.areas(territories, units),
      history: CoverageHistory(territories, at: options.at), drawn: drawn)
  }
}

/// Why a study has other territories than its files say.
struct ChangeReason {
  let title: String
  let anomalies: [Anomaly]
  let ledgers: [InputLedger]
  let digests: [InputDigest]
}

extension Wording {
  static let reading = Wording(fr: "lecture", en: "reading")
  static let readingLists = Wording(fr: "lecture des listes", en: "reading the lists")
  static let hashing = Wording(fr: "empreintes", en: "digests")
  static let normalising = Wording(fr: "normalisation", en: "normalising")
  static let readingGrid = Wording(fr: "lecture des carreaux", en: "reading the cells")
  static let countingCells = Wording(fr: "carreaux", en: "cells")
  static let meshing = Wording(fr: "maillage", en: "mesh")
  static let resolving = Wording(fr: "territoires", en: "territories")
  static let measuring = Wording(fr: "mesures", en: "measures")
  static let planning = Wording(fr: "options", en: "options")
  static let judging = Wording(fr: "avis", en: "opinion")
  static let drawingPage = Wording(fr: "page", en: "page")
  static let writing = Wording(fr: "écriture", en: "writing")
}
