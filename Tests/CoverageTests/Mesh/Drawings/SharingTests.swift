import Testing

@testable import Coverage
@testable import GeoKernel

/// How the people of a cut unit are shared out, by hand: one unit, ten wide, cut by vertical lines.
@Suite("Sharing out the people of a cut unit")
struct SharingTests {
  /// People of the unit by set of CPTS.
  private func shared(
    _ people: Int, _ drawn: [(cpts: String, from: Double, to: Double)],
    stages: [String: Stage] = [:]
  ) async throws -> [[String]: Int] {
    let drawings = drawn.map { drawing((rectangle($0.from, 0, $0.to, 1), false)) }
    let mesh = try await Mesh(
      PolygonColumns([drawing((rectangle(0, 0, 10, 1), false))]),
      [DrawnLayer(PolygonColumns(drawings), of: drawn.map { CPTSID($0.cpts) })])
    let cpts = Set(drawn.map(\.cpts)).sorted().map {
      DatedCPTS(
        id: CPTSID($0), name: "", stage: stages[$0] ?? .letterOfIntent, file: "t", line: 1)
    }
    let whole = Part(unit: 0, piece: 0, population: people, areaShare: 1, covering: 0)
    let territories = Territories(cpts: cpts, parts: [whole]).divided(by: mesh, unitCount: 1)
    return Dictionary(
      territories.parts.map { part in
        (
          territories.coverings[Int(part.covering)].map { cpts[Int($0)].id.text },
          part.population
        )
      }, uniquingKeysWith: +)
  }

  @Test("everybody is somewhere, by area")
  func byArea() async throws {
    let found = try await shared(100, [("A", 0, 4), ("B", 3, 6)])
    #expect(found == [["A"]: 30, ["A", "B"]: 10, ["B"]: 20, []: 40])
  }

  @Test("people at a stage are those of its area, rounded: a territory within another takes nobody")
  func monotone() async throws {
    let stages = ["A": Stage.letterOfIntent, "B": .project, "C": .signedContract]
    for people in 0...30 {
      let alone = try await shared(people, [("A", 0, 6)], stages: stages)
      let split = try await shared(
        people, [("A", 0, 6), ("B", 0, 3), ("B", 3.5, 4.5)], stages: stages)
      #expect(
        (alone[["A"]] ?? 0) == split.filter { $0.key.contains("A") }.reduce(0) { $0 + $1.value })
      let above = try await shared(people, [("A", 0, 6), ("C", 1, 3)], stages: stages)
      let covered = above.filter { !$0.key.isEmpty }.reduce(0) { $0 + $1.value }
      #expect(covered == alone[["A"]] ?? 0)
    }
  }

  @Test("it is of no matter whether a territory is drawn in one row or in several")
  func rows() async throws {
    for people in 0...30 {
      let one = try await shared(people, [("A", 0, 5.06)])
      let two = try await shared(people, [("A", 0, 2.53), ("A", 2.53, 5.06)])
      let over = try await shared(people, [("A", 0, 4), ("A", 2, 5.06), ("A", 1, 3)])
      #expect(one == two && one == over, "\(people)")
    }
  }

  @Test("where two have the same claim to one person, their ids decide, not the order of rows")
  func ties() async throws {
    let rows: [(cpts: String, from: Double, to: Double)] = [("A", 0, 5), ("B", 5, 10)]
    let found = try await shared(1, rows)
    #expect(found.values.reduce(0, +) == 1)
    #expect(try await shared(1, rows.reversed()) == found)
  }
}
