/// Where edges lie, and where they touch or cross others.
struct EdgeGeometry: Sendable {
  let ends: EdgeEnds
  let vertices: RepairedVertices
  let tolerance: BorderTolerance

  /// How far along the edge, from 0 to 1, a vertex lies that is within tolerance of it between its
  /// ends, and whether it bends the edge.
  func touch(_ edge: Index<Edge>, _ vertex: Index<Vertex>) -> (along: Double, bends: Bool)? {
    guard vertex != ends.low[edge], vertex != ends.high[edge] else { return nil }
    let point = vertices[vertex]
    let (a, b) = ends(of: edge)
    let way = b - a
    let length2 = (way * way).sum()
    let projection = ((point - a) * way).sum()
    guard projection > 0, projection < length2 else { return nil }
    let offset = side(a, b, point)
    guard offset * offset <= tolerance.joining * tolerance.joining * length2 else { return nil }
    return (
      projection / length2, abs(offset / length2.squareRoot()) > tolerance.joining / 1000
    )
  }

  /// Where two edges cross that each have their ends on either side of the other. Ends within
  /// tolerance have been joined before, so the sign of a double is enough.
  func crossing(_ first: Index<Edge>, _ second: Index<Edge>) -> SIMD2<Double>? {
    let (a, b) = ends(of: first)
    let (c, d) = ends(of: second)
    let (fromC, fromD) = (side(a, b, c), side(a, b, d))
    guard (fromC > 0) != (fromD > 0), (side(c, d, a) > 0) != (side(c, d, b) > 0) else { return nil }
    return c + fromC / (fromC - fromD) * (d - c)
  }

  func along(_ edge: Index<Edge>, _ point: SIMD2<Double>) -> Double {
    let (a, b) = ends(of: edge)
    let way = b - a
    return ((point - a) * way).sum() / (way * way).sum()
  }

  func length(of edge: Index<Edge>) -> Double {
    let (a, b) = ends(of: edge)
    let way = b - a
    return (way * way).sum().squareRoot()
  }

  func box(of edge: Index<Edge>) -> SegmentGrid.Box {
    let (a, b) = ends(of: edge)
    return SegmentGrid.Box(a, b)
  }

  /// Twice the area of a triangle, positive when it is anticlockwise.
  private func side(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ p: SIMD2<Double>) -> Double {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
  }

  private func ends(of edge: Index<Edge>) -> (a: SIMD2<Double>, b: SIMD2<Double>) {
    (vertices[ends.low[edge]], vertices[ends.high[edge]])
  }
}
