/// What options of a sector are ranked by: a project at work first, or those that compete as one; then how few conventions speak against them;
/// then what follows the pole that people look to already (of a remnant, the CPTS that it is done with), and what one decision does before what takes several
/// or is a doubtful creation; then the score, then people.
struct SectorOptionRank: Equatable {
  private let step: Int
  /// Conventions that speak against it.
  private let against: Int
  private let order: Int
  private let score: Int
  private let people: Int

  init(_ option: SectorOption, _ sector: SectorGround) {
    score = option.score?.total ?? -1
    people = option.figures?.peopleGained ?? 0
    let isOfProjects = option.kind == .support || option.kind == .uniting
    against = isOfProjects ? 0 : option.reservations.count
    order = isOfProjects ? 0 : Self.order(option, sector)
    step = Self.step(option)
  }

  /// A project that something speaks against, as another on its land does, is helped once they are one.
  private static func step(_ option: SectorOption) -> Int {
    guard option.isFeasible else { return 4 }
    return switch option.kind {
    case .support: option.isPlain ? 0 : 2
    case .uniting: 1
    default: 3
    }
  }

  private static func order(_ option: SectorOption, _ sector: SectorGround) -> Int {
    if followsPole(option, sector) { return 0 }
    // Where something speaks against both, a CPTS that is there comes before one that is not.
    let isDoubtfulCreation = option.kind == .creation && !option.isPlain
    return option.kind == .sharing || option.kind == .mixed || isDoubtfulCreation ? 2 : 1
  }

  /// Whether the CPTS that takes the sector is its natural one; or the pole of most people's bassin is in the sector,
  /// with most of that bassin, and the option creates a CPTS around it.
  private static func followsPole(_ option: SectorOption, _ sector: SectorGround) -> Bool {
    switch option.kind {
    case .creation: option.isPlain && sector.isAroundPole
    case .extending: option.targets?.first.map(sector.natural.contains) == true
    default: false
    }
  }

  func isBefore(_ other: Self) -> Bool {
    (step, against, order, other.score, other.people)
      < (other.step, other.against, other.order, score, people)
  }
}
