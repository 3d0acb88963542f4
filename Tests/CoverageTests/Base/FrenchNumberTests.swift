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

  @Test(
    "a measured size has the digits that a reader can use, three decimals at most",
    arguments: [
      (29_811.641, "29\u{202F}812"), (100, "100"), (99.96, "100"), (99.94, "99,9"),
      (12.345, "12,3"), (9.996, "10,0"), (2.582, "2,58"), (0.9996, "1,00"), (0.861, "0,861"),
      (0.0014, "0,001"), (0, "0,000"), (-54.752, "-54,8"),
    ] as [(Double, String)])
  func measured(number: Double, text: String) {
    #expect(NumberText.measured(number) == text)
  }

  @Test(
    "a share with one decimal is never nothing of something, nor all of a part",
    arguments: [
      (1, 3, "33,3 %"), (2, 3, "66,7 %"), (1, 2_000, "0,1 %"), (1, 2_001, "< 0,1 %"),
      (0, 9, "0,0 %"), (9, 9, "100,0 %"), (1_999, 2_000, "> 99,9 %"), (9_994, 10_000, "99,9 %"),
      (0, 0, "0,0 %"), (.max, .max, "100,0 %"),
    ] as [(Int, Int, String)])
  func shares(part: Int, whole: Int, text: String) {
    #expect(NumberText.share(part, whole) == text)
    #expect(NumberText.share(part, whole, .english) == text.replacing(",", with: "."))
  }

  @Test("words agree with their number: French counts nought as one, English as many")
  func agreement() {
    #expect(
      [0, 1, 2].map { $0.inFrench("autre", "autres") } == ["0 autre", "1 autre", "2 autres"])
    #expect([0, 1, 2].map { $0.inEnglish("row", "rows") } == ["0 rows", "1 row", "2 rows"])
    #expect([0, 1, 2].map { NumberText.count($0, "a", "b") } == ["0 a", "1 a", "2 b"])
    #expect([0, 1, 2].map { NumberText.count($0, "a", "b", .english) } == ["0 b", "1 a", "2 b"])
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
