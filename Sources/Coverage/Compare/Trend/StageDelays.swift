/// How long CPTS stay at a stage before they reach a later one, as far as dates tell up to a day.
struct StageDelays: Sendable {
  /// Days from one stage to a later one, and which; ascending.
  private(set) var observed: [(days: Int, next: Stage)] = []
  /// Days that CPTS have waited that had reached no later one by the day, or by their end; ascending.
  private(set) var waiting: [Int] = []

  /// Where CPTS are on the day whose stage has a date: they may go on.
  struct Waiting: Sendable {
    /// Place of the CPTS in the files.
    let cpts: Int
    let stage: Stage
    /// The day on which it came to its stage.
    let since: CivilDate
  }

  /// Stages that come before another.
  static let stages: [Stage] = [.project, .letterOfIntent, .validatedProject]

  /// The delays of each stage, and who waits.
  ///
  /// A CPTS is at the highest stage reached: one that skips a stage goes from the one before to the one after.
  /// What is dated after the day is not known on it.
  ///
  /// - Complexity: O(n log n) in the CPTS.
  static func all(_ cpts: [CPTS], upTo day: CivilDate) -> (
    delays: [Stage: StageDelays], waiting: [Waiting]
  ) {
    var delays = Dictionary(uniqueKeysWithValues: stages.map { ($0, StageDelays()) })
    var waiting: [Waiting] = []
    for (place, record) in cpts.enumerated() {
      let steps = record.steps
      let end = record.endDate.map { min($0, day) } ?? day
      let isThere = record.endDate.map { day < $0 } ?? true
      for (index, step) in steps.enumerated() where step.day <= end && step.stage < .signedContract
      {
        let next = steps.dropFirst(index + 1).first
        if let next, next.day <= end {
          delays[step.stage]?.observed.append(
            (next.day.daysSince1970 - step.day.daysSince1970, next.stage))
        } else {
          delays[step.stage]?.waiting.append(end.daysSince1970 - step.day.daysSince1970)
          if isThere {
            waiting.append(Waiting(cpts: place, stage: step.stage, since: step.day))
          }
        }
      }
    }
    return (delays.mapValues(\.sorted), waiting)
  }

  private var sorted: StageDelays {
    var result = self
    result.observed.sort { ($0.days, $0.next) < ($1.days, $1.next) }
    result.waiting.sort()
    return result
  }

  var curve: SurvivalCurve {
    SurvivalCurve(observed: observed.map(\.days), waiting: waiting)
  }
}

extension CPTS {
  /// The days on which a higher stage than all before was reached, in order.
  fileprivate var steps: [(day: CivilDate, stage: Stage)] {
    var steps: [(day: CivilDate, stage: Stage)] = []
    for (stage, day) in stageDates.sorted(by: { ($0.value, $1.key) < ($1.value, $0.key) })
    where stage > steps.last?.stage ?? .none {
      steps.append((day, stage))
    }
    return steps
  }
}
