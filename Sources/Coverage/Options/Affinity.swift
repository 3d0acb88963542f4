/// How much a unit belongs with a CPTS, in thousandths: the mean, by the weights of the study, of the
/// share of its bassin de vie and of its EPCI that live in the CPTS, of its border with it, and of how
/// near its main commune is. What is unknown of a unit does not count for it.
struct Affinity {
  private let zone: SectorGround
  private let weights: (livingArea: Int, intercommunality: Int, border: Int, proximity: Int)
  /// Neighbours of the zone, or their number for a new CPTS.
  private let targets: [Int]
  /// Main commune of each target, where known.
  private let mains: [GlobePoint?]
  /// `unit * targets.count + place`.
  private let metresOfContact: [Double]
  /// Metres of border of each unit, within the zone and around it.
  private let wholeBorder: [Double]
  private let insideBorder: [Double]

  /// The target that stands for a CPTS that the zone would create.
  private var created: Int { zone.neighbours.count }

  /// - Complexity: O(units × targets + borders).
  init(_ zone: SectorGround, _ rules: OptionRules, with targets: [Int]) {
    self.zone = zone
    weights = (
      rules[.livingArea], rules[.intercommunality], rules[.border], rules[.proximity]
    )
    self.targets = targets
    mains = targets.map { target in
      target < zone.neighbours.count
        ? zone.neighbours[target].main : zone.points[Int(zone.mainUnit)]
    }
    var place = [Int](repeating: -1, count: zone.neighbours.count + 1)
    for (index, target) in targets.enumerated() { place[target] = index }
    var metres = [Double](repeating: 0, count: zone.unitCount * targets.count)
    for contact in zone.contacts where place[Int(contact.neighbour)] >= 0 {
      metres[Int(contact.unit) * targets.count + place[Int(contact.neighbour)]] += contact.metres
    }
    metresOfContact = metres
    var inside = [Double](repeating: 0, count: zone.unitCount)
    for border in zone.borders {
      inside[Int(border.first)] += border.metres
      inside[Int(border.second)] += border.metres
    }
    insideBorder = inside
    wholeBorder = zip(inside, zone.outsideMetres).map { $0 + $1 }
  }

  /// Thousandths of each unit with each target: `unit * targets.count + place`.
  ///
  /// - Complexity: O(units × targets).
  func thousandths() -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(zone.unitCount * targets.count)
    var sums = [Int](repeating: 0, count: targets.count)
    for unit in 0..<zone.unitCount {
      for place in targets.indices { sums[place] = 0 }
      let weight =
        addShares(of: zone.livingAreas, unit, weights.livingArea, to: &sums)
        + addShares(of: zone.intercommunalities, unit, weights.intercommunality, to: &sums)
        + addBorders(of: unit, to: &sums) + addNearness(of: unit, to: &sums)
      for sum in sums { result.append(weight == 0 ? 0 : sum / weight) }
    }
    return result
  }

  // Each of these adds its thousandths times its weight to the sums of the targets, and gives that
  // weight; 0 where nothing is known of the unit.

  /// Shares of the people of the unit's area that live in each target.
  private func addShares(
    of areas: SharedAreas, _ unit: Int, _ weight: Int, to sums: inout [Int]
  ) -> Int {
    guard weight > 0, areas.isKnown, areas.ofUnit[unit] >= 0 else { return 0 }
    let area = areas.ofUnit[unit]
    let whole = areas.people[Int(area)]
    for (place, target) in targets.enumerated() {
      let people =
        target == created
        ? areas.peopleInSector[Int(area)]
        : areas.people(of: area, in: Int32(target), zone.neighbours.count)
      sums[place] += weight * inThousandths(people, of: whole)
    }
    return weight
  }

  /// Shares of the unit's border, land side only; with the rest of the zone for a new CPTS.
  private func addBorders(of unit: Int, to sums: inout [Int]) -> Int {
    guard weights.border > 0, wholeBorder[unit] > 0 else { return 0 }
    for (place, target) in targets.enumerated() {
      let metres =
        target == created ? insideBorder[unit] : metresOfContact[unit * targets.count + place]
      sums[place] += weights.border * Int(min(1, metres / wholeBorder[unit]) * 1000)
    }
    return weights.border
  }

  /// The least distance to a main commune, over that to each.
  private func addNearness(of unit: Int, to sums: inout [Int]) -> Int {
    guard weights.proximity > 0, let point = zone.points[unit] else { return 0 }
    let metres = mains.map { main in main.map { max(1, point.metres(to: $0)) } }
    guard let least = metres.lazy.compactMap({ $0 }).min() else { return 0 }
    for (place, metres) in metres.enumerated() {
      if let metres { sums[place] += weights.proximity * Int(least / metres * 1000) }
    }
    return weights.proximity
  }
}

/// `part` of `whole` in thousandths, rounded half up; 0 of nothing.
func inThousandths(_ part: Int, of whole: Int) -> Int {
  // Beyond any population of the Earth a few inhabitants are no matter.
  if whole > 1 << 50 { return Int((Double(part) / Double(whole) * 1000).rounded()) }
  return whole == 0 ? 0 : (part * 2000 + whole) / (2 * whole)
}
