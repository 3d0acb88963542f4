/// How much a unit belongs with a CPTS, in thousandths: the mean, by the weights of the study, of the
/// share of its bassin de vie and of its EPCI that live in the CPTS, of its border with it, and of how
/// near its main commune is. What is unknown of a unit does not count for it.
struct Affinity {
  private let zone: ZoneGround
  private let weights: (livingArea: Int, intercommunality: Int, border: Int, proximity: Int)
  /// Neighbours of the zone, or their number for a new CPTS.
  private let targets: [Int]
  /// `unit * targets.count + place`.
  private let metresOfContact: [Double]
  /// Metres of border of each unit, within the zone and around it.
  private let wholeBorder: [Double]
  private let insideBorder: [Double]

  /// The target that stands for a CPTS that the zone would create.
  private var created: Int { zone.neighbours.count }

  /// - Complexity: O(units × targets + borders).
  init(_ zone: ZoneGround, _ rules: OptionRules, with targets: [Int]) {
    self.zone = zone
    weights = (
      rules[.livingArea], rules[.intercommunality], rules[.border], rules[.proximity]
    )
    self.targets = targets
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

  /// - Returns: thousandths, one for each target.
  /// - Complexity: O(targets).
  func thousandths(of unit: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: targets.count)
    var whole = 0
    func add(_ weight: Int, _ values: [Int]?) {
      guard let values, weight > 0 else { return }
      whole += weight
      for (index, value) in values.enumerated() { sums[index] += weight * value }
    }
    add(weights.livingArea, shares(zone.livingAreas, unit))
    add(weights.intercommunality, shares(zone.intercommunalities, unit))
    add(weights.border, borders(unit))
    add(weights.proximity, nearness(unit))
    return whole == 0 ? sums : sums.map { $0 / whole }
  }

  /// Shares of the people of the unit's area that live in each target.
  private func shares(_ areas: SharedAreas, _ unit: Int) -> [Int]? {
    guard areas.isKnown, areas.ofUnit[unit] >= 0 else { return nil }
    let area = areas.ofUnit[unit]
    let whole = areas.people[Int(area)]
    return targets.map { target in
      let people =
        target == created
        ? areas.peopleInZone[Int(area)]
        : areas.people(of: area, in: Int32(target), zone.neighbours.count)
      return inThousandths(people, of: whole)
    }
  }

  /// Shares of the unit's border, land side only; with the rest of the zone for a new CPTS.
  private func borders(_ unit: Int) -> [Int]? {
    guard wholeBorder[unit] > 0 else { return nil }
    return targets.indices.map { place in
      let metres =
        targets[place] == created
        ? insideBorder[unit] : metresOfContact[unit * targets.count + place]
      return Int(min(1, metres / wholeBorder[unit]) * 1000)
    }
  }

  /// The least distance to a main commune, over that to each.
  private func nearness(_ unit: Int) -> [Int]? {
    guard let point = zone.points[unit] else { return nil }
    var metres: [Double?] = []
    for target in targets {
      let main = target == created ? zone.points[Int(zone.mainUnit)] : zone.neighbours[target].main
      metres.append(main.map { max(1, point.metres(to: $0)) })
    }
    guard let least = metres.lazy.compactMap({ $0 }).min() else { return nil }
    return metres.map { $0.map { Int(least / $0 * 1000) } ?? 0 }
  }
}

/// `part` of `whole` in thousandths, rounded half up; 0 of nothing.
func inThousandths(_ part: Int, of whole: Int) -> Int {
  // Beyond any population of the Earth a few inhabitants are no matter.
  if whole > 1 << 50 { return Int((Double(part) / Double(whole) * 1000).rounded()) }
  return whole == 0 ? 0 : (part * 2000 + whole) / (2 * whole)
}
