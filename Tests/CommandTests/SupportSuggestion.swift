import Foundation

/// The calls that `inspect` suggests, as a reader copies them.
struct Suggestions {
  let outcome: Outcome
  private let scratch: Scratch

  /// Inspects files of a folder.
  init(_ files: [String], in scratch: Scratch) throws {
    self.scratch = scratch
    outcome = try Command.run(["inspect", "--"] + files, in: scratch.folder)
  }

  /// Each call with its line ends.
  var calls: [String] {
    let parts = outcome.output.components(separatedBy: "\nà lancer :\n")
    guard parts.count == 2 else { return [] }
    var calls: [String] = []
    for line in parts[1].split(separator: "\n") {
      if line.hasPrefix("  coverage-report ") { calls.append("") }
      if !calls.isEmpty { calls[calls.count - 1] += line + "\n" }
    }
    return calls
  }

  /// Runs a call as it is written, by a shell.
  func run(_ call: String) throws -> Outcome {
    try Command.shell(
      "coverage-report() { \"$COVERAGE_REPORT\" \"$@\"; }\n" + call, in: scratch.folder)
  }
}
