import Testing

@testable import Coverage

/// Numbers as French readers write them.
@Suite struct FrenchNumberTests {
  @Test(
    "decimals keep their sign and group their thousands",
    arguments: [
      (0.5, "0,50"), (-0.5, "-0,50"), (-0.001, "0,00"), (-96.975, "-96,98"),
      (12_345.678, "12\u{202F}345,68"), (-12_345.678, "-12\u{202F}345,68"),
    ])
  func decimals(number: Double, text: String) {
    #expect(NumberText.decimal(number, 2) == text)
  }

  @Test("whole numbers keep their digits, in groups of three from the right")
  func wholes() {
    var random = SplitMix(seed: 202)
    let limits = [0, 1, -1, 999, 1000, -999, -1000, 1_000_000, .max, .min]
    let others = (0..<500).map { _ in
      Int(truncatingIfNeeded: random.next()) >> random.int(in: 0...63)
    }
    for number in limits + others {
      let text = NumberText.whole(number)
      #expect(text.filter { $0 != "\u{202F}" } == String(number))
      let groups = text.drop { $0 == "-" }.split(
        separator: "\u{202F}", omittingEmptySubsequences: false)
      #expect((1...3).contains(groups[0].count), "\(text)")
      #expect(groups.dropFirst().allSatisfy { $0.count == 3 }, "\(text)")
    }
  }
}
