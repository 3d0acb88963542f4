/// What lists give of each unit, and to whom: all of it, its delegated communes, or parts of its people.
struct ListedUnits: Sendable {
  /// People of a unit with one set of owners. The shares of the area of a unit add up to 1.
  typealias Layer = (people: Int, areaShare: Double, owners: [Index<DatedCPTS>])

  /// CPTS of each unit as a whole.
  var wholes: Column<Unit, [Index<DatedCPTS>]>
  /// CPTS of delegated communes, by unit.
  var delegated: [Index<Unit>: [UnitCode: [Index<DatedCPTS>]]] = [:]
  /// Parts of units that lists give to CPTS, in the order of the lists.
  var shares: [Index<Unit>: [UnitShares.Share]] = [:]

  /// Units of which lists give less than all.
  var divided: Set<Index<Unit>> { Set(shares.keys).union(delegated.keys) }

  /// The layers of a unit.
  ///
  /// - Parameter kept: of some owners, those that count.
  /// - Complexity: O(n²) in the owners of the unit.
  func layers(
    of unit: Index<Unit>, _ units: StudyUnits,
    _ kept: ([Index<DatedCPTS>]) -> [Index<DatedCPTS>] = { $0 }
  ) -> [Layer] {
    let people = units[unit].population ?? 0
    let owners = wholes[unit].isEmpty ? [] : kept(wholes[unit])
    let named = (delegated[unit] ?? [:]).mapValues(kept).filter { !$0.value.isEmpty }
      .sorted { $0.key < $1.key }
    let given = shares[unit].map { Self.kept($0, kept) } ?? []
    if !given.isEmpty {
      let all = given + Self.kept(Self.sharesOfDelegated(named, unit, units), kept)
      let layers = UnitShares(all).layers
      return zip(apportion(people, weights: layers.map(\.weight)), layers).map { share, layer in
        (share, layer.weight, owners + layer.owners)
      }
    }
    guard !named.isEmpty else { return [(people, 1, owners)] }
    return Self.layers(of: named, unit, units, owners)
  }

  /// Of the shares of owners, those that count, one an owner.
  private static func kept(
    _ shares: [UnitShares.Share], _ kept: ([Index<DatedCPTS>]) -> [Index<DatedCPTS>]
  ) -> [UnitShares.Share] {
    let owners = Set(kept(shares.map(\.owner)))
    return owners.count == shares.count ? shares : shares.filter { owners.contains($0.owner) }
  }

  private static func layers(
    of named: [(key: UnitCode, value: [Index<DatedCPTS>])], _ unit: Index<Unit>,
    _ units: StudyUnits, _ owners: [Index<DatedCPTS>]
  ) -> [Layer] {
    var weights = named.map { Double(units.delegated[$0.key]?.population ?? 0) }
    let whole = named.compactMap { units.delegated[$0.key]?.parentPopulation }.max() ?? 0
    weights.append(max(0, Double(whole) - weights.reduce(0, +)))
    if weights.allSatisfy({ $0 == 0 }) { weights[weights.count - 1] = 1 }
    let total = weights.reduce(0, +)
    return apportion(units[unit].population ?? 0, weights: weights).enumerated().map {
      index, share in
      (share, weights[index] / total, owners + (index < named.count ? named[index].value : []))
    }
  }

  /// What CPTS have of a unit by its delegated communes, where lists give parts of it besides.
  private static func sharesOfDelegated(
    _ named: [(key: UnitCode, value: [Index<DatedCPTS>])], _ unit: Index<Unit>,
    _ units: StudyUnits
  ) -> [UnitShares.Share] {
    named.flatMap { code, owners in
      let part = units.delegated[code]
      let whole = max(1, part?.parentPopulation ?? units[unit].population ?? 0)
      let share = min(1, Double(part?.population ?? 0) / Double(whole))
      return owners.map { UnitShares.Share(owner: $0, part: share) }
    }
  }
}
