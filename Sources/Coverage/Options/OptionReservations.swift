/// Conventions of the tool that speak against an option, which a person may judge otherwise.
struct OptionReservations {
  private let sector: SectorGround
  /// nil where unknown.
  private let reach: UsualReach?

  init(_ sector: SectorGround, reach: UsualReach?) {
    self.sector = sector
    self.reach = reach
  }

  /// - Complexity: O(units + CPTS concerned).
  func all(
    _ kind: SectorOptionKind, _ figures: OptionFigures, _ targets: [Int32]
  ) -> [Wording] {
    switch kind {
    case .support, .uniting: return []
    case .creation, .extending, .temporaryExtending, .sharing, .mixed:
      return [acrossSea(figures), doubled(figures), far(figures), cut(targets)].compactMap { $0 }
    }
  }

  private func acrossSea(_ figures: OptionFigures) -> Wording? {
    sector.isBySea && figures.members.contains { !$0.isNew } ? .acrossSea : nil
  }

  private func doubled(_ figures: OptionFigures) -> Wording? {
    let doubled = figures.members.filter {
      !$0.isNew && $0.before.figure != nil && $0.peopleGained > $0.peopleBefore
    }
    return doubled.first.map { .moreThanDoubled(from: $0.peopleBefore, to: $0.peopleAfter) }
  }

  private func far(_ figures: OptionFigures) -> Wording? {
    guard let reach, let farthest = figures.farthestMetres, farthest > reach.metres else {
      return nil
    }
    return .unusuallyFar(farthest, reach)
  }

  /// A bassin de vie that is whole in the sector, and would be divided.
  private func cut(_ targets: [Int32]) -> Wording? {
    let areas = sector.livingAreas
    guard areas.isKnown, Set(targets).count > 1 else { return nil }
    var first = [Int32?](repeating: nil, count: areas.codes.count)
    for (unit, area) in areas.ofUnit.enumerated() where area >= 0 && sector.people[unit] > 0 {
      let area = Int(area)
      guard areas.peopleInSector[area] == areas.people[area] else { continue }
      if let known = first[area], known != targets[unit] {
        return .wholeLivingAreaCut(areas.codes[area])
      }
      first[area] = targets[unit]
    }
    return nil
  }
}
