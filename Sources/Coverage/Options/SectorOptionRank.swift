/// What options of a sector are ranked by: a project at work first, then what no convention speaks against,
/// of it what follows the pole that people look to already, what one decision does before what takes several,
/// then the score, then people.
struct SectorOptionRank: Equatable {
  private let step: Int
  private let score: Int
  private let people: Int

  init(_ option: SectorOption, _ sector: SectorGround) {
    score = option.score?.total ?? -1
    people = option.figures?.peopleGained ?? 0
    guard option.isFeasible else {
      step = 8
      return
    }
    switch option.kind {
    case .support: step = 0
    case .uniting: step = 1
    default: step = (option.isPlain ? 2 : 5) + Self.order(option, sector)
    }
  }

  private static func order(_ option: SectorOption, _ sector: SectorGround) -> Int {
    if followsPole(option, sector) { return 0 }
    return option.kind == .sharing || option.kind == .mixed ? 2 : 1
  }

  /// Whether the pole of most people's bassin is in the CPTS that takes the sector; or it is in the sector, with
  /// most of that bassin, and the option creates a CPTS around it.
  private static func followsPole(_ option: SectorOption, _ sector: SectorGround) -> Bool {
    switch option.kind {
    case .creation: sector.isAroundPole
    case .extending: option.targets?.first.map(sector.holdersOfPole.contains) == true
    default: false
    }
  }

  func isBefore(_ other: Self) -> Bool {
    (step, other.score, other.people) < (other.step, score, people)
  }
}
