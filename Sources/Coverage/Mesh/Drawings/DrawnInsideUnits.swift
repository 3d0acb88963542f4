/// Finds in which unit the edges run that only drawings have.
///
/// Around a vertex of a unit's border the angle tells; from there it spreads along the edges that meet
/// inside the unit. What touches no border, a ring within one unit, looks to the east.
struct DrawnInsideUnits {
  private static let unknown: Int32 = -2

  private let isBorder: [Bool]
  /// Edges that only drawings have.
  private let bare: [Int32]
  /// For each edge, its place in `bare`, or -1.
  private let place: [Int32]
  private let vertices: RepairedVertices

  /// The edges, each that only drawings have with its unit, or the outside, on both sides.
  ///
  /// - Complexity: O(edges).
  static func settled(
    _ given: EdgeTable, isDrawn: [Bool], _ vertices: RepairedVertices, jobs: Int
  ) async throws -> EdgeTable {
    let finder = DrawnInsideUnits(given, isDrawn, vertices)
    guard !finder.bare.isEmpty else { return given }
    var edges = given
    for (edge, unit) in zip(finder.bare, try await finder.units(given, jobs: jobs)) {
      edges.left[Int(edge)] = unit
      edges.right[Int(edge)] = unit
    }
    return edges
  }

  private init(_ edges: EdgeTable, _ isDrawn: [Bool], _ vertices: RepairedVertices) {
    self.vertices = vertices
    isBorder = (0..<edges.count).map { edges.isBorder($0) }
    bare = isDrawn.indices.filter {
      isDrawn[$0] && edges.left[$0] == EdgeTable.outside && edges.right[$0] == EdgeTable.outside
    }.map { Int32($0) }
    var place = [Int32](repeating: -1, count: edges.count)
    for (index, edge) in bare.enumerated() { place[Int(edge)] = Int32(index) }
    self.place = place
  }

  private func units(_ edges: EdgeTable, jobs: Int) async throws -> [Int32] {
    var isEnd = [Bool](repeating: false, count: vertices.count)
    for edge in bare {
      isEnd[Int(edges.low[Int(edge)])] = true
      isEnd[Int(edges.high[Int(edge)])] = true
    }
    let isActive = zip(isBorder, place).map { $0 || $1 >= 0 }
    let (fans, ends) = (EdgeFans(edges, vertices, active: isActive, at: isEnd), isEnd)
    let (low, high) = try await concurrently(
      jobs: jobs, { sights(from: 0..<ends.count / 2, ends, fans, edges) },
      { sights(from: ends.count / 2..<ends.count, ends, fans, edges) })
    var groups = UnionFind(count: bare.count)
    for (first, second) in low.together + high.together { groups.unite(first, second) }
    var unitOfGroup = [Int32](repeating: Self.unknown, count: bare.count)
    for (place, unit) in low.units + high.units
    where unitOfGroup[Int(groups.find(place))] == Self.unknown {
      unitOfGroup[Int(groups.find(place))] = unit
    }
    locate(&unitOfGroup, &groups, edges)
    return bare.indices.map { unitOfGroup[Int(groups.find(Int32($0)))] }
  }

  /// What vertices tell of the bare edges that end there, by their places.
  private struct Sights {
    /// Edges in one unit: no border is between them.
    var together: [(Int32, Int32)] = []
    /// Units of edges, as a border at their end tells.
    var units: [(place: Int32, unit: Int32)] = []
  }

  private func sights(
    from span: Range<Int>, _ isEnd: [Bool], _ fans: EdgeFans, _ edges: EdgeTable
  ) -> Sights {
    var sights = Sights()
    var sides: [DirectedEdge] = []
    for vertex in span where isEnd[vertex] {
      fans.collectSides(at: Int32(vertex), into: &sides)
      let isOnBorder = sides.contains { isBorder[Int($0.edge)] }
      var first: Int32?
      for side in sides where place[Int(side.edge)] >= 0 {
        let place = place[Int(side.edge)]
        if isOnBorder {
          sights.units.append((place, unit(around: side, sides, fans, edges)))
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
    around side: DirectedEdge, _ others: [DirectedEdge], _ fans: EdgeFans, _ edges: EdgeTable
  ) -> Int32 {
    let direction = fans.direction(of: side)
    var unit = EdgeTable.outside
    var least = Double.infinity
    for border in others where isBorder[Int(border.edge)] {
      let turn = fans.clockwiseTurn(from: direction, to: fans.direction(of: border))
      if turn < least {
        least = turn
        unit = edges.unit(onLeftOf: border)
      }
    }
    return unit
  }

  /// What touches no border is in the unit that a look to the east meets.
  private func locate(
    _ unitOfGroup: inout [Int32], _ groups: inout UnionFind, _ edges: EdgeTable
  ) {
    var easternmost: [Int32: Int32] = [:]
    for (index, edge) in bare.enumerated() {
      let group = groups.find(Int32(index))
      guard unitOfGroup[Int(group)] == Self.unknown else { continue }
      for vertex in [edges.low[Int(edge)], edges.high[Int(edge)]] {
        let known = easternmost[group] ?? vertex
        easternmost[group] = vertices[vertex].x > vertices[known].x ? vertex : known
      }
    }
    let floating = easternmost.sorted { $0.key < $1.key }
    let east = EastwardSearch(
      edges, vertices, among: isBorder, from: floating.map { $0.value })
    for ((group, _), side) in zip(floating, east.sidesMet()) {
      unitOfGroup[Int(group)] = side.map { edges.unit(onLeftOf: $0) } ?? EdgeTable.outside
    }
  }
}
