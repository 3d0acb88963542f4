/// The options of every white zone of a study.
struct ZonePlans: Sendable {
  /// By zone, in the order of the zones.
  let grounds: [ZoneGround]
  let options: [[ZoneOption]]
  /// Column of attributes that gives the bassins de vie; nil where none does.
  let livingAreaColumn: String?

  /// Parts that the work is divided into.
  private static let shareCount = 12

  /// Where nobody asked for any.
  static let none = ZonePlans(grounds: [], options: [], livingAreaColumn: nil)

  /// - Complexity: for each zone O(edges + neighbours × units), and a bounded search of divisions.
  static func all(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ figures: StudyFigures,
    _ options: StudyOptions
  ) async throws -> ZonePlans {
    let column = units.livingAreaColumn
    let maker = ZoneGrounds(
      territories, units, mesh, figures, whiteBelow: options.whiteBelow,
      livingAreas: column.flatMap { units.attributes[$0] })
    @Sendable func plans(
      of zones: [WhiteZone]
    ) -> [(ground: ZoneGround, options: [ZoneOption])] {
      var maker = maker
      return zones.map { zone in
        let ground = maker.ground(of: zone)
        return (
          ground,
          ZoneOptions(
            ground, options.optionRules, options.rules.sizes, options.comparedRules
          ).options
        )
      }
    }
    // The largest first, and few at a time: whoever has done with small ones takes the next.
    let zones = figures.zones
    let order = zones.indices.sorted {
      (zones[$1].units.count, $0) < (zones[$0].units.count, $1)
    }
    let shares = (0..<min(shareCount, order.count)).map { share in
      stride(from: share, to: order.count, by: shareCount).map { order[$0] }
    }
    let found = try await mapAll(jobs: options.jobs, shares) { share in
      plans(of: share.map { zones[$0] })
    }
    var grounds = [ZoneGround?](repeating: nil, count: zones.count)
    var plansOfZone = [[ZoneOption]](repeating: [], count: zones.count)
    for (share, plans) in zip(shares, found) {
      for (zone, plan) in zip(share, plans) {
        grounds[zone] = plan.ground
        plansOfZone[zone] = plan.options
      }
    }
    return ZonePlans(
      grounds: grounds.compactMap { $0 }, options: plansOfZone, livingAreaColumn: column)
  }
}
