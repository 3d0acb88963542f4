import Foundation
import Testing

/// The exit code says what became of a run, whatever its standard streams are.
@Suite struct StandardStreamTests {
  /// Calls whose result is what they print.
  static let printing = [
    "--help", "--version", "help report", "inspect cpts.csv", "inspect --json cpts.csv",
    "check --units units.geojson --cpts cpts.csv --territory new.csv",
    "check --units units.geojson --cpts cpts.csv --territory new.csv --format markdown",
    "check --units units.geojson --cpts cpts.csv --territory new.csv --format json",
  ]
  /// Calls whose results are in files.
  static let writing = [
    "report --units units.geojson --cpts cpts.csv --output out",
    "simulate --units units.geojson --cpts cpts.csv --greedy 1 --output out",
    "check --units units.geojson --cpts cpts.csv --territory new.csv --output out",
  ]

  private func scratch() throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("new.csv", "cpts_id,code\nN,02001\n")
    return scratch
  }

  /// What a redirection leaves of a call: its exit code, and the messages.
  private func run(_ call: String, _ redirection: String, _ scratch: Scratch) throws -> Outcome {
    try Command.shell(
      "{ \"$COVERAGE_REPORT\" \(call) \(redirection); } 2>&1 >/dev/null", in: scratch.folder)
  }

  @Test(
    "a result that cannot be printed is 73, and said where messages can be read",
    .enabled(if: OutputFaultTests.hasFullDevice, "needs /dev/full"),
    arguments: ["1>&-", "1>/dev/full", "1</dev/null"])
  func lost(redirection: String) throws {
    let scratch = try scratch()
    for call in Self.printing {
      let outcome = try run(call, redirection, scratch)
      #expect(outcome.code == 73, "\(call)")
      #expect(
        outcome.output.hasPrefix("sortie standard : écriture impossible ("), "\(call)")
    }
    for call in Self.writing {
      let outcome = try run(call, redirection, scratch)
      #expect(outcome.code == 73, "\(call)")
      #expect(
        outcome.output.hasSuffix(
          ") — les fichiers sont écrits dans out, seul le résumé manque ; --quiet s’en passe\n"),
        "\(call)")
      #expect(!scratch.names(in: "out").isEmpty)
      #expect(try run(call + " --quiet", redirection, scratch).code == 0, "\(call)")
      try FileManager.default.removeItem(atPath: scratch.path("out"))
    }
  }

  @Test(
    "standard error that cannot be written changes no exit code",
    .enabled(if: OutputFaultTests.hasFullDevice, "needs /dev/full"),
    arguments: ["2>&-", "2>/dev/full", "0<&- 2>&-", "2>&1 | true; exit ${PIPESTATUS[0]}"])
  func deaf(redirection: String) throws {
    let scratch = try scratch()
    let faults = [
      ("reprot", 64), ("inspect nope.csv", 66), ("inspect .", 66),
      ("report --units cpts.csv --cpts cpts.csv --output out --progress always", 65),
    ]
    for (call, code) in faults {
      #expect(try Int(run(call, redirection, scratch).code) == code, "\(call)")
    }
    guard !redirection.contains("|") else { return }
    for call in Self.printing + Self.writing {
      #expect(try run(call, redirection, scratch).code == 0, "\(call)")
    }
  }

  @Test("with every stream closed the code is that of the lost output, and faults keep theirs")
  func allClosed() throws {
    let scratch = try scratch()
    for call in Self.printing + Self.writing {
      #expect(try run(call, "0<&- 1>&- 2>&-", scratch).code == 73, "\(call)")
    }
    #expect(try run("inspect nope.csv", "0<&- 1>&- 2>&-", scratch).code == 66)
  }

  @Test("no file that is written takes the number of a closed stream, and messages with it")
  func numbers() throws {
    let scratch = try scratch()
    let call = "report --units units.geojson --cpts cpts.csv --at 2026-01-01 --jobs 1"
    #expect(try run(call + " --output plain", "", scratch).code == 0)
    #expect(
      try run(call + " --progress always --output out", "0<&- 1>&- 2>&-", scratch).code == 73)
    let names = scratch.names(in: "plain")
    #expect(scratch.names(in: "out") == names)
    for name in names where name != "resume.json" {
      #expect(try scratch.bytes("out/\(name)") == scratch.bytes("plain/\(name)"), "\(name)")
    }
    #expect(try scratch.resume().totaux == scratch.resume("plain").totaux)
  }

  @Test("where the reader leaves, nothing is said, and no signal ends the run")
  func readerGone() throws {
    let scratch = try scratch()
    for call in Self.printing {
      let outcome = try Command.shell(
        "\"$COVERAGE_REPORT\" \(call) | true; exit ${PIPESTATUS[0]}", in: scratch.folder)
      // A reader may leave before it is written to, or after.
      #expect([0, 73].contains(outcome.code), "\(call)")
      #expect(outcome.errors == "", "\(call)")
    }
  }

  @Test("no environment keeps the command from its work")
  func environments() throws {
    let scratch = try scratch()
    for environment in [
      "LC_ALL=$'\\xff' LANG=xx_YY.Z@w", "TZ=Nowhere/Land", "TZ=:/dev/null", "TZ=", "TERM=$'\\e['",
      "-i", "HOME= PATH= TMPDIR=/nowhere",
    ] {
      for call in Self.printing + [Self.writing[0]] {
        let outcome = try Command.shell(
          "B=\"$COVERAGE_REPORT\"; env \(environment) \"$B\" \(call)", in: scratch.folder)
        #expect(outcome.code == 0, "\(environment) \(call): \(outcome.errors)")
      }
    }
    #expect(try Command.shell("(exec -a '' \"$COVERAGE_REPORT\")", in: scratch.folder).code == 0)
  }

  @Test("the command prints by its own streams alone, which know what could not be written")
  func oneWay() throws {
    let folder = Checkout.root + "/Sources/coverage-report"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 5)
    for file in files {
      let text = String(decoding: try Checkout.bytes("\(folder)/\(file)"), as: UTF8.self)
      for line in text.split(separator: "\n") {
        let isOther =
          line.contains(/(^|[^.\w])print\(/) && !line.contains("func print(")
          && !line.contains("try print(")
        #expect(!isOther && !line.contains("FileHandle."), "\(file): \(line)")
      }
    }
  }
}
