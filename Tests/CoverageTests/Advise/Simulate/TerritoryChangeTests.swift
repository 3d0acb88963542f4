import Testing

@testable import Coverage

/// Changes of territories, against sets of CPTS kept by hand.
@Suite struct TerritoryChangeTests {
  @Test(
    "any changes give each part the CPTS that sets would", arguments: 1...60 as ClosedRange<UInt64>)
  func againstSets(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let study = try await RandomStudy(seed: seed)
    var change = TerritoryChange(study.territories)
    var ids = study.territories.cpts.map(\.id)
    var stages = study.territories.cpts.map(\.stage)
    var sets = study.territories.parts.map { part in
      Set(study.territories.coverings[Int(part.covering)].map { ids[Int($0)] })
    }
    for step in 0..<30 {
      let part = random.int(in: 0...sets.count - 1)
      switch random.int(in: 0...5) {
      case 0:
        // Ids come before, between and after those that are there.
        let id = CPTSID(["A", "C2b", "Z"][step % 3] + "\(step)")
        let stage = Stage(rawValue: random.int(in: 0...4))!
        let index = change.add(DatedCPTS(id: id, name: "", stage: stage, file: "", line: 0))
        #expect(Int(index) == ids.count)
        ids.append(id)
        stages.append(stage)
      case 1 where !ids.isEmpty:
        let cpts = random.int(in: 0...ids.count - 1)
        change.remove(Index(cpts))
        for index in sets.indices { sets[index].remove(ids[cpts]) }
        ids[cpts] = CPTSID("removed \(step)")
      case 2 where !ids.isEmpty:
        let cpts = random.int(in: 0...ids.count - 1)
        stages[cpts] = Stage(rawValue: random.int(in: 0...4))!
        change.set(stages[cpts], of: Index(cpts))
      case 3 where !ids.isEmpty:
        let cpts = random.int(in: 0...ids.count - 1)
        guard !ids[cpts].text.hasPrefix("removed") else { continue }
        change.take(part: Index(part), from: Index(cpts))
        sets[part].remove(ids[cpts])
      default:
        guard let cpts = ids.indices.randomElement(using: &random),
          !ids[cpts].text.hasPrefix("removed")
        else { continue }
        change.give(part: Index(part), to: Index(cpts))
        sets[part].insert(ids[cpts])
      }
    }
    let (result, newIndex) = change.finished()
    #expect(result.cpts.map(\.id) == result.cpts.map(\.id).sorted())
    let kept = ids.indices.filter { !ids[$0].text.hasPrefix("removed") }
    #expect(result.cpts.count == kept.count)
    for old in ids.indices {
      guard kept.contains(old) else {
        #expect(newIndex[old] == -1)
        continue
      }
      #expect(result.cpts[Int(newIndex[old])].id == ids[old])
      #expect(result.cpts[Int(newIndex[old])].stage == stages[old])
    }
    #expect(Set(result.coverings).count == result.coverings.count)
    #expect(result.coverings[0].isEmpty)
    for (index, part) in result.parts.enumerated() {
      let covering = result.coverings[Int(part.covering)]
      #expect(covering == covering.sorted())
      #expect(Set(covering.map { result.cpts[Int($0)].id }) == sets[index])
      #expect(part.population == study.territories.parts[index].population)
    }
    for stage in Stage.allCases {
      let covered = result.parts.filter { result.stageOfCovering[Int($0.covering)] >= stage }
      let nobody =
        stage == .none ? result.parts.filter { result.coverings[Int($0.covering)].isEmpty } : []
      #expect(
        change.people(from: stage)
          == (covered.reduce(0) { $0 + $1.population } - nobody.reduce(0) { $0 + $1.population }))
    }
  }
}
