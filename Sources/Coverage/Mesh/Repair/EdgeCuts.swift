/// The vertices to insert in edges, as they are found.
struct EdgeCuts {
  private var cuts = Column<Cut, Cut>()
  /// For each edge, the last of its cuts.
  private var lastOfEdge: Column<Edge, Index<Cut>>
  /// Cuts of edges that have many, by where along the edge they lie.
  private var ofLongLists: [Stretch: [Index<Cut>]] = [:]
  private let geometry: EdgeGeometry
  /// Two cuts nearer than this are within the tolerance of one place.
  private let stretchLength: Double

  /// An edge with more cuts than this has them sorted by stretches.
  private static let many = 32

  private struct Cut {
    let along: Double
    let vertex: Index<Vertex>
    /// The cut found before it in the same edge.
    let previous: Index<Cut>
  }

  /// A part of an edge, as long as the tolerance or some times more.
  private struct Stretch: Hashable {
    let edge: Index<Edge>
    let number: Int
  }

  init(_ geometry: EdgeGeometry) {
    self.geometry = geometry
    stretchLength = 4 * geometry.tolerance.joining
    lastOfEdge = Column(repeating: .missing, count: geometry.ends.count)
  }

  /// Edges with a cut, ascending.
  var edges: [Index<Edge>] { lastOfEdge.indices.filter { lastOfEdge[$0].exists } }

  /// Inserts a vertex in an edge, unless it is an end of the edge or in it already.
  ///
  /// - Parameter place: how far along the edge, from 0 to 1.
  /// - Returns: whether it is new there.
  /// - Complexity: O(1) expected.
  mutating func insert(
    _ vertex: Index<Vertex>, along place: Double, in edge: Index<Edge>
  ) -> Bool {
    // A crossing may fall on an end of the other edge.
    if vertex == geometry.ends.low[edge] || vertex == geometry.ends.high[edge] { return false }
    if first(of: edge, near: place, where: { $0 == vertex }) != nil { return false }
    cuts.append(Cut(along: place, vertex: vertex, previous: lastOfEdge[edge]))
    lastOfEdge[edge] = cuts.next - 1
    noteLongList(of: edge)
    return true
  }

  /// A vertex that cuts the edge already and meets a condition, which only vertices within tolerance of a place do: the
  /// first of several.
  func first(
    of edge: Index<Edge>, near place: Double, where condition: (Index<Vertex>) -> Bool
  ) -> Index<Vertex>? {
    var found: Index<Cut>?
    var index = lastOfEdge[edge]
    var looks = 0
    while index.exists {
      if condition(cuts[index].vertex) { found = index }
      index = cuts[index].previous
      looks += 1
      if looks == Self.many {
        return firstInLongList(of: edge, near: place, where: condition)
      }
    }
    return found.map { cuts[$0].vertex }
  }

  /// The vertices to insert in an edge, in their order along it, between its ends.
  func path(of edge: Index<Edge>, _ found: inout [SIMD2<Double>]) -> [Index<Vertex>] {
    found.removeAll(keepingCapacity: true)
    var index = lastOfEdge[edge]
    while index.exists {
      found.append(SIMD2(cuts[index].along, Double(cuts[index].vertex.raw)))
      index = cuts[index].previous
    }
    if found.count > 1 { found.sort { ($0.x, $0.y) < ($1.x, $1.y) } }
    var path = [geometry.ends.low[edge]]
    path.reserveCapacity(found.count + 2)
    for cut in found { path.append(Index(Int32(cut.y))) }
    path.append(geometry.ends.high[edge])
    return path
  }

  // MARK: Long lists

  private func stretch(of edge: Index<Edge>, at place: Double) -> Stretch {
    let metres = place * geometry.length(of: edge)
    return Stretch(edge: edge, number: Int(max(-0x1p60, min(0x1p60, metres / stretchLength))))
  }

  private func firstInLongList(
    of edge: Index<Edge>, near place: Double, where condition: (Index<Vertex>) -> Bool
  ) -> Index<Vertex>? {
    var found: Index<Cut>?
    let own = stretch(of: edge, at: place).number
    for number in own - 1...own + 1 {
      for index in ofLongLists[Stretch(edge: edge, number: number)] ?? []
      where condition(cuts[index].vertex) {
        found = min(index, found ?? index)
      }
    }
    return found.map { cuts[$0].vertex }
  }

  private mutating func noteLongList(of edge: Index<Edge>) {
    var index = lastOfEdge[edge]
    var looks = 0
    while index.exists, looks < Self.many {
      index = cuts[index].previous
      looks += 1
    }
    guard looks == Self.many else { return }
    let isFirstTime = !index.exists
    index = lastOfEdge[edge]
    repeat {
      ofLongLists[stretch(of: edge, at: cuts[index].along), default: []].append(index)
      index = cuts[index].previous
    } while isFirstTime && index.exists
  }
}
