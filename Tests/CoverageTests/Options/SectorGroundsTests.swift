import Testing

@testable import Coverage

/// What options are computed from, against the plainest walk over the same random worlds.
struct SectorGroundsTests {
  private struct World {
    let study: RandomStudy
    let sectors: [Sector]
    let grounds: [SectorGround]
    let areas: [String]

    init(seed: UInt64) async throws {
      study = try await RandomStudy(seed: seed)
      let (units, mesh, territories) = (study.units, study.mesh, study.territories)
      let finder = try await WhiteZoneFinder(
        territories, units, mesh, whiteBelow: .letterOfIntent, SliverRule(width: 50, people: 50))
      let zones = try await finder.zones().zones
      let points = try await UnitPoints(mesh, count: units.units.count, jobs: 1)
      let found = try await SectorFinder(
        finder.ground, units, zones, isNarrow: finder.uncovered.narrowPieces, remnantLargest: 500,
        CutRules(smallest: 3000, largest: 9000, price: 800), points
      ).sectors(jobs: 1)
      sectors = SectorSurroundings(finder.ground, units, points).complete(found)
      let figures = StudyFigures(
        areas: [],
        grossAndNet: CoverageMeasure.grossAndNet(territories, countedFrom: .letterOfIntent),
        communes: [], cpts: CPTSMeasure.figures(territories, units, mesh), overlaps: [],
        zones: zones, narrowPieces: [], fragile: nil, professionals: nil, history: nil, drawn: nil)
      areas = units.units.indices.map { $0.isMultiple(of: 5) ? "" : "B\($0 % 3)" }
      var maker = SectorGrounds(
        territories, units, mesh, figures, sectors, points, whiteBelow: .letterOfIntent,
        livingAreas: areas)
      grounds = sectors.map { maker.ground(of: $0) }
    }
  }

  @Test("people, borders and contacts are those of the units, pair by pair")
  func borders() async throws {
    var contactCount = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      let lengths = world.study.mesh.planarLengths().filter { $0.value > 0 }
      for (sector, ground) in zip(world.sectors, world.grounds) {
        let units = sector.pieces.sorted()
        #expect(ground.people == units.map { world.study.people(of: Int($0)) }, "seed \(seed)")
        #expect(ground.totalPeople == sector.population, "seed \(seed)")
        for (first, unit) in units.enumerated() {
          for (second, other) in units.enumerated() where first < second {
            let isBeside = ground.borders.contains { $0.first == first && $0.second == second }
            #expect(isBeside == (lengths[Pair(unit, other)] != nil), "seed \(seed)")
          }
          for (place, neighbour) in sector.neighbours.enumerated() {
            let isBeside = world.study.units.units.indices.contains { other in
              other != Int(unit) && lengths[Pair(unit, Index(other))] != nil
                && world.study.owners(of: other).contains(Int(neighbour.cpts))
            }
            let contact = ground.contacts.contains { $0.unit == first && $0.neighbour == place }
            #expect(contact == isBeside, "seed \(seed)")
            contactCount += contact ? 1 : 0
          }
        }
      }
    }
    #expect(contactCount > 100)
  }

  @Test("the borders of a neighbour add up to those of the table of neighbours")
  func shares() async throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      for (sector, ground) in zip(world.sectors, world.grounds) {
        let outside = ground.outsideMetres.reduce(0, +)
        for (place, neighbour) in sector.neighbours.enumerated() {
          let metres = ground.contacts.filter { $0.neighbour == place }.reduce(0) { $0 + $1.metres }
          #expect(abs(metres - neighbour.metres) < 1e-6 * max(1, metres), "seed \(seed)")
          let share = outside > 0 ? metres / outside : 0
          #expect(abs(share - neighbour.share) < 1e-9, "seed \(seed)")
        }
      }
    }
  }

  @Test("projects have their people here and elsewhere, and together those of all")
  func projects() async throws {
    var count = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      let study = world.study
      let uncovered = study.units.units.indices.filter { unit in
        !study.owners(of: unit).contains { study.territories.cpts[$0].stage >= .letterOfIntent }
      }
      for (sector, ground) in zip(world.sectors, world.grounds) {
        #expect(ground.projects.map(\.own.cpts) == sector.projects, "seed \(seed)")
        let here = Set(sector.units.map { Int($0) })
        for project in ground.projects {
          count += 1
          let own = uncovered.filter { study.owners(of: $0).contains(Int(project.own.cpts)) }
          func people(_ units: some Sequence<Int>) -> Int {
            units.reduce(0) { $0 + study.people(of: $1) }
          }
          #expect(project.peopleHere == people(own.filter { here.contains($0) }), "seed \(seed)")
          #expect(
            project.peopleElsewhere == people(own.filter { !here.contains($0) }), "seed \(seed)")
        }
        guard !sector.projects.isEmpty else { continue }
        let all = study.units.units.indices.filter { unit in
          sector.projects.contains { study.owners(of: unit).contains(Int($0)) }
        }
        #expect(ground.peopleOfProjects == all.reduce(0) { $0 + study.people(of: $1) })
      }
    }
    #expect(count > 20)
  }

  @Test("people of living areas, in the whole, in the sector, and in each neighbour")
  func areas() async throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let world = try await World(seed: seed)
      for (sector, ground) in zip(world.sectors, world.grounds) {
        let areas = ground.livingAreas
        for (area, code) in areas.codes.enumerated() {
          let members = world.areas.indices.filter { world.areas[$0] == code }
          func sum(_ isWanted: (Int) -> Bool) -> Int {
            members.filter(isWanted).reduce(0) { $0 + world.study.people(of: $1) }
          }
          #expect(areas.people[area] == sum { _ in true }, "seed \(seed)")
          #expect(areas.peopleInSector[area] == sum { sector.pieces.contains(Index($0)) })
          for (place, neighbour) in sector.neighbours.enumerated() {
            let people = areas.people(of: Int32(area), in: Int32(place), sector.neighbours.count)
            #expect(
              people == sum { world.study.owners(of: $0).contains(Int(neighbour.cpts)) },
              "seed \(seed)")
          }
        }
      }
    }
  }
}
