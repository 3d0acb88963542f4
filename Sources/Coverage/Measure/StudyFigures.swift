/// Everything that a study measures.
struct StudyFigures: Sendable {
  let areas: [AreaCoverage]
  let grossAndNet: GrossAndNet
  let communes: [CommuneFigures]
  let cpts: [CPTSFigures]
  let overlaps: [Overlap]
  let zones: [WhiteZone]
  /// Uncovered pieces that are narrow strips, as noise of drawing is.
  let narrowPieces: Set<Index<Piece>>
  /// nil where the inputs speak of no fragile CPTS and no threshold is set.
  let fragile: FragileFigures?
  /// nil where no CPTS counts its professionals.
  let professionals: [ProfessionalArea]?
  /// nil where no date tells of an earlier month, or where the territories are those of a plan.
  let history: CoverageHistory?
  /// nil where no territory is drawn.
  let drawn: DrawnFigures?

  /// Communes that the study is of, by code: the rows of `communes.csv`.
  var studiedCommunes: [Int] { communes.indices.filter { communes[$0].isStudied } }

  /// CPTS that the study is of, by id: the rows of `cpts.csv`.
  var studiedCPTS: [Int] { cpts.indices.filter { cpts[$0].isStudied } }
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
  /// By unit; those that the study is not of are in one piece as far as it goes.
  let methods: Column<Unit, SharingMethod>
  /// The stage from which people count as covered.
  let lowest: Stage
  let reconciliations: [Reconciliation]
  let alignment: AlignmentFigures
}

extension DrawnFigures {
  /// People covered in some units with alignment less those without.
  func aligned(of units: [Index<Unit>]) -> Int {
    units.reduce(0) { $0 + (alignment.gained[$1] ?? 0) }
  }

  /// How sure the people covered in some units are: the least sure method, and the slack of all.
  func sharing(
    of units: [Index<Unit>]
  ) -> (method: SharingMethod, below: Int, above: Int) {
    let used = Set(units.map { methods[$0] })
    let slack = units.reduce(CoverageIntervals.Slack()) {
      $0 + intervals.slack(of: $1, from: lowest)
    }
    let method = [SharingMethod.area, .grid, .aligned].first { used.contains($0) } ?? .wholeUnit
    return (method, slack.below, slack.above)
  }
}
