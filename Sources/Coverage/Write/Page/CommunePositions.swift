/// A point of the map for each commune: the middle of its area.
enum CommunePositions {
  /// - Returns: nil for communes without polygon.
  /// - Complexity: O(edges + communes).
  static func all(_ units: StudyUnits, _ mesh: Mesh, _ map: DisplayMap) -> [SIMD2<Int32>?] {
    let centres = pieceSums(mesh)
    return units.communes.map { commune in
      var sum = SIMD4<Double>(0, 0, 0, 0)
      var face: Int32 = -1
      for unit in commune.units {
        for piece in mesh.pieces.of(unit) {
          sum += centres[piece]
          if face < 0 { face = map.faces.faceOfPiece[piece] }
        }
      }
      guard face >= 0, sum.z > 0 else { return nil }
      return map.frame(ofFace: face)?.position(
        longitude: sum.x / (3 * sum.z), latitude: sum.y / (3 * sum.z))
    }
  }

  /// For each piece, three times its doubled first moments in x and y, and its doubled area in z, by
  /// the shoelace formula: every edge gives to the piece on its left and takes from that on its right.
  private static func pieceSums(_ mesh: Mesh) -> Column<Piece, SIMD4<Double>> {
    var sums = Column<Piece, SIMD4<Double>>(repeating: SIMD4(0, 0, 0, 0), count: mesh.pieces.count)
    let edges = mesh.edges
    for edge in edges.indices where edges.isBorder(edge) {
      let (low, high) = (edges.low[edge], edges.high[edge])
      let from = SIMD2(mesh.longitudes[low], mesh.latitudes[low])
      let to = SIMD2(mesh.longitudes[high], mesh.latitudes[high])
      let cross = from.x * to.y - to.x * from.y
      let middle = (from + to) * cross
      let share = SIMD4(middle.x, middle.y, cross, 0)
      if edges.left[edge].exists { sums[edges.left[edge]] += share }
      if edges.right[edge].exists { sums[edges.right[edge]] -= share }
    }
    return sums
  }
}
