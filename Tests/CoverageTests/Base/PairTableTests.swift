import Testing

@testable import Coverage

@Suite("Indices of pairs")
struct PairTableTests {
  private enum Thing {}

  /// Few distinct numbers, so that pairs come again, and differ in one coordinate or by its sign only.
  @Test("they are those that a dictionary gives", arguments: 1...40 as ClosedRange<UInt64>)
  func dictionary(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var table = PairTable<Thing, Int>(expected: random.int(in: 0...100))
    var dictionary: [SIMD2<Int>: Int] = [:]
    for _ in 0..<2000 {
      let pair = SIMD2(random.int(in: -20...20), random.int(in: -20...20) << random.int(in: 0...40))
      if random.int(in: 0...1) == 0 {
        #expect(table.find(pair).map { Int($0) } == dictionary[pair])
      } else {
        let index = Int(table.index(of: pair))
        #expect(index == dictionary[pair] ?? dictionary.count)
        dictionary[pair] = index
      }
    }
    #expect(table.pairs.count == dictionary.count)
    for (index, pair) in table.pairs.pairs { #expect(dictionary[pair] == Int(index)) }
  }

  @Test("a table that nothing was expected of grows")
  func growth() {
    var table = PairTable<Thing, Double>(expected: 0)
    for round in 0..<2 {
      for step in 0..<5000 {
        #expect(Int(table.index(of: SIMD2(1 / Double(step + 1), 48))) == step, "round \(round)")
      }
    }
    #expect(table.find(SIMD2(48, 1)) == nil)
  }
}
