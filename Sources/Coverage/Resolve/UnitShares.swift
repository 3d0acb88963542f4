/// Parts of one unit that lists give to CPTS, laid out on its people.
///
/// Lists say how large a part is, not where. Parts are taken for different ones, one after the other, as long
/// as they add up to no more than the unit; where they do not, each begins with the same people, so that they
/// overlap as far as they can. (Convention of the tool.)
struct UnitShares {
  struct Share {
    let owner: Index<DatedCPTS>
    /// Above 0, below 1.
    let part: Double
  }

  /// People of the unit with one set of owners; the weights add up to 1.
  typealias Layer = (weight: Double, owners: [Index<DatedCPTS>])

  let layers: [Layer]

  /// What decimals leave open.
  private static let noise = 1e-6

  /// - Parameter shares: one an owner, not empty.
  init(_ shares: [Share]) {
    let sum = shares.reduce(0) { $0 + $1.part }
    guard sum > 1 + Self.noise else {
      let rest: [Layer] = sum < 1 - Self.noise ? [(1 - sum, [])] : []
      layers = shares.map { ($0.part / max(1, sum), [$0.owner]) } + rest
      return
    }
    let sorted = shares.sorted { $0.part < $1.part }
    var (below, layers): (Double, [Layer]) = (0, [])
    for (place, share) in sorted.enumerated() where share.part > below {
      layers.append((share.part - below, sorted[place...].map(\.owner)))
      below = share.part
    }
    if below < 1 { layers.append((1 - below, [])) }
    self.layers = layers
  }
}
