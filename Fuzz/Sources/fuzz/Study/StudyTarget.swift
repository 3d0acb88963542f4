import CMeter
import Coverage
import Dispatch

/// Whole studies in process: what is not refused keeps the guarantees of the contract, in bounded time and
/// memory.
enum StudyTarget {
  /// Seconds of processor time of one input, for all that is asked of it. Tiny worlds take thousandths.
  static let seconds = 4.0

  /// - Returns: 0, or -1 for bytes that are not worth keeping in the corpus.
  static func one(_ bytes: [UInt8]) -> CInt {
    guard let study = StudyCase(StudyParts(bytes), in: Harness.shared.folder) else { return -1 }
    study.writeFiles()
    meter_start()
    blocking { await run(study) }
    let (peak, seconds) = (meter_peak(), meter_seconds())
    if peak > Limit.bytes(fileSize: study.size) {
      fail("\(peak) bytes of memory for a study of \(study.size)")
    }
    if seconds > Self.seconds { fail("\(seconds) s for a study of \(study.size) bytes") }
    return 0
  }

  private static func run(_ asked: StudyCase) async {
    await refusable {
      let study = try await Study.run(try asked.options(jobs: 1))
      StudyLaws(study: study).check()
      if asked.asked.contains(.written) {
        try await StudyReport.write(study, to: asked.output)
        WrittenLaws(study: study, folder: asked.output).check()
      }
      if asked.asked.contains(.twoJobs) {
        let other = try await Study.run(try asked.options(jobs: 2))
        let (one, two) = (StudyLaws(study: study).words, StudyLaws(study: other).words)
        if one != two {
          fail("law: two tasks find other figures than one: \(Self.parting(one, two))")
        }
      }
    }
    if asked.plan != nil || asked.asked.contains(.greedy) {
      await refusable {
        let simulation = try await Simulation.run(
          try asked.options(jobs: 1), plan: asked.plan,
          goal: asked.asked.contains(.greedy) ? GreedyPlan.Goal(count: 2, percent: 99) : nil)
        StudyLaws(study: simulation.before).check()
        StudyLaws(study: simulation.after).check()
      }
    }
    if asked.isProposal {
      await refusable {
        let opinions = try await Opinions.run(try asked.options(jobs: 1))
        StudyLaws(study: opinions.study).check()
        for format in Opinions.Format.allCases where opinions.text(format).isEmpty {
          fail("an opinion without a word")
        }
      }
    }
  }

  /// A study may be refused, with words in both languages; nothing else may come of it.
  private static func refusable(_ work: () async throws -> Void) async {
    do {
      try await work()
    } catch let fault as InputFault {
      let isSaid = [Language.french, .english].allSatisfy { !fault.message(in: $0).isEmpty }
      if !isSaid || fault.kind == .output { fail("refused: \(fault)") }
    } catch {
      fail("a defect of the program: \(error)")
    }
  }

  /// Where two texts part.
  private static func parting(_ one: String, _ two: String) -> String {
    let common = zip(one, two).prefix { $0 == $1 }.count
    return [one, two].map { String($0.dropFirst(max(0, common - 60)).prefix(160)) }
      .joined(separator: "\n")
  }

  /// Runs asynchronous work to its end.
  private static func blocking(_ work: @escaping @Sendable () async -> Void) {
    let ended = DispatchSemaphore(value: 0)
    Task.detached {
      await work()
      ended.signal()
    }
    ended.wait()
  }
}
