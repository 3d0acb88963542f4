/// How many overlaps there are, and of how many pieces, counted before any is made: a small list may ask
/// for the square of its size, and small drawings for its cube.
struct OverlapCount {
  /// Pieces of ground, each counted once for every pair of CPTS that has it.
  private(set) var pieces = 0
  /// Pairs that have a piece; where this is more than was asked about, the count stopped there.
  private(set) var pairs = 0
  /// The part that most CPTS cover, and how many.
  private(set) var most: (part: Index<Part>, cpts: Int)?

  /// Bytes that a pair and its pieces take from the search to the files: measured.
  private static let bytesOfPair = 1_000
  private static let bytesOfPiece = 12

  /// - Parameters:
  ///   - wanted: CPTS that count, of each covering.
  ///   - bytes: what overlaps may take; no more pairs are counted than fit.
  /// - Complexity: O(parts + pairs that fit).
  init(
    _ territories: Territories, _ wanted: Column<Covering, [Index<DatedCPTS>]>, upTo bytes: Int
  ) {
    var isMet = Column<Covering, Bool>(repeating: false, count: wanted.count)
    var atMost = 0
    for (index, part) in territories.parts.pairs {
      let count = wanted[part.covering].count
      guard count > 1 else { continue }
      if count > most?.cpts ?? 0 { most = (index, count) }
      pieces += count * (count - 1) / 2
      if !isMet[part.covering] { atMost += count * (count - 1) / 2 }
      isMet[part.covering] = true
    }
    pairs = atMost
    guard self.bytes > bytes, pieces * Self.bytesOfPiece <= bytes else { return }
    // Coverings have pairs in common: only these tell.
    var met: Set<SIMD2<Int32>> = []
    for (covering, isMet) in zip(wanted, isMet) where isMet {
      for (place, first) in covering.enumerated() {
        for second in covering[(place + 1)...] { met.insert([first.raw, second.raw]) }
        pairs = met.count
        if self.bytes > bytes { return }
      }
    }
  }

  /// What the overlaps take.
  var bytes: Int { pairs * Self.bytesOfPair + pieces * Self.bytesOfPiece }
}
