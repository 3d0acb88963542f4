/// Gives every distinct position an id, by hashing the bits of its coordinates.
///
/// Borders that neighbours share are shared vertex by vertex, so equal bits are what makes two units
/// meet.
struct VertexTable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// Ids by slot; -1 where free. The number of slots is a power of two.
  private var slots: [Int32]
  private let shift: UInt64

  /// - Parameter capacity: how many positions will be asked for at most, repeated ones included.
  init(capacity: Int) {
    var bits: UInt64 = 4
    while 1 << bits < capacity + capacity / 4 { bits += 1 }
    slots = Array(repeating: -1, count: 1 << Int(bits))
    shift = 64 - bits
    x.reserveCapacity(capacity / 2)
    y.reserveCapacity(capacity / 2)
  }

  /// The id of a position, a new one at its first appearance.
  ///
  /// - Complexity: O(1) expected.
  mutating func id(_ abscissa: Double, _ ordinate: Double) -> Int32 {
    // -0.0 and 0.0 are one place with two bit patterns.
    let px = abscissa + 0.0
    let py = ordinate + 0.0
    if x.count * 2 > slots.count { grow() }
    var slot = Self.slot(px, py, shift)
    while true {
      let candidate = slots[slot]
      if candidate < 0 {
        let id = Int32(x.count)
        slots[slot] = id
        x.append(px)
        y.append(py)
        return id
      }
      if x[Int(candidate)] == px && y[Int(candidate)] == py { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  private mutating func grow() {
    var larger = VertexTable(capacity: slots.count * 2)
    for index in x.indices { _ = larger.id(x[index], y[index]) }
    self = larger
  }

  private static func slot(_ x: Double, _ y: Double, _ shift: UInt64) -> Int {
    var hash = x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32)) &+ y.bitPattern &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> shift)
  }
}
