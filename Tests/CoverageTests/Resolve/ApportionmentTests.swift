import Testing

@testable import Coverage

@Suite("Whole people shared out by largest remainder")
struct ApportionmentTests {
  @Test(
    "shares worked by hand",
    arguments: [
      (10, [1, 1], [5, 5]), (10, [1, 1, 1], [4, 3, 3]), (11, [1, 1, 1], [4, 4, 3]),
      (1, [1, 1, 1, 1], [1, 0, 0, 0]), (100, [1, 2], [33, 67]), (7, [0, 1], [0, 7]),
      (0, [1, 2, 3], [0, 0, 0]), (5, [3], [5]), (3, [1, 4, 1], [1, 2, 0]),
      (1_000, [0.1, 0.2, 0.7], [100, 200, 700]),
      // Hamilton's method on quotas 2.6, 2.5 and 0.9: both leftovers go to 0.9 and 2.6.
      (6, [2.6, 2.5, 0.9], [3, 2, 1]),
    ] as [(Int, [Double], [Int])])
  func byHand(whole: Int, weights: [Double], expected: [Int]) {
    #expect(apportion(whole, weights: weights) == expected)
  }

  @Test("the sum is exact, each share is within one of its due, and no weight gets nothing")
  func laws() {
    var random = SplitMix(seed: 1_792)
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...60, using: &random)
      var weights = (0..<count).map { _ in
        random.next() % 6 == 0 ? 0 : Double.random(in: 0.001...1_000, using: &random)
      }
      if weights.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
      let whole = Int.random(
        in: 0...[10, 1_000, 70_000_000][Int(random.next() % 3)], using: &random)
      let shares = apportion(whole, weights: weights)
      #expect(shares.reduce(0, +) == whole)
      let total = weights.reduce(0, +)
      for (share, weight) in zip(shares, weights) {
        #expect(abs(Double(share) - Double(whole) * weight / total) < 1.000_001)
        if weight == 0 { #expect(share == 0) }
      }
    }
  }

  @Test("against whole arithmetic: quotas, remainders and ties without rounding")
  func exact() {
    var random = SplitMix(seed: 1_850)
    for _ in 0..<3_000 {
      let weights = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      let total = weights.reduce(0, +)
      guard total > 0 else { continue }
      let whole = Int.random(in: 0...500, using: &random)
      var expected = weights.map { whole * $0 / total }
      let order = weights.indices.sorted {
        (whole * weights[$1] % total, $0) < (whole * weights[$0] % total, $1)
      }
      for index in order.prefix(whole - expected.reduce(0, +)) { expected[index] += 1 }
      let shares = apportion(whole, weights: weights.map(Double.init))
      // Equal remainders may differ in their last bit: then the same shares fall to other equals.
      if Set(weights).count == weights.count || weights.allSatisfy({ $0 == weights[0] }) {
        let remainders = weights.map { whole * $0 % total }
        if Set(remainders).count == remainders.count { #expect(shares == expected) }
      }
      #expect(shares.reduce(0, +) == expected.reduce(0, +))
    }
  }

  @Test("ties go to the earlier, and equal weights to a whole number stay equal")
  func ties() {
    for count in 1...40 {
      for whole in 0...count {
        let shares = apportion(whole, weights: Array(repeating: 1, count: count))
        #expect(shares == (0..<count).map { $0 < whole ? 1 : 0 })
      }
    }
  }

  @Test("equal weights never differ by more than one, the earlier having more")
  func stable() {
    var random = SplitMix(seed: 3)
    for _ in 0..<500 {
      let weight = Double.random(in: 0.01...99, using: &random)
      let shares = apportion(
        Int.random(in: 0...10_000, using: &random),
        weights: Array(repeating: weight, count: Int.random(in: 1...30, using: &random)))
      #expect(shares == shares.sorted(by: >))
      #expect((shares.first ?? 0) - (shares.last ?? 0) <= 1)
    }
  }
}
