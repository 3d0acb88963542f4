import GeoKernel

/// Mends borders that neighbours do not share, in the mesh only.
///
/// Nearly all units share their vertices exactly. The rest shows as *loose* edges, which have a unit on
/// one side only, and so does every coast. Corners that neighbours draw nearly at one place are welded first
/// (`WeldedCorners`). Three things are done with the loose edges that are left, in this order:
/// 1. where they touch or cross another edge, both are cut, so that what coincides is shared;
/// 2. where a loose side runs inside another unit, it is that unit's neighbour;
/// 3. gaps narrower than ten metres are closed.
struct BorderRepair {
  private var edges: ClaimedEdges
  private var vertices: RepairedVertices
  private let tolerance: BorderTolerance
  private var misfits = BorderMisfits()
  /// Units whose borders fit along their sides and not around their corners.
  private var mismatched: Set<Index<Unit>> = []

  /// Cuts edges again where what joined them moved them.
  private static let mostRounds = 12

  struct Result: Sendable {
    let edges: ClaimedEdges
    /// The vertices given, and those that cuts added after them.
    let vertices: RepairedVertices
    let findings: [BorderFinding]
    /// Units whose borders did not fit.
    let mended: Set<Index<Unit>>
  }

  /// - Parameter isPlanar: whether what comes needs borders that nowhere cross, drawings above all: then
  ///   borders that neighbours share are cut too where they cross others, as coarse rounding makes them.
  /// - Complexity: O(edges) and, for loose edges, what their cells hold.
  /// - Throws: `MeshFault` where borders are tangled.
  static func run(
    _ ground: MeshGround, _ features: Column<Unit, Index<Feature>>, _ tolerance: BorderTolerance,
    isPlanar: Bool = false, jobs: Int
  ) async throws -> Result {
    let welded = WeldedCorners(ground, features, tolerance)
    var repair = BorderRepair(
      edges: ground.edges(features, welded),
      vertices: RepairedVertices(given: ground.vertices, welded), tolerance: tolerance)
    for (unit, move) in welded.moves { repair.misfits.weld(move, unit) }
    do {
      try await repair.cutWhereEdgesMeet(all: isPlanar, jobs: jobs)
    } catch is TangledEdges {
      throw MeshFault.tangled
    }
    repair.settleLooseSides()
    if isPlanar { repair.settleMismatchedCorners() }
    let (ends, mended) = (repair.edges.table.ends, repair.vertices)
    let findings = repair.misfits.findings { $0.width(ends, mended, tolerance) }
    return Result(
      edges: repair.edges, vertices: repair.vertices, findings: findings,
      mended: repair.misfits.units.union(repair.mismatched))
  }

  private init(
    edges: consuming ClaimedEdges, vertices: RepairedVertices, tolerance: BorderTolerance
  ) {
    self.edges = edges
    self.vertices = vertices
    self.tolerance = tolerance
  }

  // MARK: Cutting

  private mutating func cutWhereEdgesMeet(all: Bool, jobs: Int) async throws {
    var isFree = Column(count: edges.table.count) {
      all ? !edges.table.isBare($0) : edges.table.isLoose($0)
    }
    for round in 0..<Self.mostRounds {
      let cuts = try await EdgeMeetings.cuts(
        edges.table, free: isFree, &vertices, tolerance.narrowed(afterRounds: round), jobs: jobs)
      guard !cuts.isEmpty else { return }
      edges.table.extend(toVertexCount: vertices.count)
      for cut in cuts {
        for unit in [edges.table.left[cut.edge], edges.table.right[cut.edge]] {
          misfits.join(cut.path.count - 2, on: unit)
        }
        edges.cut(cut.edge, along: cut.path)
      }
      isFree = edges.table.bent(by: cuts)
      guard isFree.contains(true) else { return }
    }
  }

  // MARK: Faces

  private mutating func settleLooseSides() {
    let walker = FaceWalker(edges.table, vertices, tolerance)
    let faces = walker.looseFaces()
    for (side, units) in edges.furtherClaims {
      let holder = edges.table[onLeftOf: side]
      for unit in units where unit != holder { misfits.overlap(unit, in: holder) }
    }
    for case .inside(let unit, let sides) in faces {
      for side in sides {
        let owner = edges.table[onLeftOf: side.reversed]
        if owner.exists, owner != unit { misfits.overlap(owner, in: unit) }
      }
    }
    var ring: [SIMD2<Double>] = []
    for face in faces {
      switch face {
      case .inside(let unit, let sides):
        for side in sides {
          let owner = edges.table[onLeftOf: side.reversed]
          edges.table[onLeftOf: side] = unit
          // Where two units each run inside the other, what both claim is the first one's: one border
          // is left between them, not two.
          if owner > unit, misfits.isInside(unit, of: owner) {
            edges.table[onLeftOf: side.reversed] = unit
          }
        }
      case .nothing(let sides):
        for side in sides { edges.table[onLeftOf: side] = .outside }
      case .gap(let sides):
        let gap = BorderGap(sides, edges.table, vertices, tolerance, ring: &ring)
        if let gap { settle(gap) }
      }
    }
    ContestedFaces.settle(
      &edges.table, vertices, walker, units: misfits.units)
  }

  private mutating func settleMismatchedCorners() {
    mismatched = MismatchedCorners.units(edges.table, vertices)
    guard !mismatched.isEmpty else { return }
    ContestedFaces.settle(
      &edges.table, vertices, FaceWalker(edges.table, vertices, tolerance), units: mismatched)
  }

  private mutating func settle(_ gap: BorderGap) {
    if gap.isClosed {
      for side in gap.sides { edges.table[onLeftOf: side] = gap.unit }
    }
    misfits.add(gap)
  }
}

extension EdgeTable {
  /// Which edges may meet others: what a cut bent has moved.
  fileprivate func bent(by cuts: EdgeMeetings.Cuts) -> Column<Edge, Bool> {
    var isBent = Column<Edge, Bool>(repeating: false, count: count)
    for cut in cuts where cut.isBent {
      for (low, high) in zip(cut.path, cut.path.dropFirst()) {
        if let edge = ends.find(low, high), !isBare(edge) { isBent[edge] = true }
      }
    }
    return isBent
  }
}
