import GeoKernel

/// The rings of every feature as vertex ids, shells anticlockwise and holes clockwise.
struct RingTable: Sendable {
  private var vertices: [Index<Vertex>] = []
  /// For each ring, one past its last vertex.
  private var ringEnds = Column<Ring, Int32>()
  private var isHole = Column<Ring, Bool>()
  /// For each feature, one past its last ring.
  private var featureEnds = Column<Feature, Index<Ring>>()

  private enum Ring {}

  init(expectedVertices: Int) { vertices.reserveCapacity(expectedVertices) }

  /// Gives an id to each vertex of further features, in their order.
  mutating func append(_ geometry: PolygonColumns, _ table: inout VertexTable) {
    for feature in 0..<geometry.featureCount {
      for ring in geometry.rings(of: feature) { append(ring, of: geometry, &table) }
      featureEnds.append(ringEnds.next)
    }
  }

  private mutating func append(
    _ ring: Int, of geometry: PolygonColumns, _ table: inout VertexTable
  ) {
    let span = geometry.vertices(of: ring)
    let hole = geometry.ringIsHole[ring]
    let start = vertices.count
    let isForward = (geometry.signedArea(of: ring) > 0) != hole
    var last = Index<Vertex>.missing
    func append(_ index: Int) {
      let id = table.id(geometry.x[index], geometry.y[index], after: last)
      if id != last { vertices.append(id) }
      last = id
    }
    if isForward {
      for index in span { append(index) }
    } else {
      for index in span.reversed() { append(index) }
    }
    while vertices.count > start + 1, vertices[start] == last {
      vertices.removeLast()
      last = vertices[vertices.count - 1]
    }
    guard vertices.count >= start + 3 else {
      vertices.removeLast(vertices.count - start)
      return
    }
    ringEnds.append(Int32(vertices.count))
    isHole.append(hole)
  }

  /// Adds every side of every ring of a feature to the table of edges.
  ///
  /// - Parameter targets: for each vertex the one that stands for it; nil where each is its own.
  func addSides(
    of feature: Index<Feature>, unit: Index<Unit>, to edges: inout ClaimedEdges,
    targets: Column<Vertex, Index<Vertex>>?
  ) {
    for ring in rings(of: feature) {
      let span = self.span(of: ring)
      var previous = vertices[span.upperBound - 1]
      if let targets { previous = targets[previous] }
      for index in span {
        let vertex = targets?[vertices[index]] ?? vertices[index]
        if vertex != previous { edges.add(from: previous, to: vertex, unit: unit) }
        previous = vertex
      }
    }
  }

  /// Each ring of a feature, without closing vertex.
  func forEachRing(of feature: Index<Feature>, _ visit: (ArraySlice<Index<Vertex>>) -> Void) {
    for ring in rings(of: feature) { visit(vertices[span(of: ring)]) }
  }

  /// Square metres on the ellipsoid of the feature of each unit; 0 without one, and where holes take more than shells
  /// hold. Where features lie on each other, each has its own.
  ///
  /// - Parameter sines: of the authalic latitude of each vertex.
  /// - Complexity: O(vertices).
  func areas(
    of features: Column<Unit, Index<Feature>>, _ longitudes: Column<Vertex, Double>,
    _ sines: Column<Vertex, Double>
  ) -> Column<Unit, Double> {
    features.mapped { feature in
      var area = 0.0
      for ring in rings(of: feature) {
        let span = self.span(of: ring)
        var previous = vertices[span.upperBound - 1]
        for index in span {
          let vertex = vertices[index]
          area += EllipsoidMeasure.areaUnderSide(
            from: (longitudes[previous], sines[previous]),
            to: (longitudes[vertex], sines[vertex]))
          previous = vertex
        }
      }
      return max(0, area)
    }
  }

  /// Rings of a feature; none where it is missing.
  private func rings(of feature: Index<Feature>) -> Range<Index<Ring>> {
    guard feature.exists else { return Index(0)..<Index(0) }
    return (feature == Index(0) ? Index(0) : featureEnds[feature - 1])..<featureEnds[feature]
  }

  private func span(of ring: Index<Ring>) -> Range<Int> {
    let start = ring == Index(0) ? 0 : Int(ringEnds[ring - 1])
    return start..<Int(ringEnds[ring])
  }

  /// The first feature with a vertex.
  ///
  /// - Complexity: O(vertices).
  func feature(with vertex: Index<Vertex>) -> Index<Feature>? {
    guard let place = vertices.firstIndex(of: vertex) else { return nil }
    let ring = ringEnds.indices.first { Int(ringEnds[$0]) > place }
    return featureEnds.indices.first { feature in ring.map { featureEnds[feature] > $0 } ?? false }
  }

  /// How many polygons a feature has.
  func polygonCount(of feature: Index<Feature>) -> Int { rings(of: feature).count { !isHole[$0] } }

  /// The rings of a feature as an outline.
  func outline(of feature: Index<Feature>) -> Outline {
    var outline = Outline()
    for ring in rings(of: feature) {
      outline.append(vertices[span(of: ring)], isHole: isHole[ring])
    }
    return outline
  }
}

extension PolygonColumns {
  /// Signed area of a ring in squared units of its coordinates, positive when anticlockwise.
  func signedArea(of ring: Int) -> Double {
    let span = vertices(of: ring)
    let originX = x[span.lowerBound]
    let originY = y[span.lowerBound]
    var doubled = 0.0
    var previousX = 0.0
    var previousY = 0.0
    for index in span {
      let dx = x[index] - originX
      let dy = y[index] - originY
      doubled += previousX * dy - dx * previousY
      previousX = dx
      previousY = dy
    }
    return doubled / 2
  }
}
