import GeoKernel

/// Mends borders that neighbours do not share, in the mesh only.
///
/// Nearly all units share their vertices exactly. The rest shows as *loose* edges, which have a unit on
/// one side only, and so does every coast. Three things are done with loose edges, in this order:
/// 1. where they touch or cross another edge, both are cut, so that what coincides is shared;
/// 2. where a loose side runs inside another unit, it is that unit's neighbour;
/// 3. gaps narrower than ten metres are closed.
struct BorderRepair {
  private var edges: ClaimedEdges
  private var vertices: RepairedVertices
  private let tolerance: BorderTolerance
  private let context = GEOSContext()
  private var findings: [BorderFinding] = []

  struct Result: Sendable {
    let edges: ClaimedEdges
    /// The vertices given, and those that cuts added after them.
    let vertices: RepairedVertices
    let findings: [BorderFinding]
  }

  /// - Complexity: O(edges) and, for loose edges, what their cells hold.
  /// - Throws: `MeshFault` where borders are tangled or GEOS refuses them.
  static func run(
    _ edges: consuming ClaimedEdges, _ vertices: VertexTable, _ tolerance: BorderTolerance,
    jobs: Int
  ) async throws -> Result {
    var repair = BorderRepair(
      edges: edges, vertices: RepairedVertices(given: vertices), tolerance: tolerance)
    do {
      try await repair.cutWhereEdgesMeet(jobs: jobs)
      try repair.settleLooseSides()
    } catch let fault as GEOSFault {
      throw MeshFault.geos(fault)
    } catch is TangledEdges {
      throw MeshFault.tangled
    }
    return Result(edges: repair.edges, vertices: repair.vertices, findings: repair.findings)
  }

  private init(
    edges: consuming ClaimedEdges, vertices: RepairedVertices, tolerance: BorderTolerance
  ) {
    self.edges = edges
    self.vertices = vertices
    self.tolerance = tolerance
  }

  // MARK: Cutting

  private mutating func cutWhereEdgesMeet(jobs: Int) async throws {
    let isLoose = Column(count: edges.table.count) { edges.table.isLoose($0) }
    let cuts = try await EdgeMeetings.cuts(
      edges.table, free: isLoose, &vertices, tolerance, jobs: jobs)
    guard !cuts.isEmpty else { return }
    edges.table.extend(toVertexCount: vertices.count)
    var pointsOfUnit: [Index<Unit>: Int] = [:]
    for cut in cuts {
      let left = edges.table.left[cut.edge]
      let right = edges.table.right[cut.edge]
      edges.cut(cut.edge, along: cut.path)
      for unit in [left, right] where unit.exists {
        pointsOfUnit[unit, default: 0] += cut.path.count - 2
      }
    }
    for (unit, points) in pointsOfUnit.sorted(by: { $0.key < $1.key }) {
      findings.append(BorderFinding(kind: .joined(points: points), unit: unit, neighbour: nil))
    }
  }

  // MARK: Faces

  private mutating func settleLooseSides() throws(GEOSFault) {
    let walker = FaceWalker(edges.table, vertices)
    let faces = walker.looseFaces()
    var sidesInside: [Inside: Int] = [:]
    for (side, units) in edges.furtherClaims {
      let holder = edges.table[onLeftOf: side]
      for unit in units where unit != holder {
        sidesInside[Inside(unit, of: holder), default: 0] += 1
      }
    }
    for case .inside(let unit, let sides) in faces {
      for side in sides {
        let owner = edges.table[onLeftOf: side.reversed]
        if owner.exists, owner != unit { sidesInside[Inside(owner, of: unit), default: 0] += 1 }
      }
    }
    for face in faces {
      switch face {
      case .inside(let unit, let sides):
        for side in sides {
          let owner = edges.table[onLeftOf: side.reversed]
          edges.table[onLeftOf: side] = unit
          // Where two units each run inside the other, what both claim is the first one's: one border
          // is left between them, not two.
          if owner > unit, sidesInside[Inside(unit, of: owner)] != nil {
            edges.table[onLeftOf: side.reversed] = unit
          }
        }
      case .gap(let sides): try settle(gap: sides)
      }
    }
    ContestedFaces.settle(
      &edges.table, vertices, isBorder: walker.isBorder,
      units: Set(sidesInside.keys.flatMap { [$0.unit, $0.other] }))
    for (pair, sides) in sidesInside.sorted(by: { $0.key < $1.key }) {
      findings.append(
        BorderFinding(kind: .overlap(sides: sides), unit: pair.unit, neighbour: pair.other))
    }
  }

  /// A unit some of whose sides run inside another.
  private struct Inside: Hashable, Comparable {
    let unit: Index<Unit>
    let other: Index<Unit>

    init(_ unit: Index<Unit>, of other: Index<Unit>) {
      self.unit = unit
      self.other = other
    }

    static func < (left: Inside, right: Inside) -> Bool {
      (left.unit, left.other) < (right.unit, right.other)
    }
  }

  private mutating func settle(gap sides: [DirectedEdge]) throws(GEOSFault) {
    let ring = sides.map { vertices[$0.from(edges.table.ends)] }
    let latitude = ring.map(\.y).reduce(0, +) / Double(ring.count)
    let scale = EllipsoidMeasure.metresPerUnit(
      atLatitude: tolerance.isGeographic ? latitude : nil)
    let metric = ring.map { (x: ($0.x - ring[0].x) * scale.x, y: ($0.y - ring[0].y) * scale.y) }
    let shape = try Shape.polygons(
      [(metric.map(\.x), metric.map(\.y), isHole: false)], in: context)
    let area = try shape.area()
    // A tenth of a metre where it decides; two percent of a lake's width otherwise.
    let perimeter = try shape.length()
    let width = try shape.width(
      tolerance: max(BorderTolerance.closingWidth / 100, 0.02 * 2 * area / perimeter))

    var lengths: [Index<Unit>: Double] = [:]
    for (side, (from, to)) in zip(sides, zip(metric, metric.dropFirst() + metric.prefix(1))) {
      let unit = edges.table[onLeftOf: side.reversed]
      lengths[unit, default: 0] +=
        ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
    }
    let byLength = lengths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let neighbour = byLength.count > 1 ? byLength[1] : nil
    // A notch in one unit's own outline is between no neighbours.
    guard width <= BorderTolerance.closingWidth, neighbour != nil else {
      findings.append(
        BorderFinding(
          kind: .hole(width: width, area: area), unit: byLength[0], neighbour: neighbour))
      return
    }
    for side in sides { edges.table[onLeftOf: side] = byLength[0] }
    findings.append(
      BorderFinding(
        kind: .closedGap(width: width, area: area), unit: byLength[0], neighbour: neighbour))
  }
}
