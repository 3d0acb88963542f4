/// Which areas each CPTS has land in: for how many there are at each stage on a day.
///
/// Land is a part of a unit of the study; a crumb of drawing, less than a hundredth of its unit in people and in
/// area, is none unless the CPTS has nothing else.
struct CPTSOfAreas: Sendable {
  /// By CPTS with one span, ascending.
  private let areas: Column<DatedCPTS, [Int]>
  private let spans: SpannedCPTS.Spans
  private let areaCount: Int

  /// - Complexity: O(parts of all CPTS × levels).
  init(_ ground: GroundOverTime, _ areas: CoverageAreas) {
    let territories = ground.territories
    let partsOfCPTS = territories.partsOfCPTS()
    spans = ground.spans
    areaCount = areas.areas.count
    self.areas = Column(count: territories.cpts.count) { cpts in
      let own = partsOfCPTS[cpts].map { territories.parts[$0] }
      let isCrumbs = own.allSatisfy(\.isSlight)
      let places = Set(
        own.lazy.filter { $0.isStudied && (isCrumbs || !$0.isSlight) }
          .map { areas.placeOfUnit[Int($0.unit)] })
      return Set(places.flatMap { areas.areasOfPlace[$0] }).sorted()
    }
  }

  /// CPTS of each area and stage on a day: five numbers an area, one a stage.
  ///
  /// - Parameter stages: by CPTS of the files.
  /// - Complexity: O(CPTS × their areas).
  func counts(on day: CivilDate, _ stages: [Stage]) -> [Int] {
    let stageCount = Stage.allCases.count
    var counts = [Int](repeating: 0, count: areaCount * stageCount)
    var last = [Int](repeating: -1, count: areaCount)
    // CPTS of one origin need not follow each other: those that do are nearly all.
    let order = areas.indices.filter { spans.days[$0].contains(day) }
      .sorted { (spans.origin[$0], $0) < (spans.origin[$1], $1) }
    for cpts in order {
      let origin = spans.origin[cpts]
      for area in areas[cpts] where last[area] != origin {
        last[area] = origin
        counts[area * stageCount + stages[origin].rawValue] += 1
      }
    }
    return counts
  }
}
