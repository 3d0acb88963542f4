import GeoKernel

/// The faces into which borders and drawings divide the plane.
///
/// A unit that no drawing enters is one face. The outside, units that drawings enter and units of
/// several parts are walked: each closed walk with its face on the left runs around the face, or
/// around what lies in it.
struct Faces {
  /// The face that surrounds everything.
  static let unbounded: Int32 = 0

  /// Unit of each face, or the outside.
  private(set) var unit: [Int32]
  /// Square metres on the ellipsoid of the faces that were walked.
  private(set) var squareMetres: [Double]
  /// For each unit, whether its faces were walked.
  let isDivided: [Bool]
  /// Units whose sides and those of others bound one face.
  let disputed: Set<Int32>
  /// Edges that bound faces.
  let isActive: [Bool]
  /// Face on the left of each side walked, by the side's index; -1 for others.
  private var faceOfSide: [Int32]

  var count: Int { unit.count }

  /// The face of a unit that is not divided.
  static func whole(_ unit: Int32) -> Int32 { unit + 1 }

  func face(onLeftOf side: DirectedEdge, _ edges: EdgeTable) -> Int32 {
    let walked = faceOfSide[side.index]
    return walked >= 0 ? walked : Self.whole(edges.unit(onLeftOf: side))
  }

  /// - Parameters:
  ///   - edges: each edge that only drawings have with its unit on both sides.
  ///   - hasParts: for each unit, whether it has several polygons.
  ///   - area: signed square metres between a side and the equator.
  /// - Complexity: O(edges + walks × edges of their latitude).
  init(
    _ edges: EdgeTable, _ vertices: RepairedVertices, isDrawn: [Bool], hasParts: [Bool],
    jobs: Int, area: (DirectedEdge) -> Double
  ) async throws {
    var isDivided = hasParts
    for edge in isDrawn.indices where isDrawn[edge] {
      if edges.left[edge] == edges.right[edge], edges.left[edge] >= 0 {
        isDivided[Int(edges.left[edge])] = true
      }
    }
    let isActive = isDrawn.indices.map { isDrawn[$0] || edges.isBorder($0) }
    self.isDivided = isDivided
    self.isActive = isActive
    unit = [EdgeTable.outside] + isDivided.indices.map { Int32($0) }
    squareMetres = Array(repeating: 0, count: unit.count)
    let walks = try await FaceWalks(
      edges, vertices, isActive: isActive, isDivided: isDivided, jobs: jobs)
    disputed = walks.disputed
    faceOfSide = walks.walkOfSide
    var faceOfWalk = [Int32](repeating: -1, count: walks.count)
    for walk in 0..<walks.count where walks.isOuter(walk) {
      faceOfWalk[walk] = Int32(unit.count)
      unit.append(walks.unit(of: walk))
      squareMetres.append(0)
    }
    for walk in 0..<walks.count {
      faceOfWalk[walk] = walks.outer(of: walk).map { faceOfWalk[$0] } ?? Self.unbounded
    }
    for edge in isActive.indices where isActive[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: Int32(edge), isForward: isForward)
        guard faceOfSide[side.index] >= 0 else { continue }
        let face = faceOfWalk[Int(faceOfSide[side.index])]
        faceOfSide[side.index] = face
        if unit[Int(face)] >= 0 { squareMetres[Int(face)] += area(side) }
      }
    }
  }
}
