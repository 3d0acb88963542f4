/// The tables of a trend, with the columns of the contract.
struct TrendTables {
  let trend: Trend

  /// Five rows an area and date, one a stage: as `couverture.csv` of a study of that day, with the date first and
  /// the CPTS last. One table a date, so that none is ever whole.
  func trend(_ date: Int) -> Table {
    var table = Table(
      "tendance", rows: trend.areas.areas.count * Stage.allCases.count,
      [
        "date", "niveau", "code", "nom", "stade", "population_stade", "pct_stade",
        "population_cumulee", "pct_cumule", "nb_cpts",
      ])
    let day = trend.dates[date].description
    for (place, area) in trend.areas.areas.enumerated() {
      let breakdown = trend.figures.breakdown(date, place)
      let total = breakdown.total
      func people(_ count: Int) -> [Cell] {
        area.isKnown
          ? [.whole(count), .percent(of: count, in: total)] : [.whole(nil), .whole(nil)]
      }
      for stage in Stage.allCases {
        table.append(
          row: [
            .text(day), .text(area.level), .code(area.code), .text(area.name), .text(stage.key),
          ],
          people(breakdown[stage]), people(breakdown.cumulative(stage)),
          [.whole(trend.figures.cptsCount(date, place, stage))])
      }
    }
    return table
  }

  /// What would come, by date and stage; no row where nothing is projected.
  func projection() -> Table {
    var table = Table(
      "projection",
      [
        "date", "stade", "pct_cumule_median", "pct_cumule_bas", "pct_cumule_haut",
        "population_cumulee_mediane", "population_cumulee_basse", "population_cumulee_haute",
      ])
    guard case .success(let projection) = trend.projection else { return table }
    for point in projection.points {
      let people = [point.median, point.low, point.high]
      table.append(
        row: [.text(point.date.description), .text(point.stage.key)],
        people.map { .percent(of: $0, in: projection.total) }, people.map { .whole($0) })
    }
    return table
  }
}
