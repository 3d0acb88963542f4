import Testing

@testable import Coverage

/// Which CPTS is which, and what became of it.
@Suite struct CPTSMatchesTests {
  private static let people =
    [
      "01001": 1000, "01002": 1000, "01003": 1000, "01004": 1000, "01005": 1000,
    ] as [String: Int?]

  private func rows(
    _ before: [String: (Stage, String)], _ after: [String: (Stage, String)],
    _ names: ([String: String], [String: String]) = ([:], [:])
  ) throws -> [String] {
    let comparison = try Comparison(
      comparedStudy(2021, Self.people, before, names: names.0),
      comparedStudy(2022, Self.people, after, names: names.1))
    return comparison.cpts.map { row in
      "\(row.before?.id.text ?? "-") \(row.after?.id.text ?? "-") \(row.variation.rawValue) "
        + "\(row.ground?.rawValue ?? "-") +\(row.peopleGained) -\(row.peopleLost)"
    }
  }

  @Test("by id, by name and territory, by territory")
  func grounds() throws {
    let aci = Stage.signedContract
    #expect(
      try rows(["A": (aci, "01001 01002")], ["A": (aci, "01001 01002")]) == [
        "A A inchangee id +0 -0"
      ])
    // One name, and half of the people: not most of them.
    #expect(
      try rows(
        ["A": (aci, "01001 01002")], ["B": (aci, "01002 01003")],
        (["A": "CPTS du Val"], ["B": "cpts du val"]))
        == ["A - disparue - +0 -2000", "- B nouvelle - +2000 -0"])
    #expect(
      try rows(
        ["A": (aci, "01001 01002 01003")], ["B": (aci, "01002 01003")],
        (["A": "CPTS du Val"], ["B": "cpts du val"]))
        == ["A B perimetre nom_et_territoire +0 -1000"])
    #expect(
      try rows(["A": (aci, "01001 01002")], ["B": (aci, "01001 01002")])
        == ["A B renommee territoire +0 -0"])
  }

  /// Lists numbered by row: a CPTS comes first, and every id is of the one before it.
  @Test("an id that names another CPTS by now tells nothing, and is told")
  func shifted() throws {
    let aci = Stage.signedContract
    let before = [
      "1": (aci, "01001"), "2": (Stage.project, "01002"), "3": (aci, "01003"),
    ]
    let after = [
      "1": (aci, "01004"), "2": (aci, "01001"), "3": (Stage.letterOfIntent, "01002"),
      "4": (aci, "01003"),
    ]
    let names = (
      ["1": "Alpha", "2": "Bêta", "3": "Gamma"],
      ["1": "Aa", "2": "Alpha", "3": "BETA", "4": "Gamma"]
    )
    #expect(
      try rows(before, after, names).sorted() == [
        "- 1 nouvelle - +1000 -0", "1 2 renommee nom_et_territoire +0 -0",
        "2 3 stade nom_et_territoire +0 -0", "3 4 renommee nom_et_territoire +0 -0",
      ])
    let comparison = try Comparison(
      comparedStudy(2021, Self.people, before, names: names.0),
      comparedStudy(2022, Self.people, after, names: names.1))
    #expect(comparison.reusedIDs.map(\.text) == ["1", "2", "3"])
    #expect(steps(comparison) == ["nouvelle_cpts 1000 2000", "stade_monte 1000 2000"])
    #expect(comparison.warnings.count == 1)
  }

  @Test("a CPTS that moved keeps its id; one missing from the list of after is told")
  func missing() throws {
    let before = comparedStudy(
      2021, Self.people, ["A": (.signedContract, "01001"), "B": (.signedContract, "01002")])
    let after = comparedStudy(2022, Self.people, ["A": (.signedContract, "01003")])
    let comparison = try Comparison(before, after)
    #expect(comparison.reusedIDs.isEmpty)
    #expect(
      comparison.warnings.map(\.english) == [
        "1 CPTS missing from the list of after, without a date of end (B): ended, or forgotten?"
      ])
  }

  @Test("stages, ends, beginnings")
  func stages() throws {
    #expect(
      try rows(["A": (.project, "01001")], ["A": (.letterOfIntent, "01001 01002")])
        == ["A A stade id +1000 -0"])
    #expect(
      try rows(["A": (.project, "01001")], ["A": (.none, "")]) == ["A A disparue id +0 -1000"])
    #expect(try rows([:], ["A": (.project, "01001")]) == ["- A nouvelle - +1000 -0"])
    #expect(try rows(["A": (.none, "")], ["A": (.none, "")]) == ["A A inchangee id +0 -0"])
  }

  @Test("one that is divided, whether its id stays or not; several that are one")
  func divided() throws {
    let aci = Stage.signedContract
    #expect(
      try rows(
        ["A": (aci, "01001 01002 01003 01004")],
        ["A": (aci, "01001 01002"), "B": (aci, "01003 01004")])
        == ["A A scindee id +0 -2000", "A B scindee territoire +0 -2000"])
    #expect(
      try rows(
        ["A": (aci, "01001 01002 01003 01004")],
        ["B": (aci, "01001 01002"), "C": (aci, "01003 01004")])
        == ["A B scindee territoire +0 -2000", "A C scindee territoire +0 -2000"])
    #expect(
      try rows(
        ["A": (aci, "01001 01002"), "B": (aci, "01003 01004")],
        ["C": (aci, "01001 01002 01003 01004")])
        == ["A C fusionnee territoire +2000 -0", "B C fusionnee territoire +2000 -0"])
  }

  @Test("a part of a CPTS is no new one: nobody changes side")
  func partIsNotNew() throws {
    let before = comparedStudy(2021, Self.people, ["A": (.project, "01001 01002 01003 01004")])
    let after = comparedStudy(
      2022, Self.people, ["B": (.letterOfIntent, "01001 01002"), "C": (.project, "01003 01004")])
    #expect(steps(try Comparison(before, after)) == ["stade_monte 2000 4000"])
  }

  @Test("one that comes to land that another keeps is no part of it")
  func beside() throws {
    #expect(
      try rows(
        ["A": (.project, "01001 01002")],
        ["A": (.project, "01001 01002"), "B": (.project, "01001 01002")])
        == ["A A inchangee id +0 -0", "- B nouvelle - +2000 -0"])
  }

  @Test("people of a CPTS that cuts communes add up to what its table says")
  func cutCommunes() throws {
    var study = comparedStudy(2021, Self.people, ["A": (.signedContract, "01001 01002 01003")])
    study.cpts[0].people = 2300
    study.communes[0].covered = 800
    let groups = study.communes.indices.map { Int32($0) }
    let ground = CPTSGround(study, groupOfCommune: groups, count: groups.count)
    // What one CPTS alone covers of a commune is known: 800, 1000 and 1000 are too many for 2300.
    #expect(ground.people[0].reduce(0) { $0 + $1.people } == 2300)
    study.communes[1].cpts.append(0)
    study.cpts[0].people = 2500
    let open = CPTSGround(study, groupOfCommune: groups, count: groups.count)
    #expect(open.people[0].reduce(0) { $0 + $1.people } == 2500)
  }
}
