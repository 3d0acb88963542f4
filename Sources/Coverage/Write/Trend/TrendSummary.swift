/// `resume.json` of a trend, in whose words the members are.
enum TrendSummary {
  static func json(of trend: Trend, _ clock: StepClock) -> JSON {
    [
      "version": .text(toolkitVersion),
      "bibliotheques": StudySummary.libraries,
      "date": StudySummary.now,
      "titre": .text(trend.options.title),
      "options": StudySummary.options(trend.options),
      "entrees": StudySummary.inputs(trend.digests, trend.ledgers),
      "unites": StudySummary.units(trend.units, trend.options),
      "population": StudySummary.population(trend.units),
      "dates": .texts(trend.dates.map(\.description)),
      "pas": .text(trend.step.rawValue),
      "population_par_stade": .byStage { stage in
        .array(trend.dates.indices.map { .whole(trend.figures.breakdown($0, 0)[stage]) })
      },
      "points_gagnes": .array(
        trend.gains(trend.options.whiteBelow).map {
          [
            "du": .text($0.from.description), "au": .text($0.to.description),
            "points": .number(Double($0.hundredths) / 100),
          ]
        }),
      "perimetres": .text(
        trend.havePerimeterDates
          ? "ceux de chaque date, selon les dates des couples"
          : "ceux de l’étude, à toutes les dates"),
      "cpts_sans_date": .whole(trend.undatedCount),
      "projection": projection(of: trend),
      "anomalies": .object(
        Anomaly.Severity.allCases.map { severity in
          (severity.rawValue, .whole(trend.anomalies.count { $0.severity == severity }))
        }),
      "secondes": StudySummary.seconds(clock),
    ]
  }

  private static func projection(of trend: Trend) -> JSON {
    switch trend.projection {
    case .failure(let none):
      return ["raison": .text(none.reason.french), "delais": delays(none.stages)]
    case .success(let projection):
      return [
        "convention": .text("délais observés (Kaplan-Meier) appliqués aux CPTS en attente"),
        "tirages": .whole(StageProjection.draws), "graine": .whole(Int(StageProjection.seed)),
        "mois": .whole(StageProjection.months), "delais": delays(projection.stages),
      ]
    }
  }

  private static func delays(_ stages: [StageProjection.OfStage]) -> JSON {
    .object(
      stages.map { known in
        (
          known.stage.key,
          [
            "observes": .whole(known.observed), "en_attente": .whole(known.waiting),
            "mediane_jours": known.median.map { .whole($0) } ?? .null,
            "plus_long_jours": known.longest.map { .whole($0) } ?? .null,
          ]
        )
      })
  }
}
