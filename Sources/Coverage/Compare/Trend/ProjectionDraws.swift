/// Draws of what may come: each CPTS that waits goes on after a delay that others had, given how long it has
/// waited; each place has the highest stage of those that cover it.
struct ProjectionDraws {
  /// People by the CPTS of the files that cover them.
  private let people: [Int]
  private let owners: [[Int]]
  private let coveringsOfCPTS: [[Int]]
  /// On the last date, by CPTS of the files.
  private let stages: [Stage]
  private let waiting: [StageDelays.Waiting]
  private let delays: [Stage: StageDelays]
  private let curves: [Stage: SurvivalCurve]
  /// Last of the days that are drawn for, by month, in days since 1970.
  private let ends: [Int]
  private let dates: [CivilDate]
  private let day: CivilDate
  private let total: Int

  /// - Parameters:
  ///   - covered: people by CPTS with one span, on the last date.
  ///   - cpts: of the files, in their order.
  /// - Throws: where too little was observed.
  init(
    _ covered: [(owners: [Index<DatedCPTS>], people: Int)], _ spans: SpannedCPTS.Spans,
    _ cpts: [DatedCPTS], on day: CivilDate
  ) throws(NoProjection) {
    let found = StageDelays.all(cpts.map(\.record), upTo: day)
    (delays, waiting, self.day) = (found.delays, found.waiting, day)
    curves = found.delays.mapValues(\.curve)
    total = covered.reduce(0) { $0 + $1.people }
    let known = Self.known(found.delays, curves)
    if let reason = Self.obstacle(known, total) {
      throw NoProjection(reason: reason, stages: known)
    }
    stages = cpts.map { $0.record.stage(at: day) ?? .none }
    people = covered.map(\.people)
    owners = covered.map { Set($0.owners.map { spans.origin[$0] }).sorted() }
    var coverings = [[Int]](repeating: [], count: cpts.count)
    for (covering, members) in owners.enumerated() {
      for cpts in members { coverings[cpts].append(covering) }
    }
    coveringsOfCPTS = coverings
    dates = TrendDates.months(StageProjection.months, after: day)
    ends = dates.map(\.daysSince1970)
  }

  private static func known(
    _ delays: [Stage: StageDelays], _ curves: [Stage: SurvivalCurve]
  ) -> [StageProjection.OfStage] {
    StageDelays.stages.map { stage in
      StageProjection.OfStage(
        stage: stage, observed: delays[stage]?.observed.count ?? 0,
        waiting: delays[stage]?.waiting.count ?? 0, median: curves[stage]?.median,
        longest: delays[stage]?.observed.last?.days)
    }
  }

  private static func obstacle(_ known: [StageProjection.OfStage], _ total: Int) -> Wording? {
    let least = StageProjection.leastObserved
    if let few = known.first(where: { $0.observed < least }) {
      return Wording(
        fr: "\(few.observed.inFrench("délai observé", "délais observés")) à partir du stade "
          + "« \(few.stage.label.french) », il en faut \(least)",
        en: "\(few.observed.inEnglish("delay", "delays")) observed from the stage "
          + "“\(few.stage.label.english)”, \(least) are needed")
    }
    return total == 0
      ? Wording(fr: "aucun habitant connu", en: "no people are known") : nil
  }

  // MARK: Draws

  /// - Complexity: O(draws × (CPTS that wait × their coverings + months)).
  func projection(draws: Int = StageProjection.draws) -> StageProjection {
    let order = Stage.allCases.filter { $0 != .none }.reversed().map { $0 }
    var results = [[Int]](repeating: [], count: dates.count * order.count)
    for place in results.indices { results[place].reserveCapacity(draws) }
    let start = owners.map { members in members.map { stages[$0] }.max() ?? .none }
    for draw in 0..<draws {
      var random = MixedBits(seed: StageProjection.seed &+ UInt64(draw) &* 0x1_0000_0001)
      let events = events(&random)
      var (current, ofCovering) = (stages, start)
      var sums = StageBreakdown()
      for (stage, count) in zip(start, people) { sums.add(count, at: stage) }
      for month in dates.indices {
        for event in events[month] where event.stage > current[event.cpts] {
          current[event.cpts] = event.stage
          for covering in coveringsOfCPTS[event.cpts] where ofCovering[covering] < event.stage {
            sums.add(-people[covering], at: ofCovering[covering])
            sums.add(people[covering], at: event.stage)
            ofCovering[covering] = event.stage
          }
        }
        for (place, stage) in order.enumerated() {
          results[month * order.count + place].append(sums.cumulative(stage))
        }
      }
    }
    let points = results.enumerated().map { place, values in
      Self.point(dates[place / order.count], order[place % order.count], values.sorted())
    }
    return StageProjection(points: points, stages: Self.known(delays, curves), total: total)
  }

  private typealias Event = (cpts: Int, stage: Stage)

  /// What CPTS reach, by month.
  private func events(_ random: inout MixedBits) -> [[Event]] {
    var events = [[Event]](repeating: [], count: dates.count)
    for one in waiting {
      var (stage, since) = (one.stage, one.since.daysSince1970)
      var waited = day.daysSince1970 - since
      while let known = delays[stage], let curve = curves[stage],
        let delay = curve.delay(beyond: waited, chance: random.chance()),
        let month = month(of: since + delay)
      {
        stage = known.observed[Int(random.chance() * Double(known.observed.count))].next
        events[month].append((one.cpts, stage))
        (since, waited) = (since + delay, 0)
      }
    }
    return events
  }

  /// The first month whose end is not before a day; nil after the last.
  private func month(of day: Int) -> Int? { ends.firstIndex { day <= $0 } }

  /// - Parameter values: ascending, one a draw.
  private static func point(_ date: CivilDate, _ stage: Stage, _ values: [Int])
    -> StageProjection.Point
  {
    let count = values.count
    return StageProjection.Point(
      date: date, stage: stage, median: (values[(count - 1) / 2] + values[count / 2]) / 2,
      low: values[(count + 9) / 10 - 1], high: values[(count * 9 + 9) / 10 - 1])
  }
}

extension MixedBits {
  /// From 0 up to 1, which is left out.
  fileprivate mutating func chance() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
