/// What `resume.json` says of drawn territories.
struct DrawnSummary: Encodable {
  let dessins: Int
  let unitesCoupees: Int
  /// Cut units by the method that shared out their people.
  let unitesParMethode: [String: Int]
  /// Fewest and most people at each stage or above, whatever the distribution inside cut units.
  let intervalles: [String: Interval]
  let fermeture: Closure
  let unitesDouteuses: [String]
  let liseres: Slivers
  /// What overlays by GEOS found, with `--verify`.
  let verification: Check?

  struct Interval: Encodable {
    let population: Int
    let min: Int
    let max: Int
  }

  /// The largest difference between a unit and the sum of the faces that drawings make of it.
  struct Closure: Encodable {
    let unite: String?
    let ecartM2: Double
  }

  struct Slivers: Encodable {
    let largeurM: Double
    let population: Int
    let chevauchements: Int
    let nonCouverts: Int
    let populationNonCouverte: Int
    let superficieNonCouverteKm2: Double
    /// Places below a square metre, the precision of the drawing, which no file lists.
    let infimes: Crumbs
    let sensibilite: [Sensitivity]
  }

  struct Crumbs: Encodable {
    let chevauchements: Int
    let chevauchementsM2: Double
    let nonCouverts: Int
    let nonCouvertsM2: Double
  }

  struct Sensitivity: Encodable {
    let largeurM: Double
    let population: Int
    let chevauchementsLiseres: Int
    let morceauxNonCouvertsEtroits: Int
  }

  struct Check: Encodable {
    let unites: Int
    let comparaisons: Int
    let plusGrandEcartM2: Double
    let ecarts: [Difference]
  }

  struct Difference: Encodable {
    let unite: String
    /// A CPTS, or a stage: all drawings at that stage or above.
    let objet: String
    let arrangementM2: Double
    let superpositionM2: Double
  }

  /// nil where no territory is drawn.
  init?(_ study: Study) {
    guard let drawn = study.figures.drawn, let division = study.ground.division,
      let ground = study.mesh.drawn
    else { return nil }
    let units = study.units.units
    dessins = division.cptsOfDrawing.count
    let cut = study.mesh.units.filter { study.mesh.pieces.isDivided($0) }
    unitesCoupees = cut.count
    unitesParMethode = Dictionary(
      cut.map { (division.weights.methods[$0].rawValue, 1) }, uniquingKeysWith: +)
    let breakdown = study.coverage[0].breakdown
    intervalles = Dictionary(
      uniqueKeysWithValues: Stage.allCases.dropFirst().map { stage in
        let people = breakdown.cumulative(stage)
        let slack = drawn.intervals.slack(from: stage)
        return (
          stage.key,
          Interval(population: people, min: people - slack.below, max: people + slack.above)
        )
      })
    fermeture = Closure(
      unite: ground.closure.unit.map { study.units[$0].code.text },
      ecartM2: rounded(ground.closure.squareMetres))
    unitesDouteuses = ground.doubtfulUnits.map { units[Int($0)].code.text }
    verification = study.ground.check.map { check in
      Check(
        unites: check.unitCount, comparaisons: check.comparisons,
        plusGrandEcartM2: rounded(check.largest),
        ecarts: check.differences.map { difference in
          Difference(
            unite: units[Int(difference.unit)].code.text,
            objet: difference.place.name(division.cptsOfDrawing, study.territories.cpts),
            arrangementM2: rounded(difference.arranged),
            superpositionM2: rounded(difference.overlaid))
        })
    }
    liseres = Slivers(
      largeurM: study.options.sliverWidth, population: study.options.sliverPeople,
      chevauchements: study.figures.overlaps.count { $0.qualification == .sliver },
      nonCouverts: drawn.strips.count,
      populationNonCouverte: drawn.strips.reduce(0) { $0 + $1.population },
      superficieNonCouverteKm2: rounded(
        drawn.strips.reduce(0) { $0 + $1.squareMetres } / 1e6),
      infimes: Crumbs(
        chevauchements: drawn.overlapCrumbs.count,
        chevauchementsM2: rounded(drawn.overlapCrumbs.squareMetres),
        nonCouverts: drawn.stripCrumbs.count,
        nonCouvertsM2: rounded(drawn.stripCrumbs.squareMetres)),
      sensibilite: drawn.sensitivity.map { row in
        Sensitivity(
          largeurM: row.rule.width, population: row.rule.people,
          chevauchementsLiseres: row.overlaps, morceauxNonCouvertsEtroits: row.uncoveredPieces)
      })
  }
}

extension OverlayCheck.Place {
  fileprivate func name(
    _ cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>, _ cpts: [DatedCPTS]
  ) -> String {
    switch self {
    case .drawing(let drawing): cpts[Int(cptsOfDrawing[drawing])].id.text
    case .stage(let stage): stage.key
    }
  }
}

/// A CPTS given as a list and as a drawing, in `resume.json`.
struct ReconciliationSummary: Encodable {
  let cptsId: String
  let populationListe: Int
  let populationDessin: Int
  let populationCommune: Int
  let superficieListeKm2: Double
  let superficieDessinKm2: Double
  let superficieCommuneKm2: Double
  let communesListeSeule: [String]
  let communesDessinSeul: [String]

  init(_ comparison: Reconciliation, _ study: Study) {
    let codes = { (communes: [Int32]) in
      communes.map { study.units.communes[Int($0)].code.text }
    }
    cptsId = study.territories.cpts[Int(comparison.cpts)].id.text
    populationListe = comparison.listed.people
    populationDessin = comparison.drawn.people
    populationCommune = comparison.both.people
    superficieListeKm2 = rounded(comparison.listed.squareMetres / 1e6)
    superficieDessinKm2 = rounded(comparison.drawn.squareMetres / 1e6)
    superficieCommuneKm2 = rounded(comparison.both.squareMetres / 1e6)
    communesListeSeule = codes(comparison.communesListedOnly)
    communesDessinSeul = codes(comparison.communesDrawnOnly)
  }
}

/// To three decimals.
private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
