import GeoKernel
import Testing

@testable import Coverage

/// What would be uncovered without one CPTS, against the white zones of a study measured anew.
@Suite("A CPTS that ends")
struct CPTSLossTests {
  /// What was met over all seeds, so that no law holds for want of a case.
  private struct Met {
    var opened = 0
    var grown = 0
    var merged = 0
    var ranked = 0
  }

  @Test("opens the zones that a study of lists has without it")
  func lists() async throws {
    var met = Met()
    for seed in 1...80 as ClosedRange<UInt64> {
      let study = try await RandomStudy(seed: seed)
      for lowest in [Stage.project, .letterOfIntent, .signedContract] {
        try await check(
          study.territories, study.units, study.mesh, whiteBelow: lowest,
          SliverRule(width: 50, people: 50), &met, "seed \(seed)")
      }
    }
    #expect(met.opened > 20 && met.grown > 20 && met.merged > 20)
  }

  @Test("opens the zones that a study of drawings has without it, narrow strips included")
  func drawings() async throws {
    var met = Met()
    let context = GEOSContext()
    for seed in 1...14 as ClosedRange<UInt64> {
      let study = try await DrawnStudy(seed: seed, in: context, isListed: seed.isMultiple(of: 2))
      for rule in [SliverRule(width: 50, people: 50), SliverRule(width: 400, people: 400)] {
        try await check(
          study.territories, study.units, study.mesh, whiteBelow: .letterOfIntent, rule, &met,
          "seed \(seed), \(rule)")
      }
    }
    #expect(met.opened > 5 && met.grown > 20 && met.merged > 5)
  }

  @Test("a second zone of one main unit is named by its rank", arguments: [2.0, 3, 4.5])
  func ranks(width: Double) async throws {
    // One unit ten wide: B in the west, then A, then nobody.
    let drawn = [("A", width, 6.0), ("B", 0, width)]
    let layers = drawn.map { drawing((rectangle($0.1, 0, $0.2, 1), false)) }
    let mesh = try await Mesh(
      PolygonColumns([drawing((rectangle(0, 0, 10, 1), false))]),
      [DrawnLayer(PolygonColumns(layers), of: drawn.map { CPTSID($0.0) })])
    let cpts = drawn.map {
      DatedCPTS(id: CPTSID($0.0), name: "", stage: .signedContract, file: "", line: 1)
    }
    var units = StudyUnits()
    units.units = [
      Unit(
        code: UnitCode("01001"), name: "", population: 100, givenPopulation: 100,
        department: "01", region: "84", intercommunality: "", feature: 0, line: 1)
    ]
    units.communes = [
      Commune(code: UnitCode("01001"), name: "", department: "01", region: "84", units: [0])
    ]
    let whole = Part(unit: 0, piece: 0, population: 100, areaShare: 1, covering: 0)
    let territories = Territories(cpts: cpts, parts: [whole]).divided(by: mesh, unitCount: 1)
    var met = Met()
    let rule = SliverRule(width: 50, people: 50)
    try await check(territories, units, mesh, whiteBelow: .letterOfIntent, rule, &met, "\(width)")
    #expect(met.ranked == (width < 4 ? 1 : 0) && met.opened > 0)
  }

  private func check(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, whiteBelow lowest: Stage,
    _ rule: SliverRule, _ met: inout Met, _ comment: Comment
  ) async throws {
    let finder = try await WhiteZoneFinder(territories, units, mesh, whiteBelow: lowest, rule)
    let before = try await finder.zones().zones
    var losses = CPTSLossFinder(finder, before, units, rule)
    for cpts in territories.cpts.indices.map({ Index<DatedCPTS>($0) }) {
      var change = TerritoryChange(territories)
      change.remove(cpts)
      let without = change.finished().territories
      let after = try await WhiteZoneFinder(
        without, units, mesh, whiteBelow: lowest, rule
      ).zones().zones
      let (lost, people) = uncovered(territories, without, lowest)
      let loss = losses.loss(of: cpts)
      #expect(loss.population == people, comment)
      #expect(loss.pieces == lost.sorted(), comment)
      let expected = after.filter { !lost.isDisjoint(with: $0.pieces) }
      #expect(loss.zones.map { $0.id } == expected.map { $0.id }, comment)
      #expect(loss.zones.map { $0.mainUnit } == expected.map { $0.mainUnit }, comment)
      let extents = loss.zones.map { $0.extent }
      #expect(extents.map { $0.population } == expected.map { $0.population }, comment)
      #expect(extents.map { $0.firstPiece } == expected.map { $0.pieces[0] }, comment)
      for (extent, zone) in zip(extents, expected) {
        #expect(abs(extent.squareMetres - zone.squareMetres) < 1e-3, comment)
      }
      for zone in expected {
        let old = before.count { !Set($0.pieces).isDisjoint(with: zone.pieces) }
        if old == 0 { met.opened += 1 } else { met.grown += 1 }
        if old > 1 { met.merged += 1 }
        if zone.id.dropFirst(3).contains("-") { met.ranked += 1 }
      }
    }
  }

  /// Pieces of which some part is no longer covered, and the people of those parts.
  private func uncovered(
    _ before: Territories, _ after: Territories, _ lowest: Stage
  ) -> (pieces: Set<Index<Piece>>, people: Int) {
    let stages = (before.stageOfCovering, after.stageOfCovering)
    var (pieces, people) = (Set<Index<Piece>>(), 0)
    for (old, new) in zip(before.parts, after.parts)
    where stages.0[Int(old.covering)] >= lowest && stages.1[Int(new.covering)] < lowest {
      pieces.insert(new.piece)
      people += new.population
    }
    return (pieces, people)
  }
}
