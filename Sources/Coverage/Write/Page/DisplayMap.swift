import GeoKernel

/// The map of a study as it is shown: faces, and the arcs between them on the grid of the map.
struct DisplayMap: Sendable {
  /// How far a border may move, in units of the map: a fiftieth of a millimetre on a sheet of A4.
  static let tolerance = 4.0
  /// Points that a page may hold; a finer map is thinned further.
  static let mostPoints = 300_000

  let faces: DisplayFaces
  let frames: MapFrames
  let arcs: BorderArcs
  /// Points of each arc, neighbours on it always distinct; at least two.
  let points: ArcPoints

  /// - Complexity: O(edges + points × log points).
  init(_ faces: DisplayFaces, _ mesh: Mesh) {
    self.faces = faces
    arcs = BorderArcs(
      mesh.edges, faceOfPiece: faces.faceOfPiece, vertexCount: mesh.longitudes.count)
    var metres: [SIMD2<Double>] = []
    frames = MapFrames(arcs, faceCount: faces.faces.count, mesh, metres: &metres)
    var tolerance = Self.tolerance
    var points = Self.placed(arcs, frames, metres, tolerance)
    while points.points.count > Self.mostPoints, tolerance < MapFrames.mainSide {
      tolerance *= 2
      points = points.simplified(tolerance)
    }
    self.points = points
  }

  /// The frame of a face; nil where the face has no border, so that it is nowhere on the map.
  func frame(ofFace face: Int32) -> MapFrame? {
    let frame = frames.frameOfFace[Int(face)]
    return frame < 0 ? nil : frames.frames[Int(frame)]
  }

  /// Every arc on the grid of the map, without its steps of no length, simplified.
  ///
  /// - Parameter metres: each vertex of the arcs, in the plane of its frame.
  private static func placed(
    _ arcs: BorderArcs, _ frames: MapFrames, _ metres: [SIMD2<Double>], _ tolerance: Double
  ) -> ArcPoints {
    var simplifier = ArcSimplifier(tolerance: tolerance)
    var result = ArcPoints()
    var points: [SIMD2<Int32>] = []
    for arc in 0..<arcs.count {
      // What has an arc around it has a frame.
      let frame = frames.frames[Int(frames.frameOfFace[Int(arcs.face(of: arc))])]
      points.removeAll(keepingCapacity: true)
      for index in arcs[arc].indices {
        let point = frame.position(of: metres[index])
        if points.last != point { points.append(point) }
      }
      if points.count == 1 { points.append(points[0]) }
      result.append(simplifier.simplified(points))
    }
    return result
  }
}
