/// Gives every distinct position an id, by hashing the bits of its coordinates.
///
/// Borders that neighbours share are shared vertex by vertex, so equal bits are what makes two units
/// meet.
struct VertexTable: Sendable {
  /// Positions by id. Both coordinates side by side cost one trip to memory.
  private(set) var positions: [SIMD2<Double>] = []
  /// Ids by slot; -1 where free. The number of slots is a power of two, at least twice the positions.
  private var slots: [Int32]
  private var shift: UInt64

  /// - Parameter expected: how many positions will be asked for, each about twice.
  init(expected: Int) {
    var bits: UInt64 = 4
    while 1 << bits < expected - expected / 8 { bits += 1 }
    slots = Array(repeating: -1, count: 1 << Int(bits))
    shift = 64 - bits
    positions.reserveCapacity(expected / 2)
  }

  var count: Int { positions.count }

  /// The id of a position, a new one at its first appearance.
  ///
  /// - Parameter previous: the vertex before it on its ring, or -1: a place to look first.
  /// - Complexity: O(1) expected.
  mutating func id(_ abscissa: Double, _ ordinate: Double, after previous: Int32) -> Int32 {
    // -0.0 and 0.0 are one place with two bit patterns.
    let position = SIMD2(abscissa + 0.0, ordinate + 0.0)
    // Along a shared border the neighbour was here before, the other way round.
    if previous > 0, positions[Int(previous) - 1] == position { return previous - 1 }
    let slot = place(of: position)
    if slots[slot] >= 0 { return slots[slot] }
    let id = Int32(positions.count)
    slots[slot] = id
    positions.append(position)
    if positions.count * 2 > slots.count { grow() }
    return id
  }

  /// The id of a position, if it has one.
  func find(_ position: SIMD2<Double>) -> Int32? {
    let id = slots[place(of: position)]
    return id >= 0 ? id : nil
  }

  /// The id of a position, if it has one.
  ///
  /// - Parameter neighbour: a vertex whose id is likely next to it, or -1: a drawing that follows a
  ///   border meets its vertices in their order.
  func find(_ position: SIMD2<Double>, near neighbour: Int32) -> Int32? {
    let index = Int(neighbour)
    if index >= 0, index < positions.count {
      if index + 1 < positions.count, positions[index + 1] == position { return neighbour + 1 }
      if index > 0, positions[index - 1] == position { return neighbour - 1 }
    }
    return find(position)
  }

  /// The slot that holds a position, or the free one where it would go.
  private func place(of position: SIMD2<Double>) -> Int {
    var slot = slot(of: position)
    while slots[slot] >= 0, positions[Int(slots[slot])] != position {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    shift -= 1
    for (id, position) in positions.enumerated() {
      slots[place(of: position)] = Int32(id)
    }
  }

  private func slot(of position: SIMD2<Double>) -> Int {
    var hash = position.x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32)) &+ position.y.bitPattern &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> shift)
  }
}
