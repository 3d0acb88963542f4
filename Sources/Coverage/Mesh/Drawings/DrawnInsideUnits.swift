/// Finds in which unit the edges run that only drawings have.
///
/// Around a vertex of a unit's border the angle tells; from there it spreads along the edges that meet
/// inside the unit. What touches no border, a ring within one unit, looks to the east.
struct DrawnInsideUnits {
  private static let unknown = Index<Unit>(-2)

  private let isBorder: Column<Edge, Bool>
  /// Edges that only drawings have.
  private let bare: Column<Bare, Index<Edge>>
  /// For each edge, its place in `bare`.
  private let place: Column<Edge, Index<Bare>>
  private let vertices: RepairedVertices

  private enum Bare {}

  /// The edges, each that only drawings have with its unit, or the outside, on both sides.
  ///
  /// - Complexity: O(edges).
  static func settled(
    _ given: EdgeTable<Unit>, isDrawn: Column<Edge, Bool>, _ vertices: RepairedVertices, jobs: Int
  ) async throws -> EdgeTable<Unit> {
    let finder = DrawnInsideUnits(given, isDrawn, vertices)
    guard !finder.bare.isEmpty else { return given }
    var (left, right) = (given.left, given.right)
    for (edge, unit) in zip(finder.bare, try await finder.units(given, jobs: jobs)) {
      left[edge] = unit
      right[edge] = unit
    }
    return EdgeTable(given.ends, left: left, right: right)
  }

  private init(
    _ edges: EdgeTable<Unit>, _ isDrawn: Column<Edge, Bool>, _ vertices: RepairedVertices
  ) {
    self.vertices = vertices
    isBorder = Column(count: edges.count) { edges.isBorder($0) }
    bare = Column(isDrawn.indices.filter { isDrawn[$0] && edges.isBare($0) })
    var place = Column<Edge, Index<Bare>>(repeating: .missing, count: edges.count)
    for (index, edge) in bare.pairs { place[edge] = index }
    self.place = place
  }

  private func units(
    _ edges: EdgeTable<Unit>, jobs: Int
  ) async throws -> Column<Bare, Index<Unit>> {
    var isEnd = Column<Vertex, Bool>(repeating: false, count: vertices.count)
    for edge in bare {
      isEnd[edges.low[edge]] = true
      isEnd[edges.high[edge]] = true
    }
    let isActive = Column(count: edges.count) { isBorder[$0] || place[$0].exists }
    let (fans, ends) = (EdgeFans(edges.ends, vertices, active: isActive, at: isEnd), isEnd)
    let middle = Index<Vertex>(ends.count / 2)
    let (low, high) = try await concurrently(
      jobs: jobs, { sights(from: ends.startIndex..<middle, ends, fans, edges) },
      { sights(from: middle..<ends.endIndex, ends, fans, edges) })
    var groups = UnionFind<Bare>(count: bare.count)
    for (first, second) in low.together + high.together { groups.unite(first, second) }
    var unitOfGroup = Column<Bare, Index<Unit>>(repeating: Self.unknown, count: bare.count)
    // What a long edge tells stands: next to a border a short one may have been turned by rounding.
    var squares = Column<Bare, Double>(repeating: -1, count: bare.count)
    for (place, unit, squaredLength) in low.units + high.units {
      let group = groups.find(place)
      guard squaredLength > squares[group] else { continue }
      squares[group] = squaredLength
      unitOfGroup[group] = unit
    }
    locate(&unitOfGroup, &groups, edges)
    return Column(count: bare.count) { unitOfGroup[groups.find($0)] }
  }

  /// What vertices tell of the bare edges that end there, by their places.
  private struct Sights {
    /// Edges in one unit: no border is between them.
    var together: [(Index<Bare>, Index<Bare>)] = []
    /// Units of edges, as a border at their end tells.
    var units: [(place: Index<Bare>, unit: Index<Unit>, squaredLength: Double)] = []
  }

  private func sights(
    from span: Range<Index<Vertex>>, _ isEnd: Column<Vertex, Bool>, _ fans: EdgeFans,
    _ edges: EdgeTable<Unit>
  ) -> Sights {
    var sights = Sights()
    var sides: [DirectedEdge] = []
    for vertex in span where isEnd[vertex] {
      fans.collectSides(at: vertex, into: &sides)
      let isOnBorder = sides.contains { isBorder[$0.edge] }
      var first: Index<Bare>?
      for side in sides where place[side.edge].exists {
        let place = place[side.edge]
        if isOnBorder {
          let way = vertices[edges.high[side.edge]] - vertices[edges.low[side.edge]]
          sights.units.append(
            (place, unit(around: side, sides, fans, edges), (way * way).sum()))
        } else {
          if let first { sights.together.append((first, place)) }
          first = first ?? place
        }
      }
    }
    return sights
  }

  /// The unit between the borders at a vertex where a side leaves: on the left of the first border
  /// clockwise from it.
  private func unit(
    around side: DirectedEdge, _ others: [DirectedEdge], _ fans: EdgeFans,
    _ edges: EdgeTable<Unit>
  ) -> Index<Unit> {
    let direction = fans.direction(of: side)
    var unit = Index<Unit>.outside
    var least = Double.infinity
    for border in others where isBorder[border.edge] {
      let turn = fans.clockwiseTurn(from: direction, to: fans.direction(of: border))
      if turn < least {
        least = turn
        unit = edges[onLeftOf: border]
      }
    }
    return unit
  }

  /// What touches no border is in the unit that a look to the east meets.
  private func locate(
    _ unitOfGroup: inout Column<Bare, Index<Unit>>, _ groups: inout UnionFind<Bare>,
    _ edges: EdgeTable<Unit>
  ) {
    var easternmost: [Index<Bare>: Index<Vertex>] = [:]
    for (index, edge) in bare.pairs {
      let group = groups.find(index)
      guard unitOfGroup[group] == Self.unknown else { continue }
      for vertex in [edges.low[edge], edges.high[edge]] {
        let known = easternmost[group] ?? vertex
        easternmost[group] = vertices[vertex].x > vertices[known].x ? vertex : known
      }
    }
    let floating = easternmost.sorted { $0.key < $1.key }
    let east = EastwardSearch(
      edges.ends, vertices, among: isBorder, from: floating.map { $0.value })
    for ((group, _), side) in zip(floating, east.sidesMet()) {
      unitOfGroup[group] = side.map { edges[onLeftOf: $0] } ?? .outside
    }
  }
}
