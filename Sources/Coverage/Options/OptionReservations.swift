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
    case .support, .uniting: return [unknown(kind, figures, targets)].compactMap { $0 }
    case .creation, .extending, .temporaryExtending, .sharing, .mixed:
      return [
        unknown(kind, figures, targets), acrossSea(figures), doubled(figures), far(figures),
        cut(targets),
      ].compactMap { $0 }
    }
  }

  /// Communes of unknown population, in what the option takes of the sector and in the CPTS concerned.
  private func unknown(
    _ kind: SectorOptionKind, _ figures: OptionFigures, _ targets: [Int32]
  ) -> Wording? {
    let here = Set(
      sector.unknownUnits.filter { targets[Int($0)] >= 0 }.map { sector.communes[Int($0)] }
    ).count
    var there =
      kind == .uniting
      ? sector.unknownCommunesOfProjects
      : figures.members.reduce(0) { $0 + (sector.member($1.target)?.unknownCommunes ?? 0) }
    // A project has the communes of the sector that it covers.
    if kind == .support || kind == .uniting { there = max(0, there - here) }
    guard here + there > 0 else { return nil }
    return .partlyUnknown(
      inSector: here, inCPTS: there,
      areSeveral: max(figures.united.count, figures.members.count) > 1)
  }

  private func acrossSea(_ figures: OptionFigures) -> Wording? {
    sector.isBySea && figures.members.contains { !$0.isNew } ? .acrossSea : nil
  }

  private func doubled(_ figures: OptionFigures) -> Wording? {
    let doubled = figures.members.filter {
      // Whoever is unknown of the sector would make it more still; of the CPTS, nobody can say.
      !$0.isNew && $0.before.exact != nil && $0.peopleGained > $0.peopleBefore
    }
    return doubled.first.map { .moreThanDoubled(from: $0.peopleBefore, to: $0.after) }
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
