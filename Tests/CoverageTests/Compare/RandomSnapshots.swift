@testable import Coverage

/// Random studies of the same communes on several days: CPTS come, go, move, climb; censuses differ; some communes are
/// cut; white people are dealt out to zones.
struct RandomSnapshots {
  private var random: SplitMix
  private let communeCount: Int

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    communeCount = random.int(in: 4...30)
  }

  /// - Parameter hasUnknown: whether some populations are unknown.
  mutating func next(year: Int, hasUnknown: Bool = false) -> Snapshot {
    var study = Snapshot(
      day: CivilDate(year: year, month: 1, day: 1)!, whiteBelow: .letterOfIntent)
    let ids = (0..<8).filter { _ in random.int(in: 0...3) > 0 }.map { "C\($0)" }
    var communesOfCPTS = ids.map { _ in
      (0..<communeCount).filter { _ in random.int(in: 0...4) == 0 }
    }
    let stages = ids.map { _ in Stage(rawValue: random.int(in: 0...4))! }
    for (place, stage) in stages.enumerated() where stage == .none { communesOfCPTS[place] = [] }
    for commune in 0..<communeCount {
      let people: Int? =
        hasUnknown && random.int(in: 0...9) == 0
        ? nil : random.int(in: 0...3) * random.int(in: 0...900)
      let cpts = ids.indices.filter { communesOfCPTS[$0].contains(commune) }
      let stage = cpts.map { stages[$0] }.max() ?? .none
      let isCut = random.int(in: 0...4) == 0
      let share = isCut ? random.int(in: 0...(people ?? 0)) : people ?? 0
      study.communes.append(
        Snapshot.Commune(
          code: UnitCode(String(10_001 + commune)), name: "N\(commune)",
          department: "1\(commune % 3)", region: commune % 3 == 2 ? "B" : "A", people: people,
          stage: stage, covered: stage >= .letterOfIntent ? share : 0, cpts: cpts.map { Int32($0) })
      )
    }
    study.cpts = ids.indices.map { place in
      let people = communesOfCPTS[place].reduce(0) { $0 + (study.communes[$1].people ?? 0) }
      return Snapshot.Member(
        id: CPTSID(ids[place]), name: "CPTS \(ids[place])", stage: stages[place],
        people: people == 0 ? 0 : people - random.int(in: 0...1) * random.int(in: 0...people / 2),
        sizeClass: 1)
    }
    addZones(&study)
    return study
  }

  /// White people go to one or two of a few zones.
  private mutating func addZones(_ study: inout Snapshot) {
    let count = random.int(in: 1...5)
    var parts = [[Snapshot.Land.Part]](repeating: [], count: count)
    for (place, commune) in study.communes.enumerated() {
      let white = (commune.people ?? 0) - commune.covered
      guard white > 0 || commune.stage < .letterOfIntent else { continue }
      let zone = (place * count / communeCount + random.int(in: 0...1)) % count
      let first = random.int(in: 0...4) == 0 ? random.int(in: 0...white) : white
      parts[zone].append(.init(commune: Int32(place), people: first))
      if first < white {
        parts[(zone + 1) % count].append(.init(commune: Int32(place), people: white - first))
      }
    }
    study.zones = parts.enumerated().filter { !$0.element.isEmpty }.map { zone, parts in
      Snapshot.Land(
        id: "ZB-\(zone)", name: "Z\(zone)", people: nil,
        parts: parts.sorted { $0.commune < $1.commune })
    }
    study.sectors = study.zones
    study.overlaps = []
  }
}

extension Comparison {
  init(_ before: Snapshot, _ after: Snapshot, movements: InputPath? = nil) throws(InputFault) {
    try self.init(before, after, try CommonGround(before, after, movements: movements))
  }

  /// People by area and cause.
  var people: [String: Int] {
    var people: [String: Int] = [:]
    for area in waterfalls {
      for step in area.steps where step.people != 0 {
        people["\(area.level) \(area.code) \(step.cause.rawValue)"] = step.people
      }
    }
    return people
  }
}
