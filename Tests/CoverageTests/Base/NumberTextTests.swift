import Testing

@testable import Coverage

@Suite("Numbers as text")
struct NumberTextTests {
  private func text(_ body: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    body(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private func decimal(_ number: Double, _ decimals: Int) -> String {
    text { $0.append(number, decimals: decimals) }
  }

  /// The digits of a scaled whole number with its point, by means of strings.
  private func digits(_ scaled: UInt128, _ decimals: Int, negative: Bool) -> String {
    var digits = String(scaled)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    if decimals > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals)) }
    return (negative && scaled > 0 ? "-" : "") + digits
  }

  /// A double times a power of ten in exact whole arithmetic: a fraction over a power of two.
  private func exact(_ number: Double, _ decimals: Int) -> (numerator: UInt128, shift: Int)? {
    guard number != 0 else { return (0, 0) }
    let significand = UInt128(number.significandBitPattern | 1 << 52)
    let exponent = Int(number.exponent) - 52
    guard exponent < 0, exponent > -100 else { return nil }
    return ((0..<decimals).reduce(significand) { value, _ in value * 10 }, -exponent)
  }

  @Test(
    "numbers worked by hand, half away from zero",
    arguments: [
      (0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-0.006, 2, "-0.01"),
      (0.5, 0, "1"), (-0.5, 0, "-1"), (1.5, 0, "2"), (2.5, 0, "3"), (0.125, 2, "0.13"),
      (-0.125, 2, "-0.13"), (0.375, 2, "0.38"), (1234.5678, 3, "1234.568"), (9.999, 2, "10.00"),
      (0.000_000_04, 7, "0.0000000"), (0.000_000_06, 7, "0.0000001"),
      (-61.551_234_549, 7, "-61.5512345"), (180, 7, "180.0000000"), (2.3522, 7, "2.3522000"),
      (1e15, 3, "1000000000000000.000"), (1e20, 1, "1e+20"), (-2.5e300, 0, "-2.5e+300"),
    ] as [(Double, Int, String)])
  func byHand(number: Double, decimals: Int, expected: String) {
    #expect(decimal(number, decimals) == expected)
  }

  @Test(
    "against exact arithmetic, away from ties by more than one rounding", arguments: [0, 2, 3, 7])
  func randomDecimals(decimals: Int) throws {
    var random = SplitMix(seed: UInt64(decimals))
    var compared = 0
    for _ in 0..<8_000 {
      let limit = [1e-3, 1, 180, 1e6, 6e8][Int(random.next() % 5)]
      let number = Double.random(in: -limit...limit, using: &random)
      guard let (numerator, shift) = exact(abs(number), decimals) else { continue }
      let one = UInt128(1) << UInt128(shift)
      let rounded = (numerator + one / 2) >> UInt128(shift)
      let fraction = numerator & (one - 1)
      let distance = fraction > one / 2 ? fraction - one / 2 : one / 2 - fraction
      guard distance > numerator >> 52 else { continue }  // the product's own rounding decides
      compared += 1
      #expect(decimal(number, decimals) == digits(rounded, decimals, negative: number < 0))
    }
    #expect(compared > 6_000)
  }

  @Test("exact ties go away from zero")
  func ties() {
    var random = SplitMix(seed: 8)
    for _ in 0..<2_000 {
      // A multiple of 1/8 with three decimals ends in 5 at two decimals or is exact.
      let eighths = Int.random(in: 0...1_000_000, using: &random)
      let thousandths = eighths * 125
      let expected = digits(UInt128((thousandths + 5) / 10), 2, negative: false)
      #expect(decimal(Double(eighths) / 8, 2) == expected)
      #expect(decimal(-Double(eighths) / 8, 2) == (eighths == 0 ? "" : "-") + expected)
    }
  }

  @Test("positions of seven decimals are read back within half of the last")
  func positions() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<5_000 {
      let degrees = Double.random(in: -180...180, using: &random)
      let text = decimal(degrees, 7)
      #expect(text.split(separator: ".").last?.count == 7)
      #expect(abs(try #require(Double(text)) - degrees) <= 0.5e-7 + 1e-13)
    }
  }

  @Test("whole numbers, with their limits")
  func wholeNumbers() {
    for number in [0, 1, -1, 9, 10, 99, 100, -1_000, 66_526_267, .max, .min] {
      #expect(text { $0.append(number) } == String(number))
    }
  }

  @Test(
    "percentages worked by hand, half up",
    arguments: [
      (0, 0, "0.00"), (0, 5, "0.00"), (5, 5, "100.00"), (1, 3, "33.33"), (2, 3, "66.67"),
      (1, 8, "12.50"), (1, 20_000, "0.01"), (1, 20_001, "0.00"), (3, 20_000, "0.02"),
      (12_345, 100_000, "12.35"), (65_526_267, 66_526_267, "98.50"), (3, 2, "150.00"),
    ])
  func percentages(part: Int, whole: Int, expected: String) {
    #expect(text { $0.append(percentOf: part, in: whole) } == expected)
  }

  @Test("a percentage is the nearest of hundredths, in whole arithmetic")
  func randomPercentages() {
    var random = SplitMix(seed: 100)
    for _ in 0..<8_000 {
      let whole = Int.random(
        in: 1...[9, 20_000, 70_000_000][Int(random.next() % 3)], using: &random)
      let part = Int.random(in: 0...whole, using: &random)
      // Half up: the largest h with h − ½ ≤ 10000·part / whole.
      let doubled = 2 * 10_000 * UInt128(part) + UInt128(whole)
      var hundredths = UInt128(10_000) * UInt128(part) / UInt128(whole)
      if 2 * (hundredths + 1) * UInt128(whole) <= doubled { hundredths += 1 }
      #expect(
        text { $0.append(percentOf: part, in: whole) } == digits(hundredths, 2, negative: false))
      #expect(
        text { $0.append(percentOf: part, in: whole, point: UInt8(ascii: ",")) }
          == digits(hundredths, 2, negative: false).split(separator: ".").joined(separator: ","))
    }
  }
}
