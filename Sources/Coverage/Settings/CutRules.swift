/// How land without project is cut into sectors: conventions of the tool, which the study file may set.
public struct CutRules: Sendable, Equatable {
  /// People that a sector has at least, where its component can be divided so.
  public var smallest: Int
  /// People that a sector has at most, likewise.
  public var largest: Int
  /// What one more sector must spare.
  public var price: Int
  /// Weight of each criterion.
  public var weights: [Criterion: Int]

  /// What speaks against a cut, counted in people. The raw value is the name in the study file.
  public enum Criterion: String, CaseIterable, Sendable {
    /// People away from the sector that has most of their bassin de vie.
    case livingArea = "bassin"
    /// The same for their EPCI.
    case intercommunality = "epci"
    /// People outside the department of most people of their sector.
    case department = "departement"
    /// People 50 kilometres from the main unit of their sector; nearer ones in proportion.
    case distance

    var defaultWeight: Int {
      switch self {
      case .livingArea: 4
      case .distance: 3
      case .intercommunality: 2
      case .department: 1
      }
    }
  }

  /// Metres at which one person weighs one, by the weight of the distance.
  static let farMetres = 50_000

  /// The conventions, where the study file sets none.
  public init(smallest: Int = 20_000, largest: Int = 175_000, price: Int = 30_000) {
    (self.smallest, self.largest, self.price) = (smallest, largest, price)
    weights = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0, $0.defaultWeight) })
  }

  /// Whether so many people may be more than one territory: no size alone starts a cut.
  func mayCut(_ people: Int) -> Bool { people >= 2 * smallest }

  /// Weight of a criterion.
  subscript(criterion: Criterion) -> Int { weights[criterion] ?? 0 }
}

extension CutRules {
  /// - Parameter smallest: people of the smallest coherent CPTS.
  /// - Throws: a usage fault where no sector has room between the bounds.
  init(_ settings: StudySettings, smallest: Int, _ sizes: SizeRule) throws(InputFault) {
    let usual = max(sizes.bounds.last?.people ?? 0, 2 * smallest)
    self.init(smallest: smallest, largest: settings.sectorLargest ?? usual)
    if let asked = settings.sectorPrice { price = asked }
    weights.merge(settings.sectorWeights) { $1 }
    guard largest > smallest else {
      throw Self.fault(
        "sector-largest: 175000",
        Wording(
          fr: "sector-largest : \(largest) n’est pas au-dessus de option-smallest (\(smallest))",
          en: "sector-largest: \(largest) is not above option-smallest (\(smallest))"))
    }
  }

  /// People that no territory has: sums of them and of metres stay exact.
  static let mostPeople = 100_000_000

  private static func fault(_ example: String, _ problem: Wording) -> InputFault {
    InputFault(
      .usage, path: "", problem: problem,
      cure: Wording(
        fr: "écrivez par exemple : \(example)", en: "write for instance: \(example)"))
  }
}
