import Testing

@testable import Coverage

@Suite("Real codes brought to 2024")
struct RealConversionTests {
  private func convert(
    _ texts: [String], from year: Int, to units: Int = 2024, range: ClosedRange<Int>? = nil,
    decisions: Decisions = Decisions(), parts: [UnitCode: Int?] = [:]
  ) throws -> [ConvertedCode] {
    let history = try #require(realHistory).history
    let conversion = CodeConversion(
      history: history, units: Set(history.communes(in: units)), unitsYear: units,
      decisions: decisions, parts: parts)
    let codeYear = CodeYear(
      year: year, range: range ?? year...year, bestRanges: [], communes: [], judged: 0,
      misfits: [], parts: [], strangers: [])
    return try conversion.convert(
      texts.map { ListedCode(territory: CPTSID("A"), code: UnitCode($0)) }, year: codeYear)
  }

  @Test("A commune nouvelle listed by all its former communes is whole, by some a part")
  func partlyListed() throws {
    let whole = try convert(["85030", "85084", "85165", "85212"], from: 2015, to: 2023)
    #expect(whole.allSatisfy { $0.outcome == .replaced(codes("85084")) || $0.outcome == .kept })
    let some = try convert(
      ["85030", "85084"], from: 2015, to: 2023, parts: [UnitCode("85030"): 900])
    let part = PartOfCommune(
      commune: UnitCode("85084"), listed: codes("85030", "85084"),
      missing: codes("85165", "85212"), perhaps: [], people: 900)
    #expect(some[0].outcome == .partial(part))
    #expect(some[0].events.map { $0.kind } == [.newCommune])
  }

  @Test("An old code covers all that it was divided into")
  func divided() throws {
    let essarts = try convert(["85084"], from: 2023)[0]
    #expect(essarts.outcome == .replaced(codes("85084", "85165", "85212")))
    let both = try convert(["55298"], from: 2013)[0]
    #expect(both.outcome == .replaced(codes("55138", "55298")))
    // A file that fits both years says what else it may have meant.
    let either = try convert(["55298"], from: 2024, range: 2010...2024)[0]
    #expect(either.outcome == .kept)
    #expect(either.alsoMeant == codes("55138"))
    let listed = try convert(["55298", "55138"], from: 2024, range: 2010...2024)
    #expect(listed.allSatisfy { $0.outcome == .kept && $0.alsoMeant.isEmpty })
  }

  @Test("A code in doubt names its choices, and the user's choice holds")
  func doubt() throws {
    // La Neuville-Garnier went with Beaumont or with Villotran: the movements do not say.
    let choices = codes("60054", "60694")
    let doubt = try convert(["60455"], from: 2018)[0]
    #expect(doubt.outcome == .undecided(choices: choices, covered: []))
    let table = try DelimitedText(
      path: "d.csv", bytes: Array("code,code_retenu\n60455,60694\n".utf8))
    let decided = try convert(["60455"], from: 2018, decisions: try Decisions(table))[0]
    #expect(decided.outcome == .decided(UnitCode("60694")))
    // Where all that it may have become is listed, there is no doubt.
    let all = try convert(["60455", "60054", "60694"], from: 2018)
    #expect(all[0].outcome == .replaced(choices))
  }

  @Test("A decision for what never happened is refused, with its line and the choices")
  func wrongDecision() throws {
    let table = try DelimitedText(
      path: "d.csv", bytes: Array("code,code_retenu\n60455,75056\n".utf8))
    let decisions = try Decisions(table)
    let fault = #expect(throws: InputFault.self) {
      try convert(["60455"], from: 2018, decisions: decisions)
    }
    #expect(fault?.line == 2)
    #expect(fault?.cure.english == "choose one of: 60054, 60694")
  }

  @Test("Newer codes against older units: a commune nouvelle is all its former communes")
  func backward() throws {
    let found = try convert(["85084"], from: 2020, to: 2015)[0]
    #expect(found.outcome == .replaced(codes("85030", "85084", "85165", "85212")))
    let corsica = try convert(["2A004"], from: 2024, to: 1970)[0]
    #expect(corsica.outcome == .replaced(codes("20004")))
  }

  @Test("A code of another year in a file is read in the nearest year that knows it")
  func mixture() throws {
    let found = try convert(["14697", "20004", "75101", "76095"], from: 2015, to: 2016)
    #expect(
      found.map { $0.outcome } == [
        .replaced(codes("14472")), .replaced(codes("2A004")), .notJudged, .kept,
      ])
  }

  @Test("Units newer than the movements show a re-establishment")
  func beyondTheFile() throws {
    let real = try #require(realHistory)
    let units = real.communes.union(codes("15031", "15035", "15047", "15171"))
    let more = MovementsBeyondFile.restorations(shownBy: units, after: real.history)
    #expect(more.map { $0.after.code } == codes("15141", "15031", "15035", "15047", "15171"))
    let history = try CodeHistory(real.file.movements + more, reference: units, path: "m.csv")
    #expect(history.years.upperBound == 2025)
    #expect(Set(history.communes(in: 2025)) == units)
    let fate = history.fate(of: UnitCode("15141"), from: 2024, to: 2025)
    #expect(fate.correspondence == .union(codes("15031", "15035", "15047", "15141", "15171")))
    let old = history.fate(of: UnitCode("15031"), from: 2015, to: 2025)
    #expect(old.correspondence == .unchanged)
  }
}
