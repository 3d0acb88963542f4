import Testing

@testable import Coverage

/// Causes against a plain reading of the definitions, commune by commune, where none is cut.
@Suite struct CauseOracleTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func wholeCommunes(seed: UInt64) throws {
    var random = RandomSnapshots(seed: seed)
    let studies = [2021, 2022].map { year in
      var study = random.next(year: year)
      for place in study.communes.indices {
        let commune = study.communes[place]
        study.communes[place].covered = commune.stage >= .letterOfIntent ? commune.people ?? 0 : 0
      }
      return study
    }
    let comparison = try Comparison(studies[0], studies[1])
    let links = comparison.cpts.compactMap { row in
      row.before.flatMap { before in row.after.map { (before.id, $0.id) } }
    }
    let turned = links.map { ($1, $0) }
    var expected: [ChangeCause: Int] = [:]
    for (old, new) in zip(studies[0].communes, studies[1].communes) {
      let (was, isNow) = (old.stage >= .letterOfIntent, new.stage >= .letterOfIntent)
      switch (was, isNow) {
      case (true, true): expected[.population, default: 0] += new.people! - old.people!
      case (false, true):
        expected[cause(old, new, studies[0], studies[1], links), default: 0] += new.people!
      case (true, false):
        let mirror: [ChangeCause: ChangeCause] = [.newCPTS: .end, .stageReached: .stageLost]
        let cause = cause(new, old, studies[1], studies[0], turned)
        expected[mirror[cause] ?? cause, default: 0] -= old.people!
      case (false, false): break
      }
    }
    let found = comparison.changes.reduce(into: [:]) { $0[$1.cause, default: 0] += $1.people }
    #expect(found.filter { $0.value != 0 } == expected.filter { $0.value != 0 })
  }

  /// Why a commune is covered that was not.
  private func cause(
    _ old: Snapshot.Commune, _ new: Snapshot.Commune, _ before: Snapshot, _ after: Snapshot,
    _ links: [(CPTSID, CPTSID)]
  ) -> ChangeCause {
    let stages = Dictionary(uniqueKeysWithValues: before.cpts.map { ($0.id, $0.stage) })
    let had = Set(old.cpts.map { before.cpts[Int($0)].id })
    let covering = new.cpts.map { after.cpts[Int($0)] }.filter { $0.stage >= .letterOfIntent }
      .map { cpts in links.filter { $0.1 == cpts.id && stages[$0.0]! > .none }.map(\.0) }
    if covering.contains(where: \.isEmpty) { return .newCPTS }
    let reached = covering.contains { ids in
      ids.contains { had.contains($0) && stages[$0]! < .letterOfIntent }
    }
    return reached ? .stageReached : .data
  }
}
