import Testing

@testable import Coverage

@Suite("Forms of codes and numbers are told without regular expressions")
struct WrittenFormTests {
  @Test(
    "a zero of the model is any digit, the rest is itself",
    arguments: [
      ("p20_pop", "p00_pop", true), ("p2_pop", "p00_pop", false), ("q20_pop", "p00_pop", false),
      ("974", "970", true), ("964", "970", false), ("2A", "2A", true), ("", "", true),
      ("٢٠", "00", false),
    ])
  func models(text: String, model: String, expected: Bool) {
    #expect(isWritten(text, like: model) == expected)
  }

  @Test(
    "scientific notation, and the whole number that it shows in full",
    arguments: [
      ("1.004E3", "1004"), ("1,004e+03", "1004"), ("2.60420E+4", "26042"), ("1e0", "1"),
      ("9.70E1", "97"), ("1.0E0", "1"),
    ])
  func whole(text: String, expected: String) throws {
    #expect(try #require(ScientificNotation(text)).whole == expected)
  }

  @Test(
    "digits that are not shown are not invented",
    arguments: ["2.6E+4", "1e5", "1.004E99", "1.5E0", "1.0041E3"])
  func hidden(text: String) throws {
    #expect(try #require(ScientificNotation(text)).whole == nil)
  }

  @Test(
    "what is no such notation",
    arguments: [
      "", "1", "E3", "1E", "1E+", "1.E3", "12E3", "1.2.3E4", "1E-3", "1E003", "1E3x", "1 E3",
    ])
  func other(text: String) {
    #expect(ScientificNotation(text) == nil)
  }

  @Test("sixteen thousand rows without a code are each counted")
  func manyRows() throws {
    let rows = String(repeating: "x;1.0001\n", count: 16_000)
    let scratch = try Scratch()
    let input = try scratch.file("x.csv", "code;pmun\n" + rows)
    #expect(try Inspection(input).rows == 16_000)
  }
}
