import Testing

@testable import Coverage

@Suite("JSON numbers are rounded as IEEE 754 asks")
struct JSONNumberTests {
  private func number(_ text: String) throws -> Double {
    var scanner = JSONScanner(Array((text + " ").utf8))
    return try scanner.number()
  }

  /// A decimal in one of the shapes that files have.
  private func decimal(_ random: inout SplitMix) -> String {
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    var text = random.next() % 3 == 0 ? "-" : ""
    let whole = Int.random(in: 1...24, using: &random)
    text +=
      random.next() % 3 == 0 ? "0" : "\(Int.random(in: 1...9, using: &random))\(digits(whole - 1))"
    if random.next() % 4 != 0 { text += "." + digits(Int.random(in: 1...26, using: &random)) }
    if random.next() % 3 == 0 {
      text += random.next() % 2 == 0 ? "e" : "E"
      text += ["", "+", "-"][Int(random.next() % 3)]
      text += String(Int.random(in: 0...330, using: &random))
    }
    return text
  }

  @Test("ten thousand decimals of all lengths are bit for bit those of the standard library")
  func randomDecimals() throws {
    var random = SplitMix(seed: 754)
    for _ in 0..<10_000 {
      let text = decimal(&random)
      let expected = try #require(Double(text))
      let read = try number(text)
      #expect(read.bitPattern == expected.bitPattern, "\(text)")
    }
  }

  @Test("every double is read back from its shortest text")
  func shortest() throws {
    var random = SplitMix(seed: 53)
    for _ in 0..<10_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try number(value.description).bitPattern == value.bitPattern)
    }
    for _ in 0..<10_000 {
      let longitude = Double.random(in: -180...180, using: &random)
      #expect(try number(longitude.description) == longitude)
    }
  }

  @Test(
    "limits: zero and its sign, 2⁵³ and beyond, 22 decimals and more, under- and overflow",
    arguments: [
      ("0", 0), ("-0", -0.0), ("-0.000", -0.0), ("9007199254740991", 0x1p53 - 1),
      ("9007199254740993", 0x1p53), ("9007199254740995", 0x1p53 + 4),
      ("0.0000000000000000000001", 1e-22), ("0.00000000000000000000001", 1e-23),
      ("1000000000000000000", 1e18), ("18446744073709551616", 0x1p64), ("1e400", .infinity),
      ("-1e400", -.infinity), ("5e-324", 0x1p-1074), ("2e-324", 0), ("1E+2", 100),
      ("0.1000000000000000055511151231257827", 0.1),
    ] as [(String, Double)])
  func limits(text: String, expected: Double) throws {
    #expect(try number(text).bitPattern == expected.bitPattern)
  }

  @Test(
    "what is no number throws",
    arguments: ["", "-", "--5", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1-2", "NaN", "abc"])
  func malformed(text: String) {
    #expect(throws: JSONScanner.Fault.self) { try number(text) }
  }
}
