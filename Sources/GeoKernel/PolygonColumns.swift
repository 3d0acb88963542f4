/// Polygons of many features as flat columns of coordinates.
///
/// A feature is a run of rings; a polygon of it starts at a shell and goes on with its holes. Rings
/// are kept without their closing vertex. A feature without geometry is an empty run.
package struct PolygonColumns: Sendable {
  /// Abscissas (longitudes, or eastings) of all vertices, one ring after another.
  package var x: [Double] = []
  /// Ordinates (latitudes, or northings) of all vertices.
  package var y: [Double] = []
  /// For each ring, one past its last vertex.
  package var ringEnds: [Int32] = []
  /// For each ring, whether it is a hole of the polygon before it.
  package var ringIsHole: [Bool] = []
  /// For each feature, one past its last ring.
  package var featureEnds: [Int32] = []

  package init() {}

  package var featureCount: Int { featureEnds.count }
  package var vertexCount: Int { x.count }

  /// Rings of one feature.
  package func rings(of feature: Int) -> Range<Int> {
    let start = feature == 0 ? 0 : Int(featureEnds[feature - 1])
    return start..<Int(featureEnds[feature])
  }

  /// Vertices of one ring.
  package func vertices(of ring: Int) -> Range<Int> {
    let start = ring == 0 ? 0 : Int(ringEnds[ring - 1])
    return start..<Int(ringEnds[ring])
  }

  /// Closes the feature being appended: all rings since the last call belong to it.
  package mutating func endFeature() {
    featureEnds.append(Int32(ringEnds.count))
  }

  /// Closes the ring being appended. A closing vertex equal to the first is dropped; a ring with
  /// fewer than three vertices left encloses nothing and is taken back.
  ///
  /// - Returns: whether the ring was kept.
  @discardableResult
  package mutating func endRing(isHole: Bool) -> Bool {
    let start = Int(ringEnds.last ?? 0)
    if x.count > start + 1, x[start] == x[x.count - 1], y[start] == y[y.count - 1] {
      x.removeLast()
      y.removeLast()
    }
    guard x.count >= start + 3 else {
      x.removeLast(x.count - start)
      y.removeLast(y.count - start)
      return false
    }
    ringEnds.append(Int32(x.count))
    ringIsHole.append(isHole)
    return true
  }

  /// Takes back everything appended since the last `endFeature`.
  package mutating func discardOpenFeature() {
    let rings = Int(featureEnds.last ?? 0)
    let vertices = rings == 0 ? 0 : Int(ringEnds[rings - 1])
    ringEnds.removeLast(ringEnds.count - rings)
    ringIsHole.removeLast(ringIsHole.count - rings)
    x.removeLast(x.count - vertices)
    y.removeLast(y.count - vertices)
  }
}
