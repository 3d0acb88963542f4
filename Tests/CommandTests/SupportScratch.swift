import Foundation

/// A temporary folder that is removed with the object, and runs of the command inside it.
final class Scratch {
  let path: String

  init() throws {
    let name = "coverage-report-tests-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A folder that holds the four squares and two CPTS.
  static func world() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("units.geojson", World.units)
    try scratch.write("cpts.csv", World.cpts)
    return scratch
  }

  // MARK: Files

  func place(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: place(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: place(name))))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func table(_ name: String) throws -> CSVRows { try CSVRows(try text(name)) }

  func resume(_ folder: String = "out") throws -> JSONValue {
    try JSONValue(try bytes(folder + "/resume.json"))
  }

  /// Files in a folder and below it, sorted, and folders that are empty; none where there is no such
  /// folder.
  func names(in folder: String) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: place(folder))) ?? []
    return all.filter { name in !all.contains { $0.hasPrefix(name + "/") } }.sorted()
  }

  // MARK: Runs

  func run(_ arguments: String..., language: String = "fr_FR.UTF-8") throws -> Outcome {
    try Command.run(arguments, in: path, language: language)
  }

  /// A report on the files of `world`, or on others, into `out` or where `more` says.
  func report(
    units: String = "units.geojson", cpts: String = "cpts.csv", _ more: String...,
    language: String = "fr_FR.UTF-8"
  ) throws -> Outcome {
    let usual = [("--at", "2026-01-01"), ("--output", "out")].filter { !more.contains($0.0) }
    let arguments = ["report", "--units", units, "--cpts", cpts] + usual.flatMap { [$0.0, $0.1] }
    return try Command.run(arguments + more, in: path, language: language)
  }
}
