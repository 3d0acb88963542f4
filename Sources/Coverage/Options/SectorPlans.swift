/// The options of every sector of a study.
struct SectorPlans: Sendable {
  /// By sector, in the order of the sectors.
  let grounds: [SectorGround]
  let options: [[SectorOption]]
  /// nil where there are too few CPTS to tell.
  let reach: UsualReach?
  /// Column of attributes that gives the bassins de vie; nil where none does.
  let livingAreaColumn: String?

  /// Parts that the work is divided into.
  private static let shareCount = 12

  /// Where nobody asked for any.
  static let none = SectorPlans(grounds: [], options: [], reach: nil, livingAreaColumn: nil)

  /// - Complexity: for each sector O(edges + neighbours × units), and a bounded search of divisions.
  static func all(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ figures: StudyFigures,
    _ sectors: [Sector], _ points: UnitPoints, _ options: StudyOptions
  ) async throws -> SectorPlans {
    let column = units.livingAreaColumn
    let maker = SectorGrounds(
      territories, units, mesh, figures, sectors, points, whiteBelow: options.whiteBelow,
      livingAreas: column.flatMap { units.attributes[$0] })
    let reach =
      options.optionRules.farthestMetres.map { UsualReach(metres: $0, isGiven: true) }
      ?? maker.usualReach().map { UsualReach(metres: $0, isGiven: false) }
    @Sendable func plans(
      of sectors: [Sector]
    ) -> [(ground: SectorGround, options: [SectorOption])] {
      var maker = maker
      return sectors.map { sector in
        let ground = maker.ground(of: sector)
        return (
          ground,
          SectorOptions(
            ground, options.optionRules, options.rules.sizes, options.comparedRules,
            reach: reach
          ).options
        )
      }
    }
    // The largest first, and few at a time: whoever has done with small ones takes the next.
    let order = sectors.indices.sorted {
      (sectors[$1].units.count, $0) < (sectors[$0].units.count, $1)
    }
    let shares = (0..<min(shareCount, order.count)).map { share in
      stride(from: share, to: order.count, by: shareCount).map { order[$0] }
    }
    let found = try await mapAll(jobs: options.jobs, shares) { share in
      plans(of: share.map { sectors[$0] })
    }
    var grounds = [SectorGround?](repeating: nil, count: sectors.count)
    var plansOfSector = [[SectorOption]](repeating: [], count: sectors.count)
    for (share, plans) in zip(shares, found) {
      for (sector, plan) in zip(share, plans) {
        grounds[sector] = plan.ground
        plansOfSector[sector] = plan.options
      }
    }
    return SectorPlans(
      grounds: grounds.compactMap { $0 }, options: plansOfSector, reach: reach,
      livingAreaColumn: column)
  }
}
