import TestSupport
import Testing

@testable import Coverage

/// Sectors of small random worlds, against brute force over their parts.
@Suite struct SectorLawsTests {
  private struct World {
    let study: RandomStudy
    let zones: [WhiteZone]
    let ground: WhiteGround
    let sectors: [Sector]

    /// - Parameter rules: bounds that small worlds reach.
    static let rules = CutRules(smallest: 3000, largest: 9000, price: 800)

    init(seed: UInt64, remnantLargest: Int = 1500, jobs: Int = 1) async throws {
      study = try await RandomStudy(seed: seed)
      let finder = try await WhiteZoneFinder(
        study.territories, study.units, study.mesh, whiteBelow: .letterOfIntent,
        SliverRule(width: 50, people: 50))
      zones = try await finder.zones().zones
      ground = finder.ground
      let points = try await UnitPoints(study.mesh, count: study.units.units.count, jobs: 1)
      let found = try await SectorFinder(
        ground, study.units, zones, isNarrow: finder.uncovered.narrowPieces,
        remnantLargest: remnantLargest, Self.rules, points
      ).sectors(jobs: jobs)
      sectors = SectorSurroundings(ground, study.units, points).complete(found)
    }

    func projects(of part: Index<Part>) -> [Index<DatedCPTS>] {
      ground.projects(of: study.territories.parts[part].covering)
    }
  }

  private static let seeds = 1...120 as ClosedRange<UInt64>

  @Test("each uncovered part of a zone is in one sector, and they add up to it", arguments: seeds)
  func partition(seed: UInt64) async throws {
    let world = try await World(seed: seed)
    for (place, zone) in world.zones.enumerated() {
      let own = world.sectors.filter { $0.zone == Index(place) }
      let white = zone.pieces.flatMap { piece in
        world.ground.partsOfPiece[piece].filter {
          world.ground.stages[world.study.territories.parts[$0].covering] < .letterOfIntent
        }
      }
      #expect(own.flatMap(\.parts).sorted() == white.sorted())
      #expect(own.reduce(0) { $0 + $1.population } == zone.population)
      #expect(
        abs(own.reduce(0) { $0 + $1.squareMetres } - zone.squareMetres) < 1e-6 * zone.squareMetres)
      #expect(Set(own.flatMap(\.units)) == Set(zone.units))
      if own.count == 1 { #expect(own[0].id.dropFirst(3) == zone.id.dropFirst(3)) }
    }
    #expect(Set(world.sectors.map(\.id)).count == world.sectors.count)
    #expect(world.sectors.map(\.id) == world.sectors.map(\.id).sorted())
  }

  @Test("land of projects is theirs, and land without any is of one piece", arguments: seeds)
  func natures(seed: UInt64) async throws {
    let world = try await World(seed: seed)
    for sector in world.sectors {
      for part in sector.parts {
        let projects = world.projects(of: part)
        #expect(projects.isEmpty == sector.projects.isEmpty)
        #expect(projects.isEmpty || projects.contains { sector.projects.contains($0) })
      }
      switch sector.nature {
      case .project: #expect(sector.projects.count == 1)
      case .competingProjects: #expect(sector.projects.count > 1)
      case .none, .remnant:
        #expect(sector.projects.isEmpty)
        #expect(isConnected(sector.pieces, world.study.mesh))
        let isKnown = sector.units.allSatisfy { world.study.units[$0].population != nil }
        #expect((sector.nature == .remnant) == (isKnown && sector.population < 1500))
        let isOneUnit = Set(sector.pieces.map { world.study.mesh.pieces.unit[$0] }).count == 1
        #expect(
          sector.population <= World.rules.largest || isOneUnit,
          "seed \(seed), \(sector.id)")
      }
      #expect(
        (sector.attachment != nil) == (sector.nature == .remnant) || sector.neighbours.isEmpty)
      #expect(!sector.pilot.isEmpty)
    }
    // Land without project that touches is in several sectors of one zone only where it was cut: each then
    // has people enough.
    for (place, sector) in world.sectors.enumerated() where sector.projects.isEmpty {
      for other in world.sectors[(place + 1)...]
      where other.projects.isEmpty && other.zone == sector.zone
        && touch(sector.pieces, other.pieces, world.study.mesh)
      {
        #expect(sector.population >= World.rules.smallest, "seed \(seed), \(sector.id)")
        #expect(other.population >= World.rules.smallest, "seed \(seed), \(other.id)")
      }
    }
  }

  @Test("two tasks cut as one does", arguments: 1...20 as ClosedRange<UInt64>)
  func jobs(seed: UInt64) async throws {
    let (one, two) = (try await World(seed: seed), try await World(seed: seed, jobs: 2))
    #expect(one.sectors.map(\.id) == two.sectors.map(\.id))
    #expect(one.sectors.map(\.parts) == two.sectors.map(\.parts))
  }

  @Test(
    "projects are together where they share a fifth of the smaller, and not else", arguments: seeds)
  func competing(seed: UInt64) async throws {
    let world = try await World(seed: seed)
    for (place, zone) in world.zones.enumerated() {
      let parts = world.sectors.filter { $0.zone == Index(place) }.flatMap(\.parts)
      let projects = Set(parts.flatMap { world.projects(of: $0) }).sorted()
      func people(_ isCounted: (Set<Index<DatedCPTS>>) -> Bool) -> (people: Int, area: Double) {
        parts.filter { isCounted(Set(world.projects(of: $0))) }.reduce((0, 0.0)) { sum, part in
          let part = world.study.territories.parts[part]
          return (sum.0 + part.population, sum.1 + world.ground.squareMetres(of: part))
        }
      }
      var together = projects.map { [$0] as Set }
      for (index, first) in projects.enumerated() {
        for second in projects[(index + 1)...] {
          let sizes = [people { $0.contains(first) }, people { $0.contains(second) }]
          let shared = people { $0.contains(first) && $0.contains(second) }
          let smaller = sizes.min { $0 < $1 } ?? (0, 0)
          let meets =
            smaller.people > 0
            ? 5 * shared.people >= smaller.people
            : shared.area > 0 && 5 * shared.area >= smaller.area
          guard meets else { continue }
          let merged = together.filter { $0.contains(first) || $0.contains(second) }
            .reduce(Set()) { $0.union($1) }
          together.removeAll { !$0.isDisjoint(with: merged) }
          together.append(merged)
        }
      }
      for sector in world.sectors where sector.zone == Index(place) && !sector.projects.isEmpty {
        #expect(together.contains(Set(sector.projects)), "seed \(seed), \(zone.id)")
      }
    }
  }

  private func touch(_ some: [Index<Piece>], _ others: [Index<Piece>], _ mesh: Mesh) -> Bool {
    let others = Set(others)
    return some.contains { piece in
      mesh.borders[piece].contains { edge in
        let other = mesh.piece(across: edge, from: piece)
        return other.exists && others.contains(other)
      }
    }
  }

  private func isConnected(_ pieces: [Index<Piece>], _ mesh: Mesh) -> Bool {
    var left = Set(pieces.dropFirst())
    var found = Array(pieces.prefix(1))
    while let piece = found.popLast() {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        if other.exists, left.remove(other) != nil { found.append(other) }
      }
    }
    return left.isEmpty
  }
}
