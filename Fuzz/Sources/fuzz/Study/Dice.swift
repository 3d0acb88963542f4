/// Random numbers from the seed that libFuzzer hands over: the same seed, the same mutation.
struct Dice {
  private var numbers: SplitMix

  init(seed: UInt32) { numbers = SplitMix(seed: UInt64(seed)) }

  /// A number below a count.
  mutating func below(_ count: Int) -> Int { count < 2 ? 0 : numbers.int(in: 0...count - 1) }

  /// Whether one chance in so many comes.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  /// From -1 to 1.
  mutating func unit() -> Double { numbers.double(in: -1...1) }

  mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
}
