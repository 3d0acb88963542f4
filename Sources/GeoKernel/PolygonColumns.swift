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

  /// Bare vertices, of no ring yet.
  package init(x: [Double], y: [Double]) {
    self.x = x
    self.y = y
  }

  package var featureCount: Int { featureEnds.count }
  package var vertexCount: Int { x.count }

  package subscript(vertex: Int) -> SIMD2<Double> { SIMD2(x[vertex], y[vertex]) }

  /// Adds the features of others after these.
  package mutating func append(_ others: PolygonColumns) {
    let (vertices, rings) = (Int32(x.count), Int32(ringEnds.count))
    x += others.x
    y += others.y
    ringEnds += others.ringEnds.map { $0 + vertices }
    ringIsHole += others.ringIsHole
    featureEnds += others.featureEnds.map { $0 + rings }
  }

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

  /// Appends one feature of other columns, as it is.
  ///
  /// - Complexity: O(vertices of the feature).
  package mutating func append(_ feature: Int, of other: PolygonColumns) {
    for ring in other.rings(of: feature) {
      let span = other.vertices(of: ring)
      x += other.x[span]
      y += other.y[span]
      ringEnds.append(Int32(x.count))
      ringIsHole.append(other.ringIsHole[ring])
    }
    endFeature()
  }

  /// Closes the ring being appended. A closing vertex equal to the first is dropped; a ring with
  /// fewer than three distinct vertices encloses nothing and is taken back.
  ///
  /// - Returns: whether the ring was kept.
  @discardableResult
  package mutating func endRing(isHole: Bool) -> Bool {
    let start = Int(ringEnds.last ?? 0)
    if x.count > start + 1, x[start] == x[x.count - 1], y[start] == y[y.count - 1] {
      x.removeLast()
      y.removeLast()
    }
    guard hasThreePlaces(from: start) else {
      x.removeLast(x.count - start)
      y.removeLast(y.count - start)
      return false
    }
    ringEnds.append(Int32(x.count))
    ringIsHole.append(isHole)
    return true
  }

  /// Whether the vertices from one on lie in three places or more. Of most rings it looks at three.
  private func hasThreePlaces(from start: Int) -> Bool {
    var second: Int?
    for vertex in start..<x.count where x[vertex] != x[start] || y[vertex] != y[start] {
      guard let other = second else {
        second = vertex
        continue
      }
      if x[vertex] != x[other] || y[vertex] != y[other] { return true }
    }
    return false
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
