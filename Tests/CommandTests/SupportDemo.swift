import Foundation

/// The demonstration study, run twice for all tests: with one job, and with two. On a debug build a
/// run takes a while, so nothing else runs it.
final class Demo: Sendable {
  let oneJob: Outcome
  let twoJobs: Outcome
  /// What the run with one job wrote, by name.
  let files: [String: [UInt8]]
  private let tables: [String: CSVRows]
  /// Names of the files that the run with two jobs wrote.
  let namesOfTwoJobs: [String]
  /// Files that differ between the two.
  let differing: [String]
  let summaryOfTwoJobs: [UInt8]
  /// Lines of `sha256sum` over the inputs.
  let inputsBefore: [Substring]
  let inputsAfter: [Substring]

  private static let result = Result { try Demo() }
  static func ran() throws -> Demo { try result.get() }

  private init() throws {
    let scratch = try Scratch()
    inputsBefore = try Self.digests(scratch)
    oneJob = try scratch.run("report", Checkout.demo, "--jobs", "1", "--output", "one")
    twoJobs = try scratch.run("report", Checkout.demo, "--jobs", "2", "--output", "two")
    inputsAfter = try Self.digests(scratch)
    var files: [String: [UInt8]] = [:]
    for name in scratch.names(in: "one") { files[name] = try scratch.bytes("one/" + name) }
    self.files = files
    tables = try Dictionary(
      uniqueKeysWithValues: World.tables.map { ($0, try scratch.table("one/\($0).csv")) })
    namesOfTwoJobs = scratch.names(in: "two")
    summaryOfTwoJobs = try scratch.bytes("two/resume.json")
    differing = namesOfTwoJobs.filter { (try? scratch.bytes("two/" + $0)) != files[$0] }
  }

  func bytes(_ name: String) throws -> [UInt8] {
    guard let bytes = files[name] else { throw Absent(name: name) }
    return bytes
  }

  func table(_ name: String) throws -> CSVRows {
    guard let table = tables[name] else { throw Absent(name: name) }
    return table
  }

  func map(_ name: String) throws -> GeoJSONText { try GeoJSONText(bytes(name + ".geojson")) }

  func summary() throws -> JSONValue { try JSONValue(try bytes("resume.json")) }

  struct Absent: Error {
    let name: String
  }

  private static func digests(_ scratch: Scratch) throws -> [Substring] {
    let inputs = [
      Checkout.france, Checkout.bassins, Checkout.demoFolder + "/cpts.csv",
      Checkout.demoFolder + "/perimetres.csv", Checkout.demo,
    ]
    let quoted = inputs.map { "'\($0)'" }.joined(separator: " ")
    return try Command.shell("sha256sum \(quoted)", in: scratch.folder).output.split(
      separator: "\n")
  }
}
