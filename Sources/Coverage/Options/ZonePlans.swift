/// The options of every white zone of a study.
struct ZonePlans: Sendable {
  /// By zone, in the order of the zones.
  let grounds: [ZoneGround]
  let options: [[ZoneOption]]
  /// Column of attributes that gives the bassins de vie; nil where none does.
  let livingAreaColumn: String?

  /// - Complexity: for each zone O(edges + neighbours × units), and a bounded search of divisions.
  static func all(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ figures: StudyFigures,
    _ options: StudyOptions
  ) async throws -> ZonePlans {
    let column = AreaIndex.livingAreaColumns.first { units.attributes[$0] != nil }
    let maker = ZoneGrounds(
      territories, units, mesh, figures, whiteBelow: options.whiteBelow,
      livingAreas: column.flatMap { units.attributes[$0] })
    @Sendable func plans(
      of zones: [WhiteZone]
    ) -> [(ground: ZoneGround, options: [ZoneOption])] {
      var maker = maker
      return zones.map { zone in
        let ground = maker.ground(of: zone)
        return (ground, ZoneOptions(ground, options.optionRules, options.rules).options)
      }
    }
    // Every other zone to each task, so that both have large ones.
    let zones = figures.zones
    let (even, odd) = try await concurrently(
      jobs: options.jobs,
      { plans(of: zones.indices.filter { $0.isMultiple(of: 2) }.map { zones[$0] }) },
      { plans(of: zones.indices.filter { !$0.isMultiple(of: 2) }.map { zones[$0] }) })
    let all = zones.indices.map { $0.isMultiple(of: 2) ? even[$0 / 2] : odd[$0 / 2] }
    return ZonePlans(
      grounds: all.map { $0.ground }, options: all.map { $0.options }, livingAreaColumn: column)
  }
}
