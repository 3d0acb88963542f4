/// Everything that a study measures.
struct StudyFigures: Sendable {
  let areas: [AreaCoverage]
  let grossAndNet: GrossAndNet
  let communes: [CommuneFigures]
  let cpts: [CPTSFigures]
  let overlaps: [Overlap]
  let zones: [WhiteZone]
  /// nil where no territory is drawn.
  let drawn: DrawnFigures?
}

/// What is measured besides where territories are drawn.
struct DrawnFigures: Sendable {
  /// Strips of uncovered land that are noise of drawing.
  let strips: [WhiteZone]
  /// Overlaps and strips below a square metre.
  let overlapCrumbs: Crumbs
  let stripCrumbs: Crumbs
  let sensitivity: [SliverSensitivity]
  let intervals: CoverageIntervals
  let reconciliations: [Reconciliation]
}
