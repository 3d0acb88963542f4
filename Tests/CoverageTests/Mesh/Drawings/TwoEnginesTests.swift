import GeoKernel
import Testing

@testable import Coverage

/// Territories that are unions of whole units: drawing them and listing them is the same.
@Suite("Lists and drawings of the same territories agree")
struct TwoEnginesTests {
  static let seeds = 1...25 as ClosedRange<UInt64>
  private let context = GEOSContext()

  /// How a territory is drawn.
  enum Form: String, CaseIterable, CustomTestStringConvertible {
    /// One outline, by GEOS.
    case dissolved
    /// One row for each part of each unit, as it is in the units' file.
    case rows
    /// The outlines of half of the CPTS; the others are listed.
    case mixed
    /// Each CPTS half listed, half drawn.
    case halves
    /// Outlines in Lambert-93.
    case lambert
    /// Outlines of which each corner is off by a metre.
    case metre
    /// Outlines of which each corner is off by ten metres and more.
    case edition

    /// Degrees.
    var noise: Double {
      switch self {
      case .metre: 1e-5
      case .edition: 1.5e-4
      default: 0
      }
    }

    var testDescription: String { rawValue }
  }

  @Test("people, zones, overlaps and borders", arguments: seeds, Form.allCases)
  func agree(seed: UInt64, form: Form) async throws {
    let lists = try await RandomStudy(seed: seed)
    let listed = try await Ground(lists.territories, lists.units, lists.mesh, isDrawn: false)
    var random = SplitMix(seed: seed)
    let tiles = TileWorld(&random)
    let (layers, memberships) = try draw(lists, tiles, form)
    let given = lists.resolved(memberships)
    let (mesh, territories) = try await given.aligned(
      on: try await tiles.mesh(with: layers), SliverRule(width: 60, people: 300),
      unitCount: tiles.unitCount)
    #expect(mesh.units.allSatisfy { !mesh.pieces.isCut($0) })
    let drawn = try await Ground(territories, lists.units, mesh, isDrawn: true)
    #expect(drawn.coverage == listed.coverage)
    #expect(drawn.cpts == listed.cpts)
    try listed.expectSameOverlaps(as: drawn)
    listed.expectSameZones(as: drawn)
  }

  /// The drawings, and the memberships that stay in lists.
  private func draw(
    _ lists: RandomStudy, _ tiles: TileWorld, _ form: Form
  ) throws -> ([DrawnLayer], [Membership]) {
    let ids = lists.territories.cpts.map(\.id)
    let kept = lists.memberships.enumerated().filter { index, membership in
      switch form {
      case .mixed: ids.firstIndex(of: membership.cpts)! % 2 == 0
      case .halves: index % 2 == 0
      default: false
      }
    }.map(\.element)
    let shapes = try tiles.shapes(in: context)
    var polygons = PolygonColumns()
    var owners: [CPTSID] = []
    for (index, id) in ids.enumerated() {
      let units = lists.units.units.indices.filter { unit in
        lists.owners(of: unit).contains(index)
          && !kept.contains { $0.cpts == id && $0.code == lists.units.units[unit].code }
      }
      guard !units.isEmpty else { continue }
      if form == .rows {
        for cell in tiles.unitOfCell.indices where units.contains(tiles.unitOfCell[cell]) {
          polygons.append(drawing((tiles.ring(ofCell: cell).map { ($0.x, $0.y) }, false)))
          owners.append(id)
        }
      } else {
        let union = try Shape.collection(units.map { shapes[$0] }, in: context).unaryUnion()
        try union.appendPolygons(to: &polygons)
        polygons.endFeature()
        owners.append(id)
      }
    }
    if form.noise > 0 {
      var random = SplitMix(seed: UInt64(owners.count))
      polygons = polygons.spoiled(.noise, &random, size: form.noise)
    }
    guard form == .lambert else { return ([DrawnLayer(polygons, of: owners)], kept) }
    try Projection(from: "EPSG:4326", to: "EPSG:2154").transform(x: &polygons.x, y: &polygons.y)
    return ([DrawnLayer(polygons, of: owners, in: .other("EPSG:2154"))], kept)
  }
}

/// A study's figures, to compare.
private struct Ground {
  let coverage: [[Int]]
  /// People, people shared, communes and groups of each CPTS.
  let cpts: [[Int]]
  private let found: WhiteZoneFinder.Result
  private let overlaps: [Overlap]

  init(_ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, isDrawn: Bool) async throws {
    let rule = SliverRule(width: 50, people: 50)
    coverage = CoverageMeasure.areas(territories, units, by: []).map { area in
      Stage.allCases.map { area.breakdown[$0] }
    }
    cpts = CPTSMeasure.figures(territories, units, mesh).map {
      [$0.population, $0.sharedPopulation, $0.groupCount] + $0.communes.map { Int($0) }
    }
    found = try await WhiteZoneFinder(
      territories, units, mesh, whiteBelow: .letterOfIntent, rule
    ).zones()
    overlaps = try await OverlapFinder(
      territories, mesh, isDrawn: territories.cpts.map { _ in isDrawn }, rule,
      StudyBounds(input: 0)
    ).overlaps().overlaps
  }

  func expectSameOverlaps(as other: Ground) throws {
    #expect(overlaps.count == other.overlaps.count)
    for (mine, theirs) in zip(overlaps, other.overlaps) {
      #expect(mine.first == theirs.first && mine.second == theirs.second)
      #expect(mine.qualification == theirs.qualification)
      #expect(mine.population == theirs.population && mine.units == theirs.units)
      #expect(abs(mine.squareMetres - theirs.squareMetres) <= 1e-9 * mine.squareMetres)
      #expect(try #require(theirs.width) > 100)
    }
  }

  func expectSameZones(as other: Ground) {
    #expect(other.found.strips.isEmpty && other.found.crumbs.count == 0)
    #expect(found.zones.count == other.found.zones.count)
    for (mine, theirs) in zip(found.zones, other.found.zones) {
      #expect(mine.id == theirs.id && mine.status == theirs.status)
      #expect(mine.population == theirs.population && mine.units == theirs.units)
      #expect(abs(mine.squareMetres - theirs.squareMetres) <= 1e-9 * mine.squareMetres)
      #expect(mine.neighbours.map(\.cpts) == theirs.neighbours.map(\.cpts))
      for (my, their) in zip(mine.neighbours, theirs.neighbours) {
        // Joining may move a border by a tenth of a millimetre.
        #expect(abs(my.metres - their.metres) < 1e-3)
        #expect(abs(my.share - their.share) < 1e-6)
      }
    }
  }
}
