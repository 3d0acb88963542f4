import Foundation
import Testing

/// A run that is stopped ends with 128 and the signal, and leaves nothing.
@Suite(.serialized) struct InterruptTests {
  @Test(
    "Ctrl-C, a polite kill or a closed terminal while files are being written leaves none of them",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func duringWriting(signal number: Int32) throws {
    try expectNothingStays(jobs: 2, signal: number) { scratch, folder in
      scratch.names().contains { $0.hasPrefix(".\(folder).coverage-report-") }
    }
  }

  @Test("Ctrl-C before anything is written leaves nothing")
  func duringReading() throws {
    let start = ContinuousClock.now
    try expectNothingStays(jobs: 1, signal: SIGINT) { _, _ in
      start.duration(to: .now) > .milliseconds(50)
    }
  }

  /// Interrupts a run as soon as `isTime`. A run that ends before the signal arrives proves nothing:
  /// then the next one has more to do.
  private func expectNothingStays(
    jobs: Int, signal number: Int32, when isTime: (_ scratch: Scratch, _ folder: String) -> Bool
  ) throws {
    signal(number, SIG_DFL)  // what a child inherits, where the runner of the tests ignores it
    let scratch = try Scratch.world()
    for side in [60, 120, 240, 480] {
      let folder = "out-\(side)"
      try scratch.write("large.geojson", Self.large(side))
      let run = try Run(
        Command.binary,
        [
          "report", "--units", "large.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
          "--output", folder, "--jobs", "\(jobs)",
        ], in: scratch.folder, language: "fr_FR.UTF-8")
      while run.isRunning && !isTime(scratch, folder) { usleep(500) }
      run.send(number)
      let outcome = try run.outcome()
      if outcome.code == 0 { continue }
      #expect(outcome.code == 128 + number, "\(outcome.errors)")
      #expect(scratch.names().allSatisfy { !$0.contains(folder) })
      return
    }
    Issue.record("every run ended before it could be interrupted")
  }

  /// A map of so many squares that to read and to write it takes a while.
  private static func large(_ side: Int) -> String {
    let features = (0..<side * side).map { index in
      // The first two are those of the list.
      let code = index < 2 ? "0100\(index + 1)" : "\(100_000 + index)"
      return Square(code, "U", "1", column: index % side, row: index / side).feature
    }
    return World.collection(features)
  }
}
