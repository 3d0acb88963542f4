import Testing

@testable import Coverage

/// Laws of comparisons over random pairs of studies.
@Suite struct ComparisonLawsTests {
  static let seeds = 1...40 as ClosedRange<UInt64>

  private static let mirror: [ChangeCause: ChangeCause] = [
    .newCPTS: .end, .end: .newCPTS, .stageReached: .stageLost, .stageLost: .stageReached,
    .territoryTaken: .territoryGiven, .territoryGiven: .territoryTaken,
  ]

  private func pair(_ seed: UInt64) -> (Snapshot, Snapshot) {
    var random = RandomSnapshots(seed: seed)
    let hasUnknown = seed % 3 == 0
    let first = random.next(year: 2021, hasUnknown: hasUnknown)
    return (first, random.next(year: 2022, hasUnknown: hasUnknown))
  }

  @Test("the causes of each area add up to the people and to the printed points", arguments: seeds)
  func sums(seed: UInt64) throws {
    let (before, after) = pair(seed)
    let comparison = try Comparison(before, after)
    #expect(comparison.waterfalls.map(\.level).filter { $0 == "national" }.count == 1)
    for area in comparison.waterfalls {
      func sums(_ study: Snapshot) -> (people: Int, covered: Int) {
        let own = study.communes.filter { commune in
          switch area.level {
          case "region": commune.region == area.code
          case "departement": commune.department == area.code
          default: true
          }
        }
        return (own.reduce(0) { $0 + ($1.people ?? 0) }, own.reduce(0) { $0 + $1.covered })
      }
      let (old, new) = (sums(before), sums(after))
      #expect(area.steps.reduce(0) { $0 + $1.people } == new.covered - old.covered)
      guard old.people > 0, new.people > 0 else { continue }
      func percent(_ sums: (people: Int, covered: Int)) -> Int {
        Int(Cell.percent(of: sums.covered, in: sums.people).hundredths)!
      }
      #expect(area.steps.reduce(0) { $0 + ($1.points ?? 0) } == percent(new) - percent(old))
      for step in area.steps where step.cause != .population {
        let exact = Double(step.people) / Double(new.people) * 10_000
        #expect(abs(Double(step.points ?? 0) - exact) < 1.000001)
      }
    }
    let byCause = comparison.changes.reduce(into: [:]) { $0[$1.cause, default: 0] += $1.people }
    for step in comparison.whole.steps { #expect(byCause[step.cause, default: 0] == step.people) }
  }

  @Test("a study is the same as itself", arguments: seeds)
  func same(seed: UInt64) throws {
    let (study, _) = pair(seed)
    let comparison = try Comparison(study, study)
    #expect(comparison.waterfalls.allSatisfy { $0.steps.isEmpty })
    #expect(comparison.changes.isEmpty)
    #expect(comparison.cpts.allSatisfy { $0.variation == .unchanged })
    #expect(comparison.zones.allSatisfy { $0.variation == .unchanged && $0.before == $0.after })
    #expect(comparison.zones.count == study.zones.count)
  }

  @Test("the other way round each cause is its mirror, with the sign turned", arguments: seeds)
  func mirrored(seed: UInt64) throws {
    let (before, after) = pair(seed)
    let (there, back) = (try Comparison(before, after), try Comparison(after, before))
    var turned: [String: Int] = [:]
    for area in back.waterfalls {
      for step in area.steps where step.people != 0 {
        let cause = Self.mirror[step.cause] ?? step.cause
        turned["\(area.level) \(area.code) \(cause.rawValue)"] = -step.people
      }
    }
    #expect(there.people == turned)
    func flows(_ links: [ZoneLink], _ isTurned: Bool) -> [String: Int] {
      links.filter { $0.variation != .population }.reduce(into: [:]) { flows, link in
        let (from, to) = isTurned ? (link.after, link.before) : (link.before, link.after)
        flows["\(from ?? "-") \(to ?? "-")", default: 0] += link.people
      }
    }
    #expect(flows(there.zones, false) == flows(back.zones, true))
  }

  @Test("from a to c as many become covered as from a to b and from b to c", arguments: seeds)
  func added(seed: UInt64) throws {
    var random = RandomSnapshots(seed: seed)
    let studies = [2020, 2021, 2022].map { random.next(year: $0) }
    func sums(_ before: Snapshot, _ after: Snapshot) throws -> [String: Int] {
      try Comparison(before, after).waterfalls.reduce(into: [:]) { sums, area in
        sums["\(area.level) \(area.code)"] = area.steps.reduce(0) { $0 + $1.people }
      }
    }
    let (first, second) = (try sums(studies[0], studies[1]), try sums(studies[1], studies[2]))
    #expect(try sums(studies[0], studies[2]) == first.merging(second, uniquingKeysWith: +))
  }

  @Test("the rows of a zone add up to it, before and after", arguments: seeds)
  func zones(seed: UInt64) throws {
    let (before, after) = pair(seed)
    let links = try Comparison(before, after).zones
    for zone in before.zones {
      let own = links.filter { $0.before == zone.id }
      #expect(own.reduce(0) { $0 + $1.people } == zone.people)
      #expect(!own.isEmpty)
    }
    for zone in after.zones {
      let own = links.filter { $0.after == zone.id }
      #expect(own.reduce(0) { $0 + $1.people } == zone.people)
      #expect(!own.isEmpty)
    }
    #expect(links.allSatisfy { $0.people >= 0 })
    // As many of each commune as both censuses have white at most.
    let common = links.filter { $0.before != nil && $0.after != nil }.reduce(0) { $0 + $1.people }
    func white(_ study: Snapshot, _ commune: Int) -> Int {
      study.zones.flatMap(\.parts).filter { Int($0.commune) == commune }.reduce(0) {
        $0 + $1.people
      }
    }
    let most = before.communes.indices.reduce(0) { $0 + min(white(before, $1), white(after, $1)) }
    #expect(common == most)
  }

  @Test("people of a CPTS change by those gained, those lost and the census", arguments: seeds)
  func cpts(seed: UInt64) throws {
    let (before, after) = pair(seed)
    let rows = try Comparison(before, after).cpts
    #expect(Set(rows.compactMap(\.before?.id)) == Set(before.cpts.map(\.id)))
    #expect(Set(rows.compactMap(\.after?.id)) == Set(after.cpts.map(\.id)))
    for row in rows {
      let stages = (row.before?.stage ?? Stage.none, row.after?.stage ?? Stage.none)
      let exists = (stages.0 >= .project, stages.1 >= .project)
      switch row.variation {
      case .new: #expect(exists == (false, true))
      case .gone: #expect(exists == (true, false))
      case .unchanged, .renamed:
        #expect(row.peopleGained == 0 && row.peopleLost == 0)
        #expect(stages.0 == stages.1)
      default: #expect(exists == (true, true))
      }
      if !exists.0 { #expect(row.peopleLost == 0 && row.before?.people == nil) }
      if !exists.1 { #expect(row.peopleGained == 0 && row.after?.people == nil) }
      if !exists.0, exists.1 { #expect(row.peopleGained == row.after?.people) }
      if exists.0, !exists.1 { #expect(row.peopleLost == row.before?.people) }
    }
  }
}

extension Cell {
  /// A share as files print it, without its point.
  var hundredths: String {
    var table = Table("t", ["c"])
    table.append(self)
    let text = String(decoding: CSVWriter.bytes(of: table, .standard), as: UTF8.self)
    return String(text.split(separator: "\n")[1]).replacing(".", with: "")
  }
}
