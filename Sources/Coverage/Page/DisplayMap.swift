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
  let points: [[SIMD2<Int32>]]

  /// - Complexity: O(edges + points × log points).
  init(_ faces: DisplayFaces, _ mesh: Mesh) {
    self.faces = faces
    arcs = BorderArcs(
      mesh.edges, faceOfPiece: faces.faceOfPiece, vertexCount: mesh.longitudes.count)
    frames = MapFrames(arcs, faceCount: faces.faces.count, mesh)
    var points = Self.placed(arcs, frames, mesh)
    var tolerance = Self.tolerance
    points = Self.simplified(points, tolerance)
    while points.reduce(0, { $0 + $1.count }) > Self.mostPoints, tolerance < MapFrames.mainSide {
      tolerance *= 2
      points = Self.simplified(points, tolerance)
    }
    self.points = points
  }

  /// The arcs thinned further, for a smaller picture.
  func points(tolerance: Double) -> [[SIMD2<Int32>]] { Self.simplified(points, tolerance) }

  func frame(ofFace face: Int32) -> MapFrame { frames.frames[Int(frames.frameOfFace[Int(face)])] }

  private static func simplified(
    _ arcs: [[SIMD2<Int32>]], _ tolerance: Double
  ) -> [[SIMD2<Int32>]] {
    var simplifier = ArcSimplifier(tolerance: tolerance)
    return arcs.map { simplifier.simplified($0) }
  }

  /// Every arc on the grid of the map, without its steps of no length.
  private static func placed(
    _ arcs: BorderArcs, _ frames: MapFrames, _ mesh: Mesh
  ) -> [[SIMD2<Int32>]] {
    (0..<arcs.count).map { arc in
      let face = arcs.left[arc] >= 0 ? arcs.left[arc] : arcs.right[arc]
      let frame = frames.frames[Int(frames.frameOfFace[Int(face)])]
      var points: [SIMD2<Int32>] = []
      points.reserveCapacity(arcs[arc].count)
      for vertex in arcs[arc] {
        let point = frame.position(
          longitude: mesh.longitudes[Int(vertex)], latitude: mesh.latitudes[Int(vertex)])
        if points.last != point { points.append(point) }
      }
      if points.count == 1 { points.append(points[0]) }
      return points
    }
  }
}
