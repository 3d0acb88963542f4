import Testing

@testable import Coverage

@Suite("INSEE's movements")
struct RealHistoryTests {
  private func real() throws -> RealHistory { try #require(realHistory) }

  @Test("Every row is read, none contradicts another, and they bound 1943 to 2024")
  func reading() throws {
    let real = try real()
    #expect(real.file.movements.count == 13284)
    #expect(real.file.setAside.isEmpty)
    #expect(real.history.contradictions.isEmpty)
    #expect(real.history.years == 1943...2024)
  }

  @Test("Replayed to 2024, the communes are those of the code officiel géographique")
  func communesOf2024() throws {
    let real = try real()
    let found = Set(real.history.communes(in: 2024))
    #expect(found.symmetricDifference(real.communes).sorted().isEmpty)
  }

  private struct Case: Sendable {
    var code: String
    var from: Int
    var to: Int
    var expected: Correspondence
  }

  private static let cases: [Case] = [
    // Re-established: the code that stays meant both communes before.
    Case(code: "55298", from: 2013, to: 2024, expected: .union(codes("55138", "55298"))),
    Case(code: "55298", from: 1972, to: 2024, expected: .unchanged),
    Case(
      code: "55138", from: 1972, to: 2013,
      expected: .part(
        of: UnitCode("55298"), parts: codes("55138", "55298"), partly: [])),
    Case(code: "76108", from: 2013, to: 2014, expected: .union(codes("76095", "76108"))),
    Case(code: "76095", from: 2011, to: 2024, expected: .unchanged),
    Case(code: "14712", from: 2018, to: 2024, expected: .union(codes("14666", "14712"))),
    // Bures-sur-Dives joined Troarn before Saline, and stays with it.
    Case(code: "14712", from: 2016, to: 2024, expected: .unchanged),
    Case(code: "14666", from: 2016, to: 2024, expected: .unchanged),
    // L'Oudon: 14624, then 14697, then 14472, which had merged into it.
    Case(code: "14697", from: 2013, to: 2014, expected: .unchanged),
    Case(code: "14697", from: 2013, to: 2015, expected: .recoded(UnitCode("14472"))),
    Case(code: "14472", from: 2015, to: 2000, expected: .recoded(UnitCode("14697"))),
    // Corsica and the Paris region.
    Case(code: "20004", from: 1975, to: 2024, expected: .recoded(UnitCode("2A004"))),
    Case(code: "2B033", from: 2024, to: 1970, expected: .recoded(UnitCode("20033"))),
    Case(code: "78500", from: 1967, to: 2024, expected: .recoded(UnitCode("95500"))),
    // Val-de-Reuil was made of parts of eight communes.
    Case(
      code: "27701", from: 2024, to: 1980,
      expected: .undecided(
        codes(
          "27351", "27365", "27471", "27474", "27528", "27537", "27598", "27651"))),
    // Cities with arrondissements are communes like others.
    Case(code: "13055", from: 1943, to: 2024, expected: .unchanged),
    Case(code: "75056", from: 1950, to: 2024, expected: .unchanged),
    Case(code: "73024", from: 1970, to: 2024, expected: .unchanged),
    // Freigné changed department and merged on one day.
    Case(
      code: "49144", from: 2017, to: 2024,
      expected: .part(
        of: UnitCode("44180"), parts: codes("44017", "44093", "44180", "44191", "44219", "49144"),
        partly: [])),
    Case(code: "06162", from: 2024, to: 1945, expected: .nowhere),
    Case(code: "99999", from: 2024, to: 1945, expected: .notACommune),
  ]

  @Test("Known cases")
  func knownCases() throws {
    let history = try real().history
    for known in Self.cases {
      let fate = history.fate(of: UnitCode(known.code), from: known.from, to: known.to)
      #expect(fate.correspondence == known.expected, "\(known.code) \(known.from)–\(known.to)")
    }
  }
}
