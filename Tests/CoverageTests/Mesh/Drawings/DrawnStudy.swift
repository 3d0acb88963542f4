import GeoKernel

@testable import Coverage

/// A random study of a small world whose CPTS have drawings besides their lists.
struct DrawnStudy {
  let lists: RandomStudy
  let tiles: TileWorld
  /// In the order of the map.
  let drawings: PolygonColumns
  let owners: [CPTSID]
  let mesh: Mesh
  let territories: Territories

  var units: StudyUnits { lists.units }

  /// - Parameter isListed: whether CPTS have their lists too.
  init(seed: UInt64, in context: GEOSContext, isListed: Bool = true) async throws {
    let lists = try await RandomStudy(seed: seed)
    // A study takes its world from the first numbers of its generator.
    var random = SplitMix(seed: seed)
    let tiles = TileWorld(&random)
    let cpts = lists.territories.cpts.map(\.id)
    let count = cpts.isEmpty ? 0 : random.int(in: 1...12)
    let made = try RandomDrawings(
      over: tiles, tiles.shapes(in: context), count: count, hasPiles: false, &random)
    let owners = (0..<count).map { _ in cpts[random.int(in: 0...cpts.count - 1)] }
    try await self.init(lists, tiles, made.polygons, owners, isListed: isListed)
  }

  init(
    _ lists: RandomStudy, _ tiles: TileWorld, _ drawings: PolygonColumns, _ owners: [CPTSID],
    isListed: Bool = true, layers: Int = 1
  ) async throws {
    self.lists = lists
    self.tiles = tiles
    self.drawings = drawings
    self.owners = owners
    let listed = isListed ? lists.territories : lists.resolved([])
    // Drawings are dealt out to layers in turn.
    let maps = (0..<layers).map { layer in
      let members = owners.indices.filter { $0 % layers == layer }
      return DrawnLayer(drawings.keeping(members), of: members.map { owners[$0] })
    }
    mesh = try await tiles.mesh(with: maps)
    territories = listed.divided(by: mesh, unitCount: tiles.unitCount)
  }

  /// The same study with some of the drawings, in some order.
  func keeping(_ members: [Int], layers: Int = 1) async throws -> DrawnStudy {
    // Whatever their order, as `keeping` of columns keeps all of them as they are.
    var kept = PolygonColumns()
    for drawing in members { kept.append(drawing, of: drawings) }
    return try await DrawnStudy(lists, tiles, kept, members.map { owners[$0] }, layers: layers)
  }

  /// Square metres at a stage or above.
  func squareMetres(from stage: Stage) -> Double {
    covered(from: stage).reduce(0) { $0 + $1.squareMetres }
  }

  /// People and square metres of each unit at a stage or above.
  func covered(from stage: Stage) -> [(people: Int, squareMetres: Double)] {
    let stages = territories.stageOfCovering
    var covered = [(people: Int, squareMetres: Double)](
      repeating: (0, 0), count: tiles.unitCount)
    for part in territories.parts where stages[Int(part.covering)] >= stage {
      covered[Int(part.unit)].people += part.population
      covered[Int(part.unit)].squareMetres += mesh.areas[part.piece] * part.areaShare
    }
    return covered
  }

  var breakdown: StageBreakdown { CoverageMeasure.areas(territories, units, by: [])[0].breakdown }

  /// Ids of the CPTS over each place of a unit, with its people and square metres, the smaller places
  /// last. Places below a square metre are left out, but not their people.
  func places(of unit: Int) -> [[String]: (people: Int, squareMetres: Double)] {
    var places: [[String]: (people: Int, squareMetres: Double)] = [:]
    for part in territories.parts where part.unit == Index(unit) {
      let ids = territories.coverings[Int(part.covering)].map {
        territories.cpts[Int($0)].id.text
      }
      places[ids, default: (0, 0)].people += part.population
      places[ids]?.squareMetres += mesh.areas[part.piece] * part.areaShare
    }
    return places.filter { $0.value.people > 0 || $0.value.squareMetres >= 1 }
  }
}

extension Territories {
  /// These territories with the drawings of a mesh, of which slivers cut no unit, and what is left of the mesh.
  func aligned(
    on mesh: Mesh, _ rule: SliverRule, unitCount: Int
  ) async throws -> (mesh: Mesh, territories: Territories) {
    let people = divided(by: mesh, unitCount: unitCount).people(pieceCount: mesh.pieces.count)
    let joining = try await Alignment(mesh, people: people, rule, jobs: 1).joining(mesh)
    let joined = mesh.joined(by: joining)
    return (joined, divided(by: joined, unitCount: unitCount))
  }

  /// These territories with the drawings of a mesh, people shared out by area.
  func divided(by mesh: Mesh, unitCount: Int) -> Territories {
    guard let drawn = mesh.drawn else { return self }
    let index = Dictionary(
      uniqueKeysWithValues: cpts.enumerated().map { ($1.id, Index<DatedCPTS>($0)) })
    return divided(
      by: mesh.pieces, cptsOfDrawing: drawn.territories.cpts.mapped { index[$0]! },
      PieceWeights(areasOf: mesh.pieces))
  }
}
