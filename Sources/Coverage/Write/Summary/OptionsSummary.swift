/// What options were judged by, and how many there are: in `resume.json`.
struct OptionsSummary: Encodable {
  let regles: Rules
  let poids: [String: Int]
  let tailleCoherenteMin: Int
  let tailleCoherenteMax: Int
  /// Column that gives the bassins de vie; absent where none does.
  let colonneBassins: String?
  let options: [String: Count]
  let zonesSansOption: Int
  let partages: Divisions

  struct Rules: Encodable {
    let nom: String
    let valideDepuis: String
    let enVigueur: Bool
    let source: String
  }

  struct Count: Encodable {
    private(set) var possibles = 0
    private(set) var impossibles = 0
    private(set) var premieres = 0

    mutating func add(isFeasible: Bool, isFirst: Bool) {
      if isFeasible { possibles += 1 } else { impossibles += 1 }
      if isFeasible && isFirst { premieres += 1 }
    }
  }

  /// How far from the best the divisions of zones can be.
  struct Divisions: Encodable {
    let optimauxProuves: Int
    let avecEcart: Int
    let ecartMaxPct: Double
  }

  init(_ study: Study) {
    let options = study.options
    let all = study.plans.options
    regles = Rules(options)
    poids = Dictionary(
      uniqueKeysWithValues: OptionRules.Criterion.allCases.map {
        ($0.rawValue, options.optionRules[$0])
      })
    let people = options.optionRules.range(options.rules.sizes)
    (tailleCoherenteMin, tailleCoherenteMax) = (people.lowerBound, people.upperBound)
    colonneBassins = study.plans.livingAreaColumn
    var counts: [String: Count] = [:]
    for kind in ZoneOption.Kind.allCases { counts[kind.rawValue] = Count() }
    for options in all {
      for (place, option) in options.enumerated() {
        counts[option.kind.rawValue]?.add(isFeasible: option.isFeasible, isFirst: place == 0)
      }
    }
    self.options = counts
    zonesSansOption = all.count { $0.first?.isFeasible != true }
    let gaps = all.joined().compactMap { $0.search?.gap }
    partages = Divisions(
      optimauxProuves: gaps.count { $0 == 0 }, avecEcart: gaps.count { $0 > 0 },
      ecartMaxPct: Double(gaps.max() ?? 0) / 100)
  }
}

extension OptionsSummary.Rules {
  init(_ options: StudyOptions) {
    nom = options.rules.name
    valideDepuis = options.rules.validFrom.description
    enVigueur = options.rules.isInForce(at: options.at)
    source = options.rules.source
  }
}
