extension StudyFigures {
  /// Measures everything on one or two tasks.
  ///
  /// - Parameter past: who covered what on the days before; nil for territories that never were.
  /// - Complexity: O(parts + edges), and for drawn territories what the widths of their overlaps and
  ///   gaps cost.
  /// - Throws: where overlaps would pass the bound of memory.
  static func measured(
    _ ground: StudyGround, _ past: GroundOverTime?, _ units: StudyUnits, _ options: StudyOptions,
    _ bounds: StudyBounds
  ) async throws -> StudyFigures {
    let (territories, mesh) = (ground.territories, ground.mesh)
    let rule = SliverRule(options)
    let (lists, places) = try await concurrently(
      jobs: options.jobs,
      {
        (
          cpts: CPTSMeasure.figures(territories, units, mesh, ground.grid),
          overlaps: try await OverlapFinder(
            territories, mesh, isDrawn: ground.isDrawn, rule, bounds, in: units.area
          ).overlaps(jobs: options.jobs),
          areas: CoverageMeasure.areas(territories, units, by: options.by),
          intervals: ground.division.map { division in
            CoverageIntervals(territories, mesh, division.weights, in: units.area)
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
        intervals: intervals,
        methods: Column(count: division.weights.methods.count) {
          units.area.contains($0) ? division.weights.methods[$0] : .wholeUnit
        }, lowest: options.whiteBelow,
        reconciliations: Reconciliation.all(division, territories, mesh, units),
        alignment: division.alignment)
    }
    return StudyFigures(
      areas: lists.areas,
      grossAndNet: CoverageMeasure.grossAndNet(territories, countedFrom: options.whiteBelow),
      communes: places.communes, cpts: lists.cpts, overlaps: lists.overlaps.overlaps,
      zones: places.zones.zones, narrowPieces: places.finder.uncovered.narrowPieces,
      fragile: FragileMeasure.figures(
        places.finder, places.zones.zones, lists.cpts, units, rule, options),
      professionals: ProfessionalMeasure.areas(territories, units),
      history: past.flatMap { CoverageHistory($0, at: options.at, units) }, drawn: drawn)
  }
}
