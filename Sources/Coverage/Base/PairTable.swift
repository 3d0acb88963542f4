/// Gives every distinct pair of numbers an index, in the order of their first appearance.
///
/// A hash table with open addressing. It keeps the pairs in one column and the indices in another, so
/// that a look costs two trips to memory, and nothing is boxed.
struct PairTable<Of, Scalar: PairScalar> {
  private(set) var pairs = Column<Of, SIMD2<Scalar>>()
  /// Indices by slot; missing where free. The number of slots is a power of two, at least twice the
  /// pairs.
  private var slots: [Index<Of>]
  private var shift: UInt64

  /// - Parameter expected: about how many distinct pairs will come.
  init(expected: Int) {
    var bits: UInt64 = 4
    while 1 << bits < 2 * expected - expected / 4 { bits += 1 }
    slots = Array(repeating: .missing, count: 1 << Int(bits))
    shift = 64 - bits
    pairs.reserveCapacity(expected)
  }

  /// The index of a pair, if it has one.
  ///
  /// - Complexity: O(1) expected.
  func find(_ pair: SIMD2<Scalar>) -> Index<Of>? {
    let index = slots[slot(of: pair)]
    return index.exists ? index : nil
  }

  /// The index of a pair, a new one at its first appearance.
  ///
  /// - Complexity: O(1) expected.
  mutating func index(of pair: SIMD2<Scalar>) -> Index<Of> {
    let slot = slot(of: pair)
    if slots[slot].exists { return slots[slot] }
    let index = pairs.next
    slots[slot] = index
    pairs.append(pair)
    if pairs.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: .missing, count: slots.count * 2)
    shift -= 1
    for (index, pair) in pairs.pairs { slots[slot(of: pair)] = index }
  }

  /// The slot that holds a pair, or the free one where it would go.
  private func slot(of pair: SIMD2<Scalar>) -> Int {
    var slot = Int(mixedBits(of: pair) >> shift)
    while slots[slot].exists, pairs[slots[slot]] != pair { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

extension PairTable: Sendable where SIMD2<Scalar>: Sendable {}

/// A number whose bits tell it from others.
protocol PairScalar: SIMDScalar, Hashable, Codable, Sendable {
  var pattern: UInt64 { get }
}

extension Double: PairScalar {
  var pattern: UInt64 { bitPattern }
}

extension Int: PairScalar {
  var pattern: UInt64 { UInt64(bitPattern: Int64(self)) }
}

/// 64 bits that change altogether where a bit of the pair changes; the highest are the best mixed.
func mixedBits<Scalar: PairScalar>(of pair: SIMD2<Scalar>) -> UInt64 {
  var mixed = pair.x.pattern &* 0x9E37_79B9_7F4A_7C15
  mixed = (mixed ^ (mixed >> 32)) &+ pair.y.pattern &* 0xC2B2_AE3D_27D4_EB4F
  return (mixed ^ (mixed >> 29)) &* 0x9E37_79B9_7F4A_7C15
}
