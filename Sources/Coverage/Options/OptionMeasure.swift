/// Measures what a choice of CPTS for each unit of a zone comes to.
struct OptionMeasure {
  private let zone: SectorGround
  private let beside: Grouping<SectorUnit, SectorUnit>

  private var created: Int32 { Int32(zone.neighbours.count) }

  init(_ zone: SectorGround, beside: Grouping<SectorUnit, SectorUnit>) {
    self.zone = zone
    self.beside = beside
  }

  /// - Parameter targets: CPTS of each unit, -1 for none.
  /// - Complexity: O(units + borders + areas × CPTS concerned).
  func figures(_ targets: [Int32]) -> OptionFigures {
    var figures = OptionFigures()
    let places = members(of: targets, &figures)
    var communes: [Int32] = []
    var holds = [Bool](repeating: false, count: figures.members.count * zone.districts.count)
    for (unit, target) in targets.enumerated() {
      guard target >= 0 else {
        figures.remnantPeople += zone.people[unit]
        figures.remnantUnits += 1
        if zone.unknownUnits.contains(Int32(unit)) { figures.remnantUnitsUnknown += 1 }
        continue
      }
      figures.squareMetres += zone.squareMetres[unit]
      communes.append(zone.communes[unit])
      holds[places[Int(target)] * zone.districts.count + Int(zone.districtOfUnit[unit])] = true
      add(unit, to: &figures.members[places[Int(target)]])
    }
    for (index, isHeld) in holds.enumerated() where isHeld {
      let district = zone.districts[index % zone.districts.count]
      let member = index / zone.districts.count
      figures.members[member].departments.insert(code: district.department)
      figures.members[member].regions.insert(code: district.region)
    }
    communes.sort()
    figures.communeCount = communes.indices.count { $0 == 0 || communes[$0 - 1] != communes[$0] }
    addBorders(targets, places, &figures)
    figures.isContiguous = isAttached(targets)
    figures.livingAreas = wholeAndCut(zone.livingAreas, targets, places, figures.members)
    figures.intercommunalities = wholeAndCut(
      zone.intercommunalities, targets, places, figures.members)
    for member in figures.members {
      figures.sharedMetres += member.sharedMetres
      figures.borderMetres += member.borderMetres
    }
    figures.farthestMetres = figures.members.compactMap { $0.farthestMetres }.max()
    for member in figures.members {
      for code in member.departments { figures.departments.insert(code: code) }
      for code in member.regions { figures.regions.insert(code: code) }
    }
    return figures
  }

  /// A project on the land that it has: what it covers, and no border or area that it would gain.
  ///
  /// - Parameter targets: its target where it covers a unit, -1 elsewhere.
  /// - Complexity: O(units).
  func figures(ofProject place: Int, _ targets: [Int32]) -> OptionFigures {
    var whole = figures(targets)
    whole.isContiguous = true
    whole.livingAreas = nil
    whole.intercommunalities = nil
    whole.farthestMetres = nil
    (whole.sharedMetres, whole.borderMetres) = (0, 0)
    if whole.members.isEmpty { return whole }
    whole.members[0].territoryGain = 0
    whole.members[0].farthestMetres = nil
    (whole.members[0].sharedMetres, whole.members[0].borderMetres) = (0, 0)
    return whole
  }

  /// - Returns: for each target its place among the members.
  private func members(of targets: [Int32], _ figures: inout OptionFigures) -> [Int] {
    var isConcerned = [Bool](
      repeating: false, count: zone.neighbours.count + 1 + zone.projects.count)
    for target in targets where target >= 0 { isConcerned[Int(target)] = true }
    var places = [Int](repeating: -1, count: isConcerned.count)
    for target in isConcerned.indices where isConcerned[target] {
      places[target] = figures.members.count
      let neighbour = zone.member(Int32(target))
      figures.members.append(
        OptionFigures.Member(
          target: Int32(target), isNew: neighbour == nil, peopleBefore: neighbour?.people ?? 0,
          knownBefore: neighbour?.known ?? .all, isProject: Int32(target) > created,
          hasContract: neighbour?.stage == .signedContract, isOfUnknownSector: zone.known == .none,
          departments: neighbour?.departments ?? [], regions: neighbour?.regions ?? []))
    }
    return places
  }

