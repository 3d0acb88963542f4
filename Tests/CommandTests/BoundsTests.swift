import Foundation
import Testing

/// A run holds to 20 times what it reads and 64 MB of memory, and writes 100 times as much and 64 MB at
/// most; or it says which bound it would pass.
@Suite("Bounds of memory and of files", .serialized)
struct BoundsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private struct Measured {
    let outcome: Outcome
    /// Bytes of the process's own: the program's pages are not the input's doing.
    let memory: Int
    let written: Int
    let input: Int

    /// As `StudyBounds` has it; a look takes two thousandths of a second, in which some more is taken.
    var holds: Bool {
      memory + (40 << 20) <= (66 << 20) + 20 * input && written <= (64 << 20) + 100 * input
    }
  }

  private func measured(_ inputs: [String], _ arguments: [String]) throws -> Measured {
    let run = try Run(
      Command.binary, arguments + ["--at", "2026-01-01", "--output", "out"],
      in: scratch.folder, language: "fr_FR.UTF-8")
    var memory = 0
    while run.isRunning {
      memory = max(memory, Self.ownMemory(of: run.identifier))
      usleep(500)
    }
    let names = scratch.names(in: "out")
    return Measured(
      outcome: try run.outcome(), memory: memory,
      written: try names.reduce(0) { $0 + (try scratch.bytes("out/" + $1)).count },
      input: try inputs.reduce(0) { $0 + (try scratch.bytes($1)).count })
  }

  private static func ownMemory(of process: Int32) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
  }

  private func report(_ units: String, _ cpts: String, _ more: String...) throws -> Measured {
    try scratch.write("units.geojson", units)
    try scratch.write("cpts.csv", cpts)
    let files = more.filter { $0.contains(".") }
    return try measured(
      ["units.geojson", "cpts.csv"] + files,
      ["report", "--units", "units.geojson", "--cpts", "cpts.csv"] + more)
  }

  private func expectHeld(_ measured: Measured) {
    #expect(measured.holds, "\(measured)")
    guard measured.outcome.code != 0 else { return }
    #expect(measured.outcome.code == 65, "\(measured.outcome.message)")
    #expect(measured.outcome.message.contains("borne"))
    #expect(measured.outcome.message.contains(" — ôtez "))
    #expect(measured.written == 0)
  }

  private static func crowd(_ count: Int) -> String {
    "cpts_id,stade,code_commune\n" + (0..<count).map { "C\($0),aci,01001\n" }.joined()
  }

  @Test(
    "many CPTS on one commune: all pairs, or the bound", arguments: [10, 100, 200, 2_000, 20_000])
  func crowdOnOneCommune(count: Int) throws {
    let measured = try report(World.units, Self.crowd(count))
    expectHeld(measured)
    #expect((measured.outcome.code == 0) == (count <= 100))
    if count == 2_000 {
      #expect(
        measured.outcome.message.hasPrefix(
          "cpts.csv:2: 2\u{202F}000 CPTS se recouvrent en un même lieu (C0, C1, C10…), ce qui fait "
            + "1\u{202F}999\u{202F}000 chevauchements"))
    }
  }

  @Test("many CPTS without a commune", arguments: [1_000, 40_000])
  func withoutCommune(count: Int) throws {
    try scratch.write("pairs.csv", "cpts_id,code_commune\nC0,01001\n")
    let measured = try report(
      World.units, "cpts_id,stade\n" + (0..<count).map { "C\($0),aci\n" }.joined(), "--cpts",
      "pairs.csv")
    expectHeld(measured)
    if count == 1_000 { #expect(measured.outcome.code == 0) }
  }

  @Test("an outline of many corners in every pair: what was written is taken away")
  func longOutlines() throws {
    let corners = (0...8_000).map { index in
      let turn = Double(index % 8_000) / 8_000 * 2 * .pi
      return "[\(2.005 + cos(turn) / 200),\(46.005 + sin(turn) / 200)]"
    }
    let round = World.aulnay.drawn(
      "{\"type\":\"Polygon\",\"coordinates\":[[\(corners.joined(separator: ","))]]}")
    let measured = try report(World.collection([round.feature]), Self.crowd(60))
    expectHeld(measured)
    #expect(measured.outcome.message.contains("100 fois ce qui est lu"))
    #expect(scratch.names(in: "out") == [])
  }

  @Test("levels of many areas, and anomalies of a long path, are never whole in memory")
  func longTables() throws {
    let squares = (0..<150).map {
      Square("\(10_000 + $0)", "U", "1", column: $0 % 15, row: $0 / 15).feature
    }
    let names = (0..<200).map { "c\($0)" }
    let rows = (0..<150).map { unit in
      "\(10_000 + unit)" + names.map { _ in ",\(unit)" }.joined() + "\n"
    }
    try scratch.write(
      "attributes.csv", "code,\(names.joined(separator: ","))\n" + rows.joined())
    try scratch.write("units.geojson", World.collection(squares))
    let folder = Array(repeating: String(repeating: "d", count: 200), count: 10)
      .joined(separator: "/")
    let wrong = String(repeating: "A,aci,9\n", count: 2_000)
    try scratch.write("\(folder)/cpts.csv", "cpts_id,stade,code_commune\nA,aci,10000\n" + wrong)
    let measured = try measured(
      ["units.geojson", "attributes.csv", "\(folder)/cpts.csv"],
      ["report", "--units", "units.geojson", "--cpts", "\(folder)/cpts.csv"]
        + ["--attributes", "attributes.csv"] + names.flatMap { ["--by", $0] })
    expectHeld(measured)
    #expect(measured.outcome.code == 0, "\(measured.outcome.message)")
  }

  @Test("many zones, each with its page", arguments: [40, 1_500])
  func manyZones(count: Int) throws {
    let squares = (0..<count).map {
      Square("\(10_000 + $0)", "U", "100", column: $0 % 40 * 2, row: $0 / 40 * 2).feature
    }
    let measured = try report(
      World.collection(squares), "cpts_id,stade,code_commune\nA,aci,10000\n")
    expectHeld(measured)
    #expect(measured.outcome.code == 0, "\(measured.outcome.message)")
  }

  @Test("the bound of memory ends a plan too, before anything is written")
  func plan() throws {
    try scratch.write("units.geojson", World.units)
    try scratch.write("cpts.csv", Self.crowd(100))
    try scratch.write("plan.csv", "commune,action,cpts_id\n01002,extension,C1\n")
    let measured = try measured(
      ["units.geojson", "cpts.csv", "plan.csv"],
      ["simulate", "--units", "units.geojson", "--cpts", "cpts.csv", "--plan", "plan.csv"])
    expectHeld(measured)
    #expect(measured.outcome.code == 0, "\(measured.outcome.message)")
  }
}
