import Testing

@testable import Coverage

/// Units of two years, brought together by INSEE's movements.
@Suite struct CommonGroundTests {
  private static let head = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP\n"
  /// 01001 and 01002 become 01001; 01005 goes to another department; 01007 is divided.
  private static let movements =
    head + "32,2022-01-01,COM,01001,COM,01001\n32,2022-01-01,COM,01002,COM,01001\n"
    + "41,2022-01-01,COM,01005,COM,71005\n"
    + "21,2022-01-01,COM,01007,COM,01007\n21,2022-01-01,COM,01007,COM,01008\n"

  private func compared(
    _ before: Snapshot, _ after: Snapshot, _ text: String? = movements
  ) throws -> (there: Comparison, back: Comparison) {
    let scratch = try Scratch()
    let file = try text.map { try scratch.file("mouvements.csv", $0) }
    return (
      try Comparison(before, after, movements: file), try Comparison(after, before, movements: file)
    )
  }

  @Test("a merger is no correction where the CPTS had one of both")
  func merger() throws {
    let before = comparedStudy(
      2021, ["01001": 1000, "01002": 500, "01003": 500], ["A": (.signedContract, "01001")])
    let after = comparedStudy(
      2022, ["01001": 1500, "01003": 500], ["A": (.signedContract, "01001")])
    let (there, back) = try compared(before, after)
    #expect(steps(there) == ["communes 500 2500"])
    #expect(steps(back) == ["communes -500 -2500"])
    #expect(there.ground.groups.count == 2)
    let row = try #require(there.cpts.first)
    #expect(row.variation == .territory && row.peopleGained == 500 && row.communesGained.isEmpty)
  }

  @Test("a division needs no choice: its parts are compared together")
  func division() throws {
    let before = comparedStudy(
      2021, ["01003": 1000, "01007": 900], ["A": (.signedContract, "01007")])
    let after = comparedStudy(
      2022, ["01003": 1000, "01007": 600, "01008": 300], ["A": (.signedContract, "01007 01008")])
    let (there, back) = try compared(before, after)
    #expect(there.whole.steps.isEmpty && back.whole.steps.isEmpty)
    #expect(there.zones.map(\.variation) == [.unchanged])
  }

  @Test("a commune that leaves for another department: each area closes, nobody changes side")
  func department() throws {
    let before = comparedStudy(
      2021, ["01003": 1000, "01005": 700], ["A": (.signedContract, "01005")])
    let after = comparedStudy(
      2022, ["01003": 1000, "71005": 700], ["A": (.signedContract, "71005")])
    let (there, back) = try compared(before, after)
    #expect(there.whole.steps.isEmpty)
    #expect(
      there.people == ["departement 01 communes": -700, "departement 71 communes": 700])
    #expect(back.people == ["departement 01 communes": 700, "departement 71 communes": -700])
  }

  @Test("without movements, and where they explain nothing, the codes are named")
  func refused() throws {
    let before = comparedStudy(2021, ["01001": 1, "01002": 1], [:])
    let after = comparedStudy(2022, ["01001": 2, "01099": 1], [:])
    let bare = #expect(throws: InputFault.self) { try Comparison(before, after) }
    #expect(bare?.problem.french.contains("avant seulement, 01002 (1)") == true)
    #expect(bare?.problem.french.contains("après seulement, 01099 (1)") == true)
    #expect(bare?.cure.french.contains("--cog") == true)
    let useless = #expect(throws: InputFault.self) { try compared(before, after) }
    #expect(useless?.path.hasSuffix("mouvements.csv") == true)
    #expect(useless?.problem.french.contains("01099") == true)
  }

  @Test(
    "every commune of real years has its counterpart", .enabled(if: realHistory != nil),
    arguments: [(2017, 2024), (2019, 2021)])
  func real(first: Int, last: Int) throws {
    let history = try #require(realHistory).history
    let file = InputPath(fixturePath("insee/mouvements-communes_2024.zip"))
    let (before, after) = (history.communes(in: first), history.communes(in: last))
    let links = try CodeLinks(before, after, file)
    #expect(links.unexplained == nil)
    #expect(links.sets.flatMap(\.before).sorted() == before.indices.map { Int32($0) })
    #expect(links.sets.flatMap(\.after).sorted() == after.indices.map { Int32($0) })
    // Nearly all communes go on alone; those that join are of one place.
    #expect(links.sets.count { $0.before.count == 1 && $0.after.count == 1 } > 33_000)
    #expect((links.sets.map(\.before.count).max() ?? 0) < 30)
  }
}