  private func add(_ unit: Int, to member: inout OptionFigures.Member) {
    member.peopleGained += zone.people[unit]
    member.unitsGained += 1
    if zone.unknownUnits.contains(Int32(unit)) { member.unitsUnknown += 1 }
    member.borderMetres += zone.outsideMetres[unit]
    let main = zone.member(member.target)?.main ?? zone.points[Int(zone.mainUnit)]
    if let point = zone.points[unit], let main {
      member.farthestMetres = max(member.farthestMetres ?? 0, point.metres(to: main))
    }
  }

  private func addBorders(
    _ targets: [Int32], _ places: [Int], _ figures: inout OptionFigures
  ) {
    for border in zone.borders {
      let (first, second) = (targets[Int(border.first)], targets[Int(border.second)])
      guard first != second else { continue }
      if first >= 0 { figures.members[places[Int(first)]].borderMetres += border.metres }
      if second >= 0 { figures.members[places[Int(second)]].borderMetres += border.metres }
    }
    for contact in zone.contacts where targets[Int(contact.unit)] == contact.neighbour {
      figures.members[places[Int(contact.neighbour)]].sharedMetres += contact.metres
    }
  }

  /// Whether each unit hangs together with the CPTS that it joins.
  private func isAttached(_ targets: [Int32]) -> Bool {
    var front: [Index<SectorUnit>] = []
    for contact in zone.contacts where targets[Int(contact.unit)] == contact.neighbour {
      front.append(Index(contact.unit))
    }
    let isApart = zone.isBySea || targets[Int(zone.mainUnit)] == created
    if isApart { front.append(Index(zone.mainUnit)) }
    let isReached = beside.reached(from: front, in: targets)
    return targets.indices.allSatisfy { targets[$0] < 0 || isReached[$0] }
  }

  private func wholeAndCut(
    _ areas: SharedAreas, _ targets: [Int32], _ places: [Int], _ members: [OptionFigures.Member]
  ) -> OptionFigures.WholeAndCut? {
    guard areas.isKnown else { return nil }
    let (areaCount, memberCount) = (areas.codes.count, members.count)
    var after = [Int](repeating: 0, count: areaCount * memberCount)
    for area in 0..<areaCount {
      for (place, member) in members.enumerated() {
        after[area * memberCount + place] = areas.people(
          of: Int32(area), in: member.target, zone.neighbours.count)
      }
    }
    for (unit, target) in targets.enumerated() where target >= 0 && areas.ofUnit[unit] >= 0 {
      after[Int(areas.ofUnit[unit]) * memberCount + places[Int(target)]] += zone.people[unit]
    }
    var result = OptionFigures.WholeAndCut()
    for area in 0..<areaCount {
      let most = after[area * memberCount..<(area + 1) * memberCount].max() ?? 0
      if most >= areas.people[area] { result.whole += 1 } else { result.cut += 1 }
    }
    for (unit, target) in targets.enumerated() where target >= 0 && areas.ofUnit[unit] >= 0 {
      let area = Int(areas.ofUnit[unit])
      result.peopleKnown += zone.people[unit]
      if 2 * after[area * memberCount + places[Int(target)]] > areas.people[area] {
        result.peopleInside += zone.people[unit]
      }
    }
    return result
  }
}

extension [String] {
  /// Adds a code to ascending ones, where it is known and not among them.
  ///
  /// - Complexity: O(codes): departments and regions of a territory are few.
  fileprivate mutating func insert(code: String) {
    guard !code.isEmpty else { return }
    let place = firstIndex { $0 >= code } ?? endIndex
    if place == endIndex || self[place] != code { insert(code, at: place) }
  }
}
