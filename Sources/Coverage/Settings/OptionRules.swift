/// What options are judged by: weights and bounds that the study file may set.
public struct OptionRules: Sendable, Equatable {
  /// Weight of each criterion in the score, from 0 to 100.
  public var weights: [Criterion: Int]
  /// A CPTS above so many inhabitants is not coherent; nil for twice the last size bound.
  public var largestPeople: Int?
  /// A CPTS below so many inhabitants cannot be created; nil for half of the first size bound.
  public var smallestPeople: Int?
  /// An option that reaches farther from the main commune is to be examined; nil for what few CPTS of the
  /// study exceed.
  public var farthestMetres: Double?

  /// The defaults, which no text sets.
  public init() {
    weights = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0, $0.defaultWeight) })
  }

  /// What an option is scored on, each from 0 to 1. The raw value is the name in the files.
  public enum Criterion: String, CaseIterable, Sendable {
    /// Share of the zone's people that the option covers.
    case coverage = "couverture"
    /// How far the CPTS concerned stay between the smallest and the largest coherent size.
    ///
    /// No text sets a smallest size, and the report of 2023 finds the smallest and the largest CPTS as
    /// coherent as the others: within these conventions all sizes are worth the same.
    case size = "taille"
    /// Share of the people gained whose bassin de vie is mostly in the CPTS that they join.
    case livingArea = "bassin"
    /// The same for the EPCI.
    case intercommunality = "epci"
    /// Share of the border of what joins a CPTS that it shares with it.
    case border = "frontiere"
    /// 1 where all is beside the main commune, 0 from `OptionScore.farMetres` on.
    case proximity = "proximite"
    /// Stage of the CPTS that people join: its rank of 4.
    case maturity = "maturite"
    /// 1 in one department, one half in one region, 0 across regions.
    case limits = "limites"
    /// 1 without more euros, 0 from `OptionScore.dearEuros` a year for a person gained. More public money is
    /// no fault of an option: it weighs nothing unless the study says so.
    case cost = "cout"

    var defaultWeight: Int {
      switch self {
      case .livingArea: 4
      case .coverage, .size, .proximity: 3
      case .intercommunality, .border, .maturity: 2
      case .limits: 1
      case .cost: 0
      }
    }
  }

  /// Weight of a criterion.
  subscript(criterion: Criterion) -> Int { weights[criterion] ?? 0 }

  /// Weights of all criteria, in their order.
  var weightsInOrder: [Int] { Criterion.allCases.map { self[$0] } }

  /// - Returns: the inhabitants from which, and up to which, a CPTS is coherent.
  func range(_ sizes: SizeRule) -> ClosedRange<Int> {
    let (smallest, largest) = bounds(sizes)
    return smallest...max(smallest, largest)
  }

  private func bounds(_ sizes: SizeRule) -> (smallest: Int, largest: Int) {
    (
      smallestPeople ?? (sizes.bounds.first?.people ?? 0) / 2,
      largestPeople ?? (sizes.bounds.last?.people ?? 0) * 2
    )
  }
}

extension OptionRules {
  /// The defaults, and what the study file says.
  ///
  /// - Throws: a usage fault where nothing could be judged by them.
  init(_ settings: StudySettings, _ sizes: SizeRule) throws(InputFault) {
    self.init()
    weights.merge(settings.optionWeights) { $1 }
    largestPeople = settings.optionLargest
    smallestPeople = settings.optionSmallest
    farthestMetres = settings.optionFarthest.map { $0 * 1000 }
    guard weights.values.contains(where: { $0 > 0 }) else {
      throw Self.fault(
        "option-weights", Wording(fr: "tous les poids sont nuls", en: "every weight is zero"),
        "{bassin: 4}")
    }
    let (smallest, largest) = bounds(sizes)
    guard smallest < largest else {
      throw Self.fault(
        "option-smallest, option-largest",
        Wording(
          fr: "\(smallest) et \(largest) ne font pas un intervalle d’habitants",
          en: "\(smallest) and \(largest) make no range of people"),
        "option-smallest: 20000, option-largest: 350000")
    }
  }

  private static func fault(_ key: String, _ problem: Wording, _ example: String) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(fr: "\(key) : \(problem.french)", en: "\(key): \(problem.english)"),
      cure: Wording(
        fr: "écrivez par exemple : \(example)", en: "write for instance: \(example)"))
  }
}
