import GeoKernel

/// The faces into which borders and drawings divide the plane.
///
/// A unit that no drawing enters is one face. The outside, units that drawings enter and units of
/// several parts are walked: each closed walk with its face on the left runs around the face, or
/// around what lies in it.
struct Faces {
  /// The face that surrounds everything.
  static let unbounded = Index<Face>(0)

  /// Unit of each face, or the outside.
  private(set) var unit: Column<Face, Index<Unit>>
  /// Square metres on the ellipsoid of the faces that were walked.
  private(set) var squareMetres: Column<Face, Double>
  /// For each unit, whether its faces were walked.
  let isDivided: Column<Unit, Bool>
  /// Units whose sides and those of others bound one face.
  let disputed: Set<Index<Unit>>
  /// Edges that bound faces.
  let isActive: Column<Edge, Bool>
  /// Face on the left of each side walked, by the side's index; none for others.
  private let faceOfSide: Column<DirectedEdge, Index<Face>>

  var count: Int { unit.count }

  /// The faces that were walked: those after the unbounded one and one for each unit.
  var walked: Range<Index<Face>> { Self.whole(isDivided.endIndex)..<unit.endIndex }

  /// The face of a unit that is not divided.
  static func whole(_ unit: Index<Unit>) -> Index<Face> { Index(unit.raw + 1) }

  func face(onLeftOf side: DirectedEdge, _ edges: EdgeTable<Unit>) -> Index<Face> {
    let walked = faceOfSide[side.index]
    return walked.exists ? walked : Self.whole(edges[onLeftOf: side])
  }

  /// - Parameters:
  ///   - edges: each edge that only drawings have with its unit on both sides.
  ///   - hasParts: for each unit, whether it has several polygons.
  ///   - area: signed square metres between a side and the equator.
  /// - Complexity: O(n log² n) in edges, and hardly more than O(edges) on maps.
  init(
    _ edges: EdgeTable<Unit>, _ vertices: RepairedVertices, isDrawn: Column<Edge, Bool>,
    hasParts: Column<Unit, Bool>, jobs: Int, area: (DirectedEdge) -> Double
  ) async throws {
    var isDivided = hasParts
    for edge in isDrawn.indices where isDrawn[edge] {
      if edges.left[edge] == edges.right[edge], edges.left[edge].exists {
        isDivided[edges.left[edge]] = true
      }
    }
    let isActive = Column<Edge, Bool>(count: isDrawn.count) {
      isDrawn[$0] || edges.isBorder($0)
    }
    self.isDivided = isDivided
    self.isActive = isActive
    unit = Column([.outside] + isDivided.indices)
    squareMetres = Column(repeating: 0, count: unit.count)
    let walks = try await FaceWalks(
      edges, vertices, isActive: isActive, isDivided: isDivided, jobs: jobs)
    disputed = walks.disputed
    var faceOfWalk = Column<SideWalks.Walk, Index<Face>>(
      repeating: .missing, count: walks.indices.count)
    let outers = walks.outers()
    // Where a walk strays into a unit that is not divided, its sides there are around the whole of it.
    func isDividing(_ walk: Index<SideWalks.Walk>) -> Bool {
      let unit = walks.unit(of: walk)
      return !unit.exists || isDivided[unit]
    }
    for walk in walks.indices where outers[walk] == walk && isDividing(walk) {
      faceOfWalk[walk] = unit.next
      unit.append(walks.unit(of: walk))
      squareMetres.append(0)
    }
    for (walk, outer) in outers.pairs {
      faceOfWalk[walk] =
        !isDividing(walk)
        ? Self.whole(walks.unit(of: walk)) : outer.exists ? faceOfWalk[outer] : Self.unbounded
    }
    var faceOfSide = Column<DirectedEdge, Index<Face>>(
      repeating: .missing, count: walks.walkOfSide.count)
    for edge in isActive.indices where isActive[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: edge, isForward: isForward)
        let walk = walks.walkOfSide[side.index]
        guard walk.exists else { continue }
        let face = faceOfWalk[walk]
        faceOfSide[side.index] = face
        if unit[face].exists { squareMetres[face] += area(side) }
      }
    }
    self.faceOfSide = faceOfSide
  }
}
