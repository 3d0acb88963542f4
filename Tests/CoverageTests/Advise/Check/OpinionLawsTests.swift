import Testing

@testable import Coverage

/// What holds of any opinion, on random maps.
@Suite struct OpinionLawsTests {
  /// A random map of letters, some in the sea, with CPTS and a proposal.
  private struct Case {
    var world: OpinionWorld
    let cpts: [String]
    let letters: String

    init(seed: UInt64) {
      var random = SplitMix(seed: seed)
      let names = Array("abcdefghijklmnopqrstuvwxyz")
      let rows = (0..<4).map { row in
        String((0..<5).map { random.int(in: 0...5) == 0 ? "." : names[row * 5 + $0] })
      }
      world = OpinionWorld(rows: rows)
      let present = world.letters
      for letter in present {
        world.people[letter] = random.int(in: 0...3) * random.int(in: 0...9_999)
      }
      func some(_ chance: Int) -> String {
        String(present.filter { _ in random.int(in: 0...chance) == 0 })
      }
      cpts = ["X aci_signe", "Y lettre_intention", "Z projet"].map { "\($0) \(some(3))" }
        .filter { $0.split(separator: " ").count == 3 }
      let chosen = some(1)
      letters = chosen.isEmpty ? String(present.prefix(1)) : chosen
    }

    func proposal(_ letters: String) -> String {
      "cpts_id,code\n" + letters.map { "P,\(OpinionWorld.code($0))\n" }.joined()
    }
  }

  @Test(
    "people of the proposal are those newly covered and those covered before", arguments: 1...40)
  func people(seed: UInt64) async throws {
    let made = Case(seed: seed)
    let opinion = try await made.world.opinion(made.cpts, on: made.letters)
    let zones = opinion[.whiteZones]
    let new = try #require(Int(zones.figure("population_nouvellement_couverte") ?? ""))
    let old = try #require(Int(zones.figure("population_deja_couverte") ?? ""))
    #expect(new + old == opinion.figures.population)
    // From the list of letters alone.
    let covered = Set(
      made.cpts.filter { !$0.hasPrefix("Z") }.flatMap { $0.split(separator: " ")[2] })
    let expected = made.letters.filter { !covered.contains($0) }
      .reduce(0) { $0 + ((made.world.people[$1] ?? 0) ?? 0) }
    #expect(new == expected)
  }

  @Test("what is left and what is covered were white in the zones touched", arguments: 1...40)
  func zones(seed: UInt64) async throws {
    let made = Case(seed: seed)
    let found = try await made.world.opinion(made.cpts, on: made.letters)[.whiteZones]
    func sum(_ table: String, _ column: String) -> Int {
      found.rows(table, column).reduce(0) { $0 + (Int($1[0]) ?? -1) }
    }
    #expect(
      sum("zones", "population_couverte") + sum("reliquats", "population")
        == sum("zones", "population_avant"))
    #expect(sum("zones", "population_restante") == sum("reliquats", "population"))
    #expect(
      "\(sum("zones", "population_couverte"))" == found.figure("population_nouvellement_couverte"))
    let fates = Dictionary(grouping: found.rows("zones", "effet"), by: { $0[0] }).mapValues(\.count)
    #expect("\(fates["fermée"] ?? 0)" == found.figure("zones_fermees"))
  }

  @Test("what sectors have covered and left adds up to them and to the zones", arguments: 1...40)
  func sectors(seed: UInt64) async throws {
    let made = Case(seed: seed)
    let opinion = try await made.world.opinion(made.cpts, on: made.letters)
    let found = opinion[.sectors]
    func column(_ name: String) -> [Int] {
      found.rows("secteurs", name).map { Int($0[0]) ?? -1 }
    }
    let (covered, left) = (column("population_couverte"), column("population_restante"))
    #expect(zip(covered, left).map(+) == column("population"))
    #expect(
      "\(covered.reduce(0, +))" == opinion[.whiteZones].figure("population_nouvellement_couverte"))
    for (effect, left) in zip(found.rows("secteurs", "effet"), left) where left > 0 {
      #expect(effect[0] != "couvert en entier")
    }
    // From the lists alone: people whom only Z has, of the proposal.
    let covering = made.cpts.filter { !$0.hasPrefix("Z") }.flatMap { $0.split(separator: " ")[2] }
    let project = made.cpts.filter { $0.hasPrefix("Z") }.flatMap { $0.split(separator: " ")[2] }
    let taken = made.letters.filter { project.contains($0) && !covering.contains($0) }
      .reduce(0) { $0 + ((made.world.people[$1] ?? 0) ?? 0) }
    #expect(found.figure("population_projets") == "\(taken)")
  }

  @Test("overlaps are those of the lists", arguments: 1...40)
  func overlaps(seed: UInt64) async throws {
    let made = Case(seed: seed)
    let found = try await made.world.opinion(made.cpts, on: made.letters)[.overlap]
    let expected = made.cpts.compactMap { line -> [String]? in
      let words = line.split(separator: " ")
      let shared = words[2].filter { made.letters.contains($0) }
      guard !shared.isEmpty else { return nil }
      return [
        String(words[0]), "\(shared.reduce(0) { $0 + ((made.world.people[$1] ?? 0) ?? 0) })",
      ]
    }
    #expect(Set(found.rows("cpts", "cpts_id", "population")) == Set(expected))
    let isAgainst = expected.contains { $0[0] == "X" }
    #expect(
      found.finding == (isAgainst ? .againstRule : expected.isEmpty ? .favourable : .toExamine))
  }

  @Test("the order of rows, of files and the number of jobs change no byte", arguments: 1...10)
  func order(seed: UInt64) async throws {
    let made = Case(seed: seed)
    let list = made.proposal(made.letters)
    let mirrored = made.proposal(String(made.letters.reversed()))
    let first = try await made.world.judged(made.cpts, ("p.csv", list))
    let second = try await made.world.judged(made.cpts.reversed(), ("p.csv", mirrored)) {
      $0.jobs = 1
    }
    let (left, right) = (first.opinions[0], second.opinions[0])
    for (criterion, other) in zip(left.criteria, right.criteria) where criterion.kind != .codes {
      #expect(text(criterion) == text(other))
    }
    #expect(left.communes == right.communes)
  }

  @Test("a list and a drawing of the same whole communes give the same findings", arguments: 1...25)
  func listAndDrawing(seed: UInt64) async throws {
    let made = Case(seed: seed)
    let map = mapText((#""cpts_id":"P""#, made.world.geometry(made.letters)))
    let listed = try await made.world.judged(made.cpts, ("p.csv", made.proposal(made.letters)))
    let drawn = try await made.world.judged(made.cpts, ("p.geojson", map))
    let (left, right) = (listed.opinions[0], drawn.opinions[0])
    #expect(left.findings == right.findings)
    for kind in OpinionCriterion.Kind.allCases {
      #expect(text(left[kind]) == text(right[kind]), "\(kind)")
    }
    #expect(left.communes == right.communes)
  }

  /// All that a criterion says but the place of its files.
  private func text(_ criterion: OpinionCriterion) -> String {
    var lines = [criterion.finding.rawValue, criterion.reason] + criterion.notes
    lines += criterion.figures.filter { $0.key != "fichier" }.map { "\($0.key) \($0.value.json)" }
    for table in criterion.tables {
      lines += table.rows.map { $0.map { $0.json }.joined(separator: ";") }
    }
    return lines.joined(separator: "\n")
  }
}
