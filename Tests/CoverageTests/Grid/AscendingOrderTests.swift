import Testing

@testable import Coverage

@Suite("The order of keys")
struct AscendingOrderTests {
  @Test(
    "is that of a stable sort, whatever bytes the keys use",
    arguments: [0, 1, 0xFF, 0x1_2345, 0xFFFF_FFFF, 0x1_0000_0000, .max] as [UInt64])
  func sorts(most: UInt64) {
    var random = SplitMix(seed: most)
    for count in [0, 1, 2, 300, 5_000] {
      let keys = (0..<count).map { _ in UInt64.random(in: 0...most, using: &random) }
      let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
      #expect(ascendingOrder(of: keys).map { Int($0) } == expected, "\(count) keys")
      #expect(ascendingOrder(of: keys.sorted()) == (0..<Int32(count)).map { $0 })
    }
  }
}
