@_exported public import TestSupport

extension Scratch {
  /// A folder that holds the four squares and two CPTS.
  static func world() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("units.geojson", World.units)
    try scratch.write("cpts.csv", World.cpts)
    return scratch
  }

  func table(_ name: String) throws -> CSVRows { try CSVRows(try text(name)) }

  func resume(_ folder: String = "out") throws -> JSONValue {
    try JSONValue(try bytes(folder + "/resume.json"))
  }

  func run(_ arguments: String..., language: String = "fr_FR.UTF-8") throws -> Outcome {
    try Command.run(arguments, in: folder, language: language)
  }

  /// A report on the files of `world`, or on others, into `out` or where `more` says.
  func report(
    units: String = "units.geojson", cpts: String = "cpts.csv", _ more: String...,
    language: String = "fr_FR.UTF-8"
  ) throws -> Outcome {
    let usual = [("--at", "2026-01-01"), ("--output", "out")].filter { !more.contains($0.0) }
    let arguments = ["report", "--units", units, "--cpts", cpts] + usual.flatMap { [$0.0, $0.1] }
    return try Command.run(arguments + more, in: folder, language: language)
  }
}
