/// Random numbers from the seed that libFuzzer hands over: the same seed, the same mutation.
struct Dice {
  private var state: UInt64

  init(seed: UInt32) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64 (Steele, Lea, Flood, 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a count.
  mutating func below(_ count: Int) -> Int { count < 2 ? 0 : Int(next() % UInt64(count)) }

  /// Whether one chance in so many comes.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  /// From -1 to 1.
  mutating func unit() -> Double { Double(Int64(bitPattern: next())) / Double(Int64.max) }

  mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
}
