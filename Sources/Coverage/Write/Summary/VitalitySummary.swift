/// The fragile CPTS, in `resume.json`. People uncovered are in `fragiles.csv`, one CPTS at a time: those
/// of two CPTS that end together are not the sum of theirs.
struct FragileSummary: Encodable {
  let seuils: Thresholds
  /// CPTS at `projet` or above of which something tells whether they are fragile.
  let cptsRenseignees: Int
  let fragiles: Int
  let fragilesParStade: [String: Int]
  /// Fragile CPTS that cover somebody whom no other covers.
  let fragilesSeulesACouvrir: Int
  /// Fragile CPTS that no neighbour is able to support.
  let fragilesSansSoutien: Int

  /// Percentages; absent where the study file sets none.
  struct Thresholds: Encodable {
    let pctAdherents: Double?
    let pctActifs: Double?
  }

  /// - Returns: nil where the inputs speak of no fragile CPTS and no threshold is set.
  init?(_ study: Study) {
    guard let figures = study.figures.fragile else { return nil }
    let rule = study.options.fragility
    seuils = Thresholds(pctAdherents: rule.leastMembers, pctActifs: rule.leastActive)
    cptsRenseignees = figures.judgedCount
    fragiles = figures.fragile.count
    let stages = figures.fragile.map { study.territories.cpts[Int($0.cpts)].stage }
    fragilesParStade = Dictionary(
      uniqueKeysWithValues: Stage.allCases.map { stage in
        (stage.key, stages.count { $0 == stage })
      })
    fragilesSeulesACouvrir = figures.fragile.count { $0.loss.population > 0 }
    fragilesSansSoutien = figures.fragile.count { $0.supports.isEmpty }
  }
}

/// Professionals of all CPTS, in `resume.json`.
struct ProfessionalSummary: Encodable {
  let cpts: Int
  let cptsRenseignees: Int
  let professionnels: Int?
  let adherents: Int?
  let actifs: Int?
  /// Sums over the CPTS that give both counts, of which `professionnels.csv` has the shares.
  let adherentsDeProfessionnels: Share
  let actifsDAdherents: Share

  struct Share: Encodable {
    let partie: Int
    let ensemble: Int

    fileprivate init(_ share: Headcounts.Share) { (partie, ensemble) = (share.part, share.whole) }
  }

  /// - Returns: nil where no CPTS counts its professionals.
  init?(_ study: Study) {
    guard let counts = study.figures.professionals?.last?.counts else { return nil }
    cpts = counts.cptsCount
    cptsRenseignees = counts.answeringCount
    professionnels = counts.professionals
    adherents = counts.members
    actifs = counts.activeMembers
    adherentsDeProfessionnels = Share(counts.membersShare)
    actifsDAdherents = Share(counts.activeShare)
  }
}

/// The coverage over time, in `resume.json`.
struct HistorySummary: Encodable {
  let dates: [String]
  /// People by stage, one number a date; on the last date they are those of the indicator.
  let populationParStade: [String: [Int]]
  let cptsSansDate: Int
  let perimetres: String

  /// - Returns: nil where no date tells of an earlier month.
  init?(_ study: Study) {
    guard let history = study.figures.history else { return nil }
    dates = history.dates.map { $0.description }
    populationParStade = Dictionary(
      uniqueKeysWithValues: Stage.allCases.map { stage in
        (stage.key, history.breakdowns.map { $0[stage] })
      })
    cptsSansDate = history.undatedCount
    perimetres = "ceux de l’étude, à toutes les dates"
  }
}
