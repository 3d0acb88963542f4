import Foundation
import Testing

/// An output that cannot be written is 73, and leaves no half file.
@Suite struct OutputFaultTests {
  static let cure =
    " — choisissez un dossier où vous pouvez écrire, sur un disque qui a de la place"
  static let call =
    #""$COVERAGE_REPORT" report --units units.geojson --cpts cpts.csv --at 2026-01-01 --output out"#

  @Test(
    "a folder at or under a regular file is 73, and the file is intact",
    arguments: ["notes.txt", "notes.txt/out", "notes.txt/a/b"])
  func underFile(output: String) throws {
    let scratch = try Scratch.world()
    try scratch.write("notes.txt", "à garder")
    let outcome = try scratch.report("--output", output)
    #expect(outcome.code == 73)
    #expect(outcome.message.hasPrefix("\(output): écriture impossible ("))
    #expect(outcome.message.hasSuffix(Self.cure))
    #expect(outcome.output == "")
    #expect(try scratch.text("notes.txt") == "à garder")
  }

  @Test("files that may not grow are 73, and nothing stays", arguments: [1, 2])
  func sizeLimit(jobs: Int) throws {
    let scratch = try Scratch.world()
    let outcome = try Command.shell(
      "ulimit -f 1; exec \(Self.call) --jobs \(jobs)", in: scratch.folder)
    #expect(outcome.code == 73)
    #expect(outcome.message.hasPrefix("out/"))
    #expect(outcome.message.contains(": écriture impossible ("))
    #expect(scratch.names(in: "out") == [])
  }

  @Test(
    "where messages cannot be written, the exit code still tells",
    .enabled(if: hasFullDevice, "needs /dev/full"), arguments: ["2>/dev/full", "2>&-"])
  func deafErrors(redirection: String) throws {
    let scratch = try Scratch.world()
    let calls = [
      ("reprot", 64), ("report --at", 64), ("inspect nope.csv", 66),
      ("report --units units.geojson --cpts cpts.csv --output out --progress always", 0),
    ]
    for (call, code) in calls {
      let outcome = try Command.shell(
        "\"$COVERAGE_REPORT\" \(call) \(redirection) >/dev/null", in: scratch.folder)
      #expect(Int(outcome.code) == code, "\(call) \(redirection)")
    }
  }

  @Test("a failed run leaves the files of the run before as they were")
  func filesBefore() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let names = scratch.names(in: "out")
    let before = try names.map { try scratch.bytes("out/\($0)") }
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,projet,01001\n")
    let outcome = try Command.shell(
      "ulimit -f 1; exec \(Self.call)", in: scratch.folder)
    #expect(outcome.code == 73)
    #expect(scratch.names(in: "out") == names)
    #expect(try names.map { try scratch.bytes("out/\($0)") } == before)
  }

  @Test("a second run replaces the files of the first, and leaves those of others")
  func replaced() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    try scratch.write("out/notes.txt", "à garder")
    let first = try scratch.bytes("out/couverture.csv")
    try scratch.write("cpts.csv", "cpts_id,stade,code\nA,projet,01001\n")
    #expect(try scratch.report().code == 0)
    let second = try scratch.bytes("out/couverture.csv")
    #expect(first != second)
    #expect(try scratch.report("--output", "fresh").code == 0)
    for name in scratch.names(in: "fresh") where name != "resume.json" {
      let replaced = try scratch.bytes("out/\(name)")
      #expect(try replaced == scratch.bytes("fresh/\(name)"), "\(name)")
    }
    #expect(scratch.names(in: "out") == (scratch.names(in: "fresh") + ["notes.txt"]).sorted())
    #expect(try scratch.text("out/notes.txt") == "à garder")
  }

  @Test("folders above the output are made")
  func madeFolders() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report("--output", "a/b/c").code == 0)
    #expect(scratch.names(in: "a/b/c").contains("couverture.csv"))
  }

  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")
}
