import GeoKernel
import Testing

@testable import Coverage

/// Random studies of small worlds, against brute force over every unit and every CPTS.
@Suite struct StudyLawsTests {
  static let seeds = 1...60 as ClosedRange<UInt64>

  @Test(arguments: seeds)
  func eachPersonCountsOnceAtTheHighestStage(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let areas = CoverageMeasure.areas(study.territories, study.units, by: [])
    for area in areas {
      let members = study.units.units.indices.filter { unit in
        switch area.level {
        case "region": study.units.units[unit].region == area.code
        case "departement": study.units.units[unit].department == area.code
        default: true
        }
      }
      for stage in Stage.allCases {
        let expected = members.reduce(0) { sum, unit in
          let stages = study.owners(of: unit).map { study.territories.cpts[$0].stage }
          return (stages.max() ?? .none) == stage ? sum + study.people(of: unit) : sum
        }
        #expect(area.breakdown[stage] == expected)
      }
      #expect(area.breakdown.total == members.reduce(0) { $0 + study.people(of: $1) })
      #expect(area.breakdown.cumulative(.none) == area.breakdown.total)
    }
    for level in ["region", "departement"] {
      let sum = areas.filter { $0.level == level }.reduce(0) { $0 + $1.breakdown.total }
      #expect(sum == areas[0].breakdown.total)
    }
  }

  @Test(arguments: seeds)
  func grossIsNetPlusWhatIsCountedAgain(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let sums = CoverageMeasure.grossAndNet(study.territories, countedFrom: .letterOfIntent)
    var gross = 0
    var net = 0
    var several = 0
    for unit in study.units.units.indices {
      let owners = study.owners(of: unit).count {
        study.territories.cpts[$0].stage >= .letterOfIntent
      }
      gross += owners * study.people(of: unit)
      net += owners > 0 ? study.people(of: unit) : 0
      several += owners > 1 ? study.people(of: unit) : 0
    }
    #expect(sums.gross == gross)
    #expect(sums.net == net)
    #expect(sums.inSeveral == several)
    #expect(sums.net + sums.countedAgain == sums.gross)
  }

  @Test(arguments: seeds)
  func zonesAreTheContiguousUncoveredAreas(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let finder = try await WhiteZoneFinder(
      study.territories, study.units, study.mesh, whiteBelow: .letterOfIntent, noSlivers)
    let zones = try await finder.zones().zones
    let expected = study.componentsOfUncovered()
    #expect(Set(zones.map { Set($0.units.map(\.raw)) }) == expected)
    #expect(zones.map(\.id) == zones.map(\.id).sorted())
    for zone in zones {
      #expect(zone.population == zone.units.reduce(0) { $0 + study.people(of: Int($1)) })
      let most = zone.units.map { study.people(of: Int($0)) }.max()
      #expect(study.people(of: Int(zone.mainUnit)) == most)
      let hasProject = zone.units.contains { unit in
        study.owners(of: Int(unit)).contains { study.territories.cpts[$0].stage == .project }
      }
      #expect((zone.status == .projectEmerging) == hasProject)
    }
    let areas = CoverageMeasure.areas(study.territories, study.units, by: [])
    let white = zones.reduce(0) { $0 + $1.population }
    let national = areas[0].breakdown
    #expect(white + national.cumulative(.letterOfIntent) == national.total)
  }

  @Test(arguments: seeds)
  func neighboursBorderTheZone(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let finder = try await WhiteZoneFinder(
      study.territories, study.units, study.mesh, whiteBelow: .letterOfIntent, noSlivers)
    let lengths = study.mesh.metricLengths()
    for zone in try await finder.zones().zones {
      let inside = Set(zone.units.map(\.raw))
      var border = 0.0
      var ofCPTS: [Index<DatedCPTS>: Double] = [:]
      for (pair, metres) in lengths {
        for (unit, other) in [(pair.first, pair.second), (pair.second, pair.first)]
        where inside.contains(unit) && !inside.contains(other) {
          border += metres
          for owner in study.owners(of: Int(other))
          where study.territories.cpts[owner].stage >= .letterOfIntent {
            ofCPTS[Index(owner), default: 0] += metres
          }
        }
      }
      #expect(zone.neighbours.map(\.cpts) == ofCPTS.keys.sorted())
      for neighbour in zone.neighbours {
        let expected = ofCPTS[neighbour.cpts] ?? 0
        #expect(abs(neighbour.metres - expected) < 1e-6)
        #expect(abs(neighbour.share - expected / border) < 1e-9)
      }
    }
  }

  @Test(arguments: seeds)
  func overlapsAreTheUnitsInCommon(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let overlaps = try await OverlapFinder(
      study.territories, study.mesh,
      isDrawn: study.territories.cpts.map { _ in false }, noSlivers,
      StudyBounds(input: 0)
    ).overlaps().overlaps
    var found = 0
    for first in study.territories.cpts.indices {
      for second in study.territories.cpts.indices where second > first {
        let lowest = min(study.territories.cpts[first].stage, study.territories.cpts[second].stage)
        let common = study.units.units.indices.filter {
          Set(study.owners(of: $0)).isSuperset(of: [first, second])
        }
        guard lowest >= .project, !common.isEmpty else { continue }
        let overlap = try #require(
          overlaps.first { $0.first == Index(first) && $0.second == Index(second) })
        found += 1
        #expect(overlap.units.map { Int($0) } == common)
        #expect(overlap.population == common.reduce(0) { $0 + study.people(of: $1) })
        let isValidated = lowest >= .validatedProject
        #expect(overlap.qualification == (isValidated ? .twoValidatedProjects : .toConciliate))
      }
    }
    #expect(overlaps.count == found)
  }

  @Test(arguments: seeds)
  func figuresOfEachCPTSAddUp(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let figures = CPTSMeasure.figures(study.territories, study.units, study.mesh)
    for (index, figure) in figures.enumerated() {
      let members = study.units.units.indices.filter { study.owners(of: $0).contains(index) }
      #expect(figure.population == members.reduce(0) { $0 + study.people(of: $1) })
      #expect(figure.communes.count == members.count)
      #expect(figure.groupCount == study.components(of: Set(members.map { Int32($0) })).count)
      let area = members.reduce(0.0) { $0 + study.mesh.areas[$1] }
      #expect(abs(figure.squareMetres - area) < 1e-6)
    }
  }

  /// Adding a territory never lowers coverage, at any stage.
  @Test(arguments: seeds)
  func moreTerritoryNeverCoversFewer(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let fewer = study.resolved(Array(study.memberships.dropLast(study.memberships.count / 3)))
    let before = CoverageMeasure.areas(fewer, study.units, by: [])[0].breakdown
    let after = CoverageMeasure.areas(study.territories, study.units, by: [])[0].breakdown
    for stage in Stage.allCases { #expect(after.cumulative(stage) >= before.cumulative(stage)) }
  }

  @Test(arguments: seeds)
  func orderOfRowsChangesNothing(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    var random = SplitMix(seed: seed)
    var shuffled = study.memberships
    random.shuffle(&shuffled)
    let again = study.resolved(shuffled)
    #expect(
      again.parts.map { again.coverings[Int($0.covering)] }
        == study.territories.parts.map { study.territories.coverings[Int($0.covering)] })
  }
}

/// Lists make no noise of drawing.
private let noSlivers = SliverRule(width: 50, people: 50)
