import Testing

@testable import Coverage

/// What became of white zones: each fate made alone.
@Suite struct ZoneLineageTests {
  private static let codes = ["01001", "01002", "01003", "01004"]

  /// - Parameter zones: places of communes by zone; each commune has 100 people.
  private func study(_ year: Int, _ zones: [String: [Int]], people: Int = 100) -> Snapshot {
    let white = Set(zones.values.flatMap { $0 })
    let covered = Self.codes.indices.filter { !white.contains($0) }.map { Self.codes[$0] }
    var study = comparedStudy(
      year, Dictionary(uniqueKeysWithValues: Self.codes.map { ($0, people) }),
      ["A": (.signedContract, covered.joined(separator: " "))])
    study.zones = zones.sorted { $0.key < $1.key }.map { id, places in
      Snapshot.Land(
        id: id, name: id, people: nil,
        parts: places.map { .init(commune: Int32($0), people: people) })
    }
    return study
  }

  private func links(_ before: Snapshot, _ after: Snapshot) throws -> [String] {
    try Comparison(before, after).zones.map {
      "\($0.before ?? "-") \($0.after ?? "-") \($0.variation.rawValue) \($0.people)"
    }
  }

  @Test(
    "each fate",
    arguments: [
      (["X": [0, 1]], ["Y": [0, 1]], ["X Y inchangee 200"]),
      (["X": [0, 1]], ["X": [0]], ["X X reduite 100", "X - couverte 100"]),
      (["X": [0]], ["X": [0, 1]], ["X X etendue 100", "- X nouvelle 100"]),
      (["X": [0, 1]], ["X": [0], "Y": [1]], ["X X scindee 100", "X Y scindee 100"]),
      (["X": [0], "Y": [1]], ["Y": [0, 1]], ["X Y fusionnee 100", "Y Y fusionnee 100"]),
      (["X": [0]], [:], ["X - couverte 100"]),
      ([:], ["X": [0]], ["- X nouvelle 100"]),
    ] as [([String: [Int]], [String: [Int]], [String])])
  func fates(before: [String: [Int]], after: [String: [Int]], rows: [String]) throws {
    #expect(try links(study(2021, before), study(2022, after)) == rows)
  }

  @Test("by another census, people that one alone counts are apart")
  func census() throws {
    let before = study(2021, ["X": [0, 1]])
    let after = study(2022, ["Y": [0, 1]], people: 90)
    #expect(try links(before, after) == ["X Y inchangee 180", "X - population 20"])
    #expect(try links(after, before) == ["Y X inchangee 180", "- X population 20"])
  }

  @Test("in a commune cut on both dates people stay where they were as far as can be")
  func cut() throws {
    var (before, after) = (study(2021, ["X": [0]]), study(2022, ["X": [0]]))
    before.zones = [
      .init(id: "X", name: "", people: nil, parts: [.init(commune: 0, people: 50)]),
      .init(id: "Y", name: "", people: nil, parts: [.init(commune: 0, people: 30)]),
    ]
    after.zones = [
      .init(id: "W", name: "", people: nil, parts: [.init(commune: 0, people: 20)]),
      .init(id: "Y", name: "", people: nil, parts: [.init(commune: 0, people: 40)]),
    ]
    #expect(
      try links(before, after)
        == ["X W scindee 20", "X Y scindee 10", "X - couverte 20", "Y Y fusionnee 30"])
  }

  @Test("land where nobody lives is land in common")
  func nobody() throws {
    #expect(
      try links(study(2021, ["X": [0]], people: 0), study(2022, ["Y": [0]], people: 0))
        == ["X Y inchangee 0"])
  }

  @Test("zones are counted once each")
  func tally() throws {
    let comparison = try Comparison(
      study(2021, ["X": [0, 1], "Z": [3]]), study(2022, ["V": [1, 2]]))
    let tally = comparison.zoneTally
    #expect(tally.ids == [.reduced: ["X"], .covered: ["Z"]])
    #expect(tally.renamed.isEmpty)
  }
}
