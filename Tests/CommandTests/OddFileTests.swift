import Foundation
import Testing

/// What is no regular file, or longer than any machine reads, is told as what it is, at once.
@Suite struct OddFileTests {
  static let options = [
    "--units", "--cpts", "--population", "--attributes", "--grid", "--cog", "--decisions",
    "--rules",
  ]

  private func report(_ option: String, _ path: String, _ scratch: Scratch) throws -> Outcome {
    let base = [("--units", "units.geojson"), ("--cpts", "cpts.csv")]
      .filter { $0.0 != option }.flatMap { [$0.0, $0.1] }
    return try Command.run(
      ["report", option, path, "--output", "out"] + base, in: scratch.folder)
  }

  @Test("pipes, devices, folders, links in a circle and endless names are 66, for every option")
  func odd() throws {
    let scratch = try Scratch.world()
    try #require(mkfifo(scratch.path("pipe.yml"), 0o600) == 0)
    try #require(symlink("loop.yml", scratch.path("loop.yml")) == 0)
    try scratch.write("folder.yml/inside", "")
    let paths = [
      "./pipe.yml", "./loop.yml", "./folder.yml", "/dev/zero", "/dev/null",
      "./" + String(repeating: "a", count: 5_000),
    ]
    for option in Self.options {
      for path in paths {
        let outcome = try report(option, path, scratch)
        #expect(outcome.code == 66, "\(option) \(path.prefix(20)): \(outcome.errors)")
        #expect(outcome.errors.hasPrefix(path.prefix(20)), "\(option) \(path.prefix(20))")
        #expect(scratch.names(in: "out") == [])
      }
    }
    for path in paths { #expect(try scratch.run("inspect", path).code == 66, "\(path.prefix(20))") }
    for path in paths {
      #expect(try scratch.run("report", path, "--output", "out").code == 66, "\(path.prefix(20))")
    }
  }

  @Test(
    "a file of ten gigabytes under a limit of memory is 65, for every option",
    .enabled(if: canLimitMemory, "needs ulimit -v"),
    arguments: ["", "{\"type\":\"FeatureCollection\",\"features\":[", "PK\u{3}\u{4}"])
  func sparse(beginning: String) throws {
    let scratch = try Scratch.world()
    try scratch.write("long.yml", beginning)
    try #require(truncate(scratch.path("long.yml"), 10 << 30) == 0)
    for option in Self.options where option != "--rules" {
      let base = [("--units", "units.geojson"), ("--cpts", "cpts.csv")]
        .filter { $0.0 != option }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
      let outcome = try Command.shell(
        "ulimit -v 4000000; exec \"$COVERAGE_REPORT\" report \(option) ./long.yml \(base) --output out",
        in: scratch.folder)
      #expect(outcome.code == 65, "\(option): \(outcome.errors)")
      #expect(outcome.errors.hasPrefix("./long.yml: "), "\(option)")
    }
  }

  @Test("a name with line ends is read, and its line end is no line of a message")
  func lineEnd() throws {
    let scratch = try Scratch.world()
    try scratch.write("a\nb.csv", World.cpts)
    #expect(try scratch.report(cpts: "a\nb.csv").code == 0)
    let outcome = try scratch.report(cpts: "a\nc.csv")
    #expect(outcome.message == "a c.csv: fichier introuvable" + MissingInputTests.cure)
  }

  static let canLimitMemory =
    (try? Command.shell("ulimit -v 4000000", in: "/").code) == 0
}
