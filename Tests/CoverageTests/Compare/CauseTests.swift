import Testing

@testable import Coverage

/// A world where each cause alone is made, and named right; and turned round, its mirror.
@Suite struct CauseTests {
  private static let people = ["01001": 1000, "01002": 3000] as [String: Int?]
  private static let usual = ["A": (Stage.signedContract, "01001")]

  private func study(_ year: Int, _ cpts: [String: (Stage, String)]) -> Snapshot {
    comparedStudy(year, Self.people, cpts)
  }

  private func check(
    _ before: Snapshot, _ after: Snapshot, _ there: [String], _ back: [String]
  ) throws {
    #expect(steps(try Comparison(before, after)) == there)
    #expect(steps(try Comparison(after, before)) == back)
  }

  @Test("a CPTS that did not exist; the other way, its end")
  func new() throws {
    let before = study(2021, Self.usual)
    let after = study(2022, Self.usual.merging(["B": (.letterOfIntent, "01002")]) { $1 })
    try check(before, after, ["nouvelle_cpts 3000 7500"], ["fin -3000 -7500"])
    // One that the list already names at `aucun` has not begun either.
    var listed = before
    listed.cpts.append(
      Snapshot.Member(id: CPTSID("B"), name: "CPTS B", stage: .none, people: 3000, sizeClass: 1))
    try check(listed, after, ["nouvelle_cpts 3000 7500"], ["fin -3000 -7500"])
  }

  @Test("a CPTS that reaches the stage; the other way, falls below it")
  func stage() throws {
    let before = study(2021, Self.usual.merging(["B": (.project, "01002")]) { $1 })
    let after = study(2022, Self.usual.merging(["B": (.letterOfIntent, "01002")]) { $1 })
    try check(before, after, ["stade_monte 3000 7500"], ["stade_baisse -3000 -7500"])
  }

  @Test("a perimeter that grows on a dated day; without a date it is a correction")
  func perimeter() throws {
    let before = study(2021, Self.usual)
    let after = study(2022, ["A": (.signedContract, "01001 01002")])
    try check(before, after, ["donnees 3000 7500"], ["donnees -3000 -7500"])
    for (day, isBetween) in [("2022-03-01", true), ("2022-12-31", true), ("2021-12-31", false)] {
      var dated = after
      dated.pairDates = Snapshot.PairDate.all([
        ["cpts": "A", "communes": "01002|01009", "debut": day]
      ])
      try check(
        before, dated, [isBetween ? "perimetre_etendu 3000 7500" : "donnees 3000 7500"],
        [isBetween ? "perimetre_reduit -3000 -7500" : "donnees -3000 -7500"])
    }
    // A commune given up on a day that the list of before foresees.
    var wide = study(2021, ["A": (.signedContract, "01001 01002")])
    wide.pairDates = Snapshot.PairDate.all([
      ["cpts": "A", "communes": "01002", "fin": "2022-06-30"]
    ])
    try check(
      wide, study(2022, Self.usual), ["perimetre_reduit -3000 -7500"],
      ["perimetre_etendu 3000 7500"])
  }

  @Test("a drawing that takes the place of another on a dated day names no commune")
  func drawing() throws {
    let before = study(2021, Self.usual)
    for (day, cause) in [("2022-03-01", "perimetre_etendu"), ("2021-03-01", "donnees")] {
      var after = study(2022, ["A": (.signedContract, "01001 01002")])
      after.pairDates = Snapshot.PairDate.all([["cpts": "A", "debut": day]])
      #expect(after.pairDates.map(\.commune) == [nil])
      #expect(steps(try Comparison(before, after)) == ["\(cause) 3000 7500"])
    }
  }

  @Test("the same communes by another census")
  func census() throws {
    let before = study(2021, Self.usual)
    let after = comparedStudy(2022, ["01001": 1100, "01002": 3300], Self.usual)
    try check(before, after, ["population 100 0"], ["population -100 0"])
    // Where only those uncovered are more, nobody changes side and the share falls.
    let more = comparedStudy(2022, ["01001": 1000, "01002": 4000], Self.usual)
    try check(before, more, ["population 0 -500"], ["population 0 500"])
  }

  @Test("populations of two sources are named")
  func sources() throws {
    var (before, after) = (study(2021, Self.usual), study(2022, Self.usual))
    (before.population.source, after.population.source) = ("INSEE 2018", "INSEE 2019")
    let comparison = try Comparison(before, after)
    let summary = ComparisonText.summary(of: comparison, output: "out", .init())
    #expect(summary.contains("\nPopulations : INSEE 2018 ; INSEE 2019\n"))
    #expect(comparison.warnings.isEmpty)
    after.population.column = "population_totale"
    #expect(try Comparison(before, after).warnings.count == 1)
  }

  @Test("the first cause holds where several do")
  func precedence() throws {
    let before = study(2021, Self.usual.merging(["B": (.project, "01002")]) { $1 })
    let after = study(
      2022,
      [
        "A": (.signedContract, "01001 01002"), "B": (.letterOfIntent, "01002"),
        "C": (.letterOfIntent, "01002"),
      ])
    try check(before, after, ["nouvelle_cpts 3000 7500"], ["fin -3000 -7500"])
  }

  @Test("a population that no file gives is unknown, and changes nothing on the ground")
  func unknown() throws {
    let before = comparedStudy(2021, ["01001": 1000, "01002": nil], Self.usual)
    let after = study(2022, ["A": (.signedContract, "01001 01002")])
    let comparison = try Comparison(before, after)
    #expect(steps(comparison) == ["population 3000 0"])
    #expect(comparison.warnings.count == 1)
    let row = try #require(comparison.changes.first)
    #expect(row.cause == .population && row.people == 3000)
  }

  @Test("points close to the hundredth by largest remainder")
  func remainders() throws {
    let people = ["01001": 1, "01002": 1, "01003": 1, "01004": 3] as [String: Int?]
    let before = comparedStudy(
      2021, people, ["B": (.project, "01002"), "C": (.signedContract, "01003")])
    let after = comparedStudy(
      2022, people,
      [
        "A": (.letterOfIntent, "01001"), "B": (.letterOfIntent, "01002"),
        "C": (.signedContract, "01003 01004"),
      ])
    // 16,67 % before and 100 % after: 83,33 points, of 16,67, 16,67 and 50.
    #expect(
      steps(try Comparison(before, after)) == [
        "nouvelle_cpts 1 1667", "stade_monte 1 1666", "donnees 3 5000",
      ])
  }
}
