import Testing

@testable import Coverage

@Suite("The year of a file's codes")
struct CodeYearTests {
  private func history() throws -> CodeHistory { try #require(realHistory).history }

  @Test("All communes of a year are told from those of other years", arguments: 1943...2024)
  func wholeYears(year: Int) throws {
    let history = try history()
    // Those that no movement names fit every year.
    let named = history.record.codes.filter { history.isCommune($0, in: year) }
    let found = CodeYearDetector(history).detect(named, preferred: 2024)
    #expect(found.range.contains(year))
    #expect(found.misfits.isEmpty && found.strangers.isEmpty)
    #expect(found.communes[year - 1943] == found.judged)
  }

  @Test("One in twenty missing changes nothing", arguments: [1943, 1968, 1976, 2000, 2015, 2019])
  func missing(year: Int) throws {
    let history = try history()
    var random = SplitMix(seed: UInt64(year))
    let codes = history.communes(in: year).filter { _ in random.int(in: 1...20) > 1 }
    let found = CodeYearDetector(history).detect(codes, preferred: 2024)
    #expect(found.range.contains(year))
    #expect(found.misfits.isEmpty)
  }

  @Test("Forty codes of one department fit their year", arguments: ["14", "49", "05", "2A", "97"])
  func samples(department: String) throws {
    let history = try history()
    var missed: [Int] = []
    var random = SplitMix(seed: 40)
    for year in stride(from: 1980, through: 2024, by: 4) {
      var codes = history.communes(in: year).filter { $0.text.hasPrefix(department) }
      random.shuffle(&codes)
      let found = CodeYearDetector(history).detect(codes.prefix(40), preferred: 2024)
      if !found.bestRanges.contains(where: { $0.contains(year) }) { missed.append(year) }
      #expect(found.communes[year - 1943] == found.judged, "\(year)")
    }
    // By chance, one sample in fifty looks like one of another year.
    #expect(missed.count <= 1, "\(missed)")
  }

  @Test("A few old codes in a list of the units' year are misfits, not its year")
  func mixture() throws {
    let history = try history()
    let gone = history.communes(in: 2015).filter { !history.isCommune($0, in: 2024) }
    let old = Array(gone.filter { $0.text.hasPrefix("14") }.prefix(3))
    let list = history.communes(in: 2024).filter { $0.text.hasPrefix("14") }
    #expect(old.count == 3)
    let found = CodeYearDetector(history).detect(list + old, preferred: 2024)
    #expect(found.year == 2024)
    #expect((found.misfits + found.parts).sorted() == old)
    #expect(found.communes[2015 - 1943] > found.communes[2024 - 1943])
  }

  @Test("Arrondissements and mistakes speak for no year")
  func strangers() throws {
    let history = try history()
    let list = history.communes(in: 2015) + codes("75101", "13216", "69381", "99999")
    let found = CodeYearDetector(history).detect(list, preferred: 2024)
    #expect(found.range.contains(2015))
    #expect(found.strangers == codes("13216", "69381", "75101", "99999"))
  }

  @Test("Without a year of units, the latest of the best is taken")
  func latest() throws {
    let history = try history()
    #expect(CodeYearDetector(history).detect(codes("01001")).year == 2024)
    #expect(CodeYearDetector(history).detect(codes("20004")).range.upperBound == 1975)
    #expect(CodeYearDetector(history).detect(codes("20004", "2A004")).judged == 2)
    #expect(CodeYearDetector(history).detect([]).year == 2024)
  }
}
