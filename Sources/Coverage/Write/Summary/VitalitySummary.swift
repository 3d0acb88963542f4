/// CPTS that may end, professionals and coverage over time, in `resume.json`; nil where no input tells.
enum VitalitySummary {
  /// People uncovered are in `fragiles.csv`, one CPTS at a time: those of two CPTS that end together are
  /// not the sum of theirs.
  static func fragile(in study: Study) -> JSON? {
    guard let figures = study.figures.fragile else { return nil }
    let rule = study.options.fragility
    let stages = figures.fragile.map { study.territories.cpts[Int($0.cpts)].stage }
    return [
      // Percentages; absent where the study file sets none.
      "seuils": [
        "pct_adherents": rule.leastMembers.map { .number($0) },
        "pct_actifs": rule.leastActive.map { .number($0) },
      ],
      // CPTS at `projet` or above of which something tells whether they are fragile.
      "cpts_renseignees": .whole(figures.judgedCount),
      "fragiles": .whole(figures.fragile.count),
      "fragiles_par_stade": .byStage { stage in .whole(stages.count { $0 == stage }) },
      // Those that cover somebody whom no other covers.
      "fragiles_seules_a_couvrir": .whole(figures.fragile.count { $0.loss.population > 0 }),
      // Those that no neighbour is able to support.
      "fragiles_sans_soutien": .whole(figures.fragile.count { $0.supports.isEmpty }),
    ]
  }

  /// Professionals of all CPTS. Shares are sums over the CPTS that give both counts, of which
  /// `professionnels.csv` has the percentages.
  static func professionals(in study: Study) -> JSON? {
    guard let counts = study.figures.professionals?.last?.counts else { return nil }
    func share(_ share: Headcounts.Share) -> JSON {
      ["partie": .whole(share.part), "ensemble": .whole(share.whole)]
    }
    return [
      "cpts": .whole(counts.cptsCount),
      "cpts_renseignees": .whole(counts.answeringCount),
      "professionnels": counts.professionals.map { .whole($0) },
      "adherents": counts.members.map { .whole($0) },
      "actifs": counts.activeMembers.map { .whole($0) },
      "adherents_de_professionnels": share(counts.membersShare),
      "actifs_d_adherents": share(counts.activeShare),
    ]
  }

  /// People by stage, one number a date; on the last date they are those of the indicator.
  static func history(of study: Study) -> JSON? {
    guard let history = study.figures.history else { return nil }
    return [
      "dates": .texts(history.dates.map { $0.description }),
      "population_par_stade": .byStage { stage in
        .array(history.breakdowns.map { .whole($0[stage]) })
      },
      "cpts_sans_date": .whole(history.undatedCount),
      "perimetres": .text(
        history.havePerimeterDates
          ? "ceux de chaque date, selon les dates des couples"
          : "ceux de l’étude, à toutes les dates"),
    ]
  }
}
