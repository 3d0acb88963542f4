import GeoKernel
import Testing

@testable import Coverage

/// What must be true of any study with drawings, whatever they are.
@Suite("Laws of coverage with drawings")
struct CoverageLawTests {
  static let seeds = 1...40 as ClosedRange<UInt64>
  private let context = GEOSContext()

  @Test("pieces and parts share out each unit, no more and no less", arguments: seeds)
  func shares(seed: UInt64) async throws {
    let study = try await DrawnStudy(seed: seed, in: context)
    let parts = study.territories.partsOfUnit(count: study.tiles.unitCount)
    for unit in study.mesh.units {
      let areas = study.mesh.pieces.of(unit).map { study.mesh.areas[$0] }
      let whole = study.mesh.unitAreas[unit]
      #expect(areas.allSatisfy { $0 >= 0 && $0 <= whole * (1 + 1e-12) })
      #expect(abs(areas.reduce(0, +) - whole) <= 1e-9 * whole)
      let own = parts[unit].map { study.territories.parts[Int($0)] }
      #expect(own.allSatisfy { $0.population >= 0 && $0.areaShare >= 0 && $0.areaShare <= 1 })
      #expect(own.reduce(0) { $0 + $1.population } == study.lists.people(of: Int(unit)))
      let squareMetres = own.reduce(0) { $0 + study.mesh.areas[$1.piece] * $1.areaShare }
      #expect(abs(squareMetres - whole) <= 1e-9 * whole)
    }
  }

  @Test("adding a territory never lowers the coverage of any unit, at any stage", arguments: seeds)
  func moreIsNeverLess(seed: UInt64) async throws {
    let study = try await DrawnStudy(seed: seed, in: context)
    guard study.owners.count > 1 else { return }
    var fewer = try await study.keeping([0])
    for count in study.owners.indices.dropFirst() {
      let more = try await study.keeping(Array(0...count))
      for stage in Stage.allCases {
        for (unit, (before, after)) in zip(fewer.covered(from: stage), more.covered(from: stage))
          .enumerated()
        {
          #expect(after.people >= before.people, "unit \(unit), drawing \(count) at \(stage)")
          // What joins may move a border by a tenth of a millimetre.
          #expect(after.squareMetres >= before.squareMetres - 10)
        }
      }
      fewer = more
    }
  }

  @Test("the order of rows and maps changes nothing", arguments: seeds)
  func order(seed: UInt64) async throws {
    let study = try await DrawnStudy(seed: seed, in: context)
    var random = SplitMix(seed: seed)
    var members = Array(study.owners.indices)
    random.shuffle(&members)
    let layers = random.int(in: 1...3)
    let again = try await study.keeping(members, layers: layers)
    for unit in 0..<study.tiles.unitCount {
      let (before, after) = (study.places(of: unit), again.places(of: unit))
      #expect(Set(before.keys) == Set(after.keys))
      for (ids, place) in before {
        let other = after[ids] ?? (0, 0)
        #expect(abs(place.squareMetres - other.squareMetres) < 10)
        #expect(place.people == other.people, "unit \(unit) under \(ids)")
      }
    }
  }

  @Test("covered, white zones and strips add up to everybody and everywhere", arguments: seeds)
  func everybodyIsSomewhere(seed: UInt64) async throws {
    let study = try await DrawnStudy(seed: seed, in: context)
    let rule = SliverRule(width: 300, people: 50)
    let found = try await WhiteZoneFinder(
      study.territories, study.units, study.mesh, whiteBelow: .letterOfIntent, rule
    ).zones()
    let white = (found.zones + found.strips).reduce((0, 0.0)) {
      ($0.0 + $1.population, $0.1 + $1.squareMetres)
    }
    #expect(
      white.0 + study.breakdown.cumulative(.letterOfIntent) == study.breakdown.total)
    let everywhere = study.mesh.unitAreas.reduce(0, +)
    let covered = study.squareMetres(from: .letterOfIntent)
    #expect(
      abs(white.1 + found.crumbs.squareMetres + covered - everywhere) < 1e-9 * everywhere)
    #expect(found.strips.allSatisfy { ($0.width ?? .infinity) < rule.width })
    #expect(found.strips.allSatisfy { $0.population > 0 || $0.squareMetres >= 1 })
  }

  @Test("outlines of pieces are valid for GEOS and tile their unit", arguments: seeds)
  func outlines(seed: UInt64) async throws {
    let study = try await DrawnStudy(seed: seed, in: context)
    var tracer = OutlineTracer(study.mesh)
    for unit in study.mesh.units where study.mesh.pieces.isCut(unit) {
      var shapes: [Shape] = []
      for piece in study.mesh.pieces.of(unit) {
        let outline = tracer.outline(of: [piece])
        let shape = try study.mesh.shape(of: outline, in: context)
        #expect(try shape.isValid())
        #expect(try abs(shape.area() - study.mesh.planarAreaFromBorders(of: piece)) < 1e-12)
        shapes.append(shape)
      }
      let sum = try shapes.reduce(0) { try $0 + $1.area() }
      let union = try Shape.collection(shapes, in: context).unaryUnion().area()
      #expect(abs(sum - union) < 1e-10)
    }
  }
}
