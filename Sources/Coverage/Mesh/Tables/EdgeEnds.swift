/// The vertices that edges run between, each pair once.
struct EdgeEnds: Sendable {
  /// End of the edge with the smaller vertex id. The edge is read from low to high.
  private(set) var low = Column<Edge, Index<Vertex>>()
  private(set) var high = Column<Edge, Index<Vertex>>()

  /// For each vertex, the last edge added that has it as its low end.
  private var lastAtLow: Column<Vertex, Index<Edge>>
  /// For each edge, the one added before it at the same low end.
  private var previousAtLow = Column<Edge, Index<Edge>>()
  /// The edges of low ends that have many, by both ends.
  private var ofHubs: [SIMD2<Int32>: Index<Edge>] = [:]

  /// A low end with more edges than this is a hub: maps have a few at most.
  private static let many = 64

  var count: Int { low.count }
  var indices: Range<Index<Edge>> { low.indices }

  /// Sides that a walk passes at most before it is back: every edge, in both directions.
  var longestWalk: Int { 2 * count }

  init(vertexCount: Int, expectedEdges: Int) {
    lastAtLow = Column(repeating: .missing, count: vertexCount)
    low.reserveCapacity(expectedEdges)
    high.reserveCapacity(expectedEdges)
    previousAtLow.reserveCapacity(expectedEdges)
  }

  /// Makes room for vertices that a repair adds.
  mutating func extend(toVertexCount count: Int) {
    lastAtLow.append(contentsOf: repeatElement(.missing, count: max(0, count - lastAtLow.count)))
  }

  /// The edge between two vertices, if there is one.
  ///
  /// - Complexity: O(edges at the lower vertex), which are two or three; of a hub, O(1) expected.
  func find(_ first: Index<Vertex>, _ second: Index<Vertex>) -> Index<Edge>? {
    let (start, end) = (min(first, second), max(first, second))
    var edge = lastAtLow[start]
    var looks = 0
    while edge.exists && high[edge] != end {
      edge = previousAtLow[edge]
      looks += 1
      if looks == Self.many { return ofHubs[SIMD2(start.raw, end.raw)] }
    }
    return edge.exists ? edge : nil
  }

  /// Adds an edge between two vertices that have none.
  mutating func append(_ first: Index<Vertex>, _ second: Index<Vertex>) -> Index<Edge> {
    let (start, edge) = (min(first, second), low.next)
    low.append(start)
    high.append(max(first, second))
    previousAtLow.append(lastAtLow[start])
    lastAtLow[start] = edge
    noteHub(start)
    return edge
  }

  /// Gives a low end with many edges its place among the hubs, and the last edge of one.
  private mutating func noteHub(_ start: Index<Vertex>) {
    var edge = lastAtLow[start]
    var looks = 0
    while edge.exists, looks < Self.many {
      edge = previousAtLow[edge]
      looks += 1
    }
    guard looks == Self.many else { return }
    let last = lastAtLow[start]
    ofHubs[SIMD2(start.raw, high[last].raw)] = last
    // Where there are just so many, none is among the hubs yet.
    guard !edge.exists else { return }
    edge = last
    while edge.exists {
      ofHubs[SIMD2(start.raw, high[edge].raw)] = edge
      edge = previousAtLow[edge]
    }
  }
}

/// An edge walked in one of its two directions.
///
/// Every walk of the mesh ends, whatever is drawn:
/// - around a face (`FaceWalker`, `ContestedFaces`, `SideWalks`), as `EdgeFans.next` takes sides to sides one to one: the
///   first side met twice is the one that the walk began with, after `EdgeEnds.longestWalk` sides at most;
/// - around a set of pieces (`OutlineTracer`), along a border of the map (`BorderArcs`) and around its faces
///   (`FaceRings`), as each takes sides that nobody took before;
/// - from what lies in a face to the face (`FaceWalks`), as no walk is passed twice;
/// - over land (`LandWays`), as each step leads nearer.
struct DirectedEdge: Hashable, Sendable {
  let edge: Index<Edge>
  /// From the low to the high vertex.
  let isForward: Bool

  /// A number of its own: twice the edge, and one more against its direction.
  var index: Index<DirectedEdge> { Index(2 * Int(edge) + (isForward ? 0 : 1)) }

  var reversed: DirectedEdge { DirectedEdge(edge: edge, isForward: !isForward) }

  func from(_ ends: EdgeEnds) -> Index<Vertex> { isForward ? ends.low[edge] : ends.high[edge] }

  func to(_ ends: EdgeEnds) -> Index<Vertex> { isForward ? ends.high[edge] : ends.low[edge] }
}
