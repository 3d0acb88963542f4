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
    #expect(FrenchNumber.decimal(number, 2) == text)
  }
}
