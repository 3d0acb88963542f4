/// Numbers of 64 bits as if at random (SplitMix64): the same for the same seed, and each place of one sequence
/// by itself.
struct MixedBits: Sendable {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// The number at a place, from 0, of the sequence whose seed is 0.
  static func number(at place: Int) -> UInt64 { mixed(UInt64(place + 1) &* step) }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
