import Testing

@testable import Coverage

@Suite("Counts of people as spreadsheets write them")
struct WholePopulationTests {
  private func read(_ text: String) -> (Int?, [Anomaly]) {
    var anomalies: [Anomaly] = []
    let people = wholePopulation(text, file: "x", line: 7, object: "01001", &anomalies)
    return (people, anomalies)
  }

  @Test(
    "whole numbers are taken without a word",
    arguments: [
      ("0", 0), ("776", 776), ("1 234", 1_234), ("1\u{A0}234", 1_234), ("12\u{202F}345", 12_345),
      ("776.0", 776), ("776,0", 776), ("67 000 000", 67_000_000), ("007", 7), ("1e3", 1_000),
    ])
  func whole(text: String, expected: Int) {
    let (people, anomalies) = read(text)
    #expect(people == expected)
    #expect(anomalies.isEmpty)
  }

  @Test(
    "fractions are rounded, half up, and said",
    arguments: [("776.4", 776), ("776,5", 777), ("0.49", 0), ("1 234,75", 1_235), ("0,5", 1)])
  func fractions(text: String, expected: Int) {
    let (people, anomalies) = read(text)
    #expect(people == expected)
    #expect(anomalies.map(\.brief) == ["information population_non_entiere 7 01001"])
  }

  @Test(
    "what is no count of people is unknown, and an error that quotes it",
    arguments: ["-3", "x", "1e400", "nan", "inf", "-0,5", "12x", "1.234,5", "s", "-", "1e12"])
  func unknown(text: String) {
    let (people, anomalies) = read(text)
    #expect(people == nil)
    #expect(anomalies.map(\.brief) == ["erreur unite_sans_population 7 01001"])
    #expect(anomalies.first?.finding.french.contains("« \(text) »") == true)
  }

  /// Sums and percentages are whole numbers of 64 bits: a count beyond the world's would overflow them.
  @Test(
    "a count beyond a million million is unknown, however it is written",
    arguments: ["1000000000000", "9223372036854775807", "1 000 000 000 000", "1e18"])
  func absurd(text: String) {
    #expect(read(text).0 == nil)
    #expect(read(text).1.count == 1)
  }

  @Test("hexadecimal is no count of people", arguments: ["0x10", "0x1p4"])
  func hexadecimal(text: String) {
    #expect(read(text).0 == nil)
  }
}
