import Testing

@testable import Coverage

/// Ways out of overlaps, against the plainest words for them over random worlds.
@Suite struct ConciliationsTests {
  fileprivate struct World {
    let study: RandomStudy
    let areas: [String]
    let conciliations: Conciliations
    let overlaps: [Overlap]

    init(seed: UInt64) async throws {
      study = try await RandomStudy(seed: seed)
      areas = study.units.units.indices.map { $0.isMultiple(of: 5) ? "" : "B\($0 % 3)" }
      conciliations = Conciliations(
        study.territories, study.units, study.mesh, livingAreas: areas)
      let isDrawn = [Bool](repeating: false, count: study.territories.cpts.count)
      overlaps = try await OverlapFinder(
        study.territories, study.mesh, isDrawn: isDrawn, SliverRule(width: 50, people: 50),
        StudyBounds(input: 0)
      ).overlaps().overlaps
    }

    /// People of an area in one CPTS and not in the other.
    func people(_ area: String, in cpts: Int, but other: Int) -> Int {
      study.units.units.indices.filter { unit in
        let owners = study.owners(of: unit)
        return areas[unit] == area && owners.contains(cpts) && !owners.contains(other)
      }.reduce(0) { $0 + study.people(of: $1) }
    }
  }

  @Test("each unit in common goes to one of the two or stays common, and people add up")
  func partition() async throws {
    var count = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      for overlap in world.overlaps {
        for way in world.conciliations.ways(of: overlap) {
          let units = way.first.units + way.second.units + way.undecided.units
          #expect(units.sorted() == overlap.units.sorted(), "seed \(seed)")
          #expect(way.people == overlap.population, "seed \(seed)")
          for share in [way.first, way.second, way.undecided] {
            #expect(share.people == share.units.reduce(0) { $0 + world.study.people(of: Int($1)) })
          }
          count += 1
        }
      }
    }
    #expect(count > 100)
  }

  @Test(
    "a unit goes to the CPTS that has more people of its bassin besides; equals and no bassin stay common"
  )
  func livingAreas() async throws {
    var given = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      for overlap in world.overlaps {
        let (first, second) = (Int(overlap.first), Int(overlap.second))
        let way = try #require(
          world.conciliations.ways(of: overlap).first { $0.way == .byLivingArea })
        for unit in overlap.units {
          let area = world.areas[Int(unit)]
          let held = (
            world.people(area, in: first, but: second), world.people(area, in: second, but: first)
          )
          let isCommon = area.isEmpty || held.0 == held.1
          #expect(way.undecided.units.contains(unit) == isCommon, "seed \(seed)")
          #expect(way.first.units.contains(unit) == (!isCommon && held.0 > held.1), "seed \(seed)")
          given += isCommon ? 0 : 1
        }
      }
    }
    #expect(given > 50)
  }

  @Test("by the border, a unit goes to the one whose own land it touches longer")
  func borders() async throws {
    var given = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      for overlap in world.overlaps {
        let way = try #require(world.conciliations.ways(of: overlap).first { $0.way == .byBorder })
        for unit in overlap.units {
          let metres = world.metres(around: unit, overlap)
          guard abs(metres.first - metres.second) > 0.1 else { continue }
          #expect(
            way.first.units.contains(unit) == (metres.first > metres.second), "seed \(seed)")
          #expect(!way.undecided.units.contains(unit), "seed \(seed)")
          given += 1
        }
      }
    }
    #expect(given > 50)
  }

  @Test("only a validated project over one that is not keeps the whole")
  func validated() async throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      for overlap in world.overlaps {
        let stages = [overlap.first, overlap.second].map { world.study.territories[$0].stage }
        let validated = stages.map { $0 >= .validatedProject }
        let way = world.conciliations.ways(of: overlap).first { $0.way == .validatedKeeps }
        #expect((way != nil) == (validated[0] != validated[1]), "seed \(seed)")
        if let way {
          #expect((validated[0] ? way.first : way.second).units == overlap.units, "seed \(seed)")
        }
      }
    }
  }
}

extension ConciliationsTests.World {
  /// Metres of border of a unit with what either CPTS has alone.
  fileprivate func metres(
    around unit: Index<Unit>, _ overlap: Overlap
  ) -> (first: Double, second: Double) {
    var metres = (first: 0.0, second: 0.0)
    for piece in study.mesh.pieces.of(unit) {
      for edge in study.mesh.borders[piece] {
        let other = study.mesh.piece(across: edge, from: piece)
        guard other.exists, study.mesh.pieces.unit[other] != unit else { continue }
        let owners = study.owners(of: Int(study.mesh.pieces.unit[other]))
        let isOf = (
          owners.contains(Int(overlap.first)), owners.contains(Int(overlap.second))
        )
        guard isOf.0 != isOf.1 else { continue }
        let length = study.mesh.length(of: edge)
        if isOf.0 { metres.first += length } else { metres.second += length }
      }
    }
    return metres
  }
}
