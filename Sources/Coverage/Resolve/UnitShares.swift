/// Parts of one unit that lists give to CPTS, laid out on its people.
///
/// Lists say how large a part is, not where. Parts are taken for different ones: each begins where the one before
/// ends, and after the last of the people with the first again. So they overlap only by what passes the unit.
/// (Convention of the tool.)
struct UnitShares {
  struct Share {
    let owner: Index<DatedCPTS>
    /// Above 0, at most 1.
    let part: Double
  }

  /// People of the unit with one set of owners; the weights add up to 1.
  typealias Layer = (weight: Double, owners: [Index<DatedCPTS>])

  let layers: [Layer]

  /// What decimals leave open.
  private static let noise = 1e-6

  /// - Parameter shares: one an owner, in the order of the lists.
  /// - Complexity: O(n²) in the shares.
  init(_ shares: [Share]) {
    var spans: [(low: Double, high: Double, owner: Index<DatedCPTS>)] = []
    var start = 0.0
    for share in shares {
      let end = start + share.part
      spans.append((start, min(1, end), share.owner))
      if end > 1 + Self.noise { spans.append((0, end - 1, share.owner)) }
      start = end >= 1 - Self.noise ? max(0, end - 1) : end
    }
    let places = (spans.flatMap { [$0.low, $0.high] } + [0, 1]).sorted()
    var layers: [Layer] = []
    var low = 0.0
    for high in places where high - low > Self.noise {
      let middle = (low + high) / 2
      let owners = spans.filter { $0.low < middle && middle < $0.high }.map(\.owner)
      layers.append((high - low, owners))
      low = high
    }
    self.layers = layers
  }
}
