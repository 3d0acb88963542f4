/// The borders between faces of a map, as arcs: each is walked once, from node to node, and shared by
/// the faces on its two sides. Neighbours keep their common border whatever is done to the arcs.
struct BorderArcs: Sendable {
  /// Vertices of the mesh, arc after arc, both ends included; a closed arc ends where it starts.
  private(set) var vertices: [Index<Vertex>] = []
  /// For each arc, one past its last vertex.
  private(set) var ends: [Int32] = []
  /// Face on the left of each arc as it is walked; -1 for none.
  private(set) var left: [Int32] = []
  /// Face on the right of each arc; -1 for none.
  private(set) var right: [Int32] = []

  var count: Int { ends.count }

  subscript(arc: Int) -> ArraySlice<Index<Vertex>> {
    vertices[(arc == 0 ? 0 : Int(ends[arc - 1]))..<Int(ends[arc])]
  }

  /// The face on the left of an arc; on its right where there is none.
  func face(of arc: Int) -> Int32 { left[arc] >= 0 ? left[arc] : right[arc] }

  /// - Parameter faceOfPiece: by piece of the mesh; -1 where a piece is not drawn.
  /// - Complexity: O(edges).
  init(_ edges: EdgeTable<Piece>, faceOfPiece: Column<Piece, Int32>, vertexCount: Int) {
    var walker = ArcWalker(edges, faceOfPiece, vertexCount)
    var ahead: [Index<Vertex>] = []
    for start in 0..<walker.borders.count where !walker.isWalked[start] {
      walker.walk(from: start, into: &vertices, ahead: &ahead)
      ends.append(Int32(vertices.count))
      left.append(walker.borders[start].left)
      right.append(walker.borders[start].right)
    }
  }
}

/// Walks border edges from node to node. A node is a vertex where other than two of them meet, or where
/// the faces on the two sides change.
private struct ArcWalker {
  struct Border {
    let low: Index<Vertex>
    let high: Index<Vertex>
    let left: Int32
    let right: Int32
  }

  private(set) var borders: [Border] = []
  private(set) var isWalked: [Bool] = []
  /// Border edges at each vertex; counts above 254 are all nodes alike.
  private var degrees: Column<Vertex, UInt8>
  /// The border edges at each vertex, combined by exclusive or: at a vertex of two, what is left of it
  /// without one is the other.
  private var combined: Column<Vertex, Int32>

  init(_ edges: EdgeTable<Piece>, _ faceOfPiece: Column<Piece, Int32>, _ vertexCount: Int) {
    degrees = Column(repeating: 0, count: vertexCount)
    combined = Column(repeating: 0, count: vertexCount)
    for edge in edges.indices {
      let (leftPiece, rightPiece) = (edges.left[edge], edges.right[edge])
      if leftPiece == rightPiece { continue }
      let left = leftPiece.exists ? faceOfPiece[leftPiece] : -1
      let right = rightPiece.exists ? faceOfPiece[rightPiece] : -1
      if left == right { continue }
      let border = Border(
        low: edges.low[edge], high: edges.high[edge], left: left, right: right)
      meet(border.low, Int32(borders.count))
      meet(border.high, Int32(borders.count))
      borders.append(border)
    }
    isWalked = Array(repeating: false, count: borders.count)
  }

  private mutating func meet(_ vertex: Index<Vertex>, _ border: Int32) {
    degrees[vertex] = min(254, degrees[vertex]) + 1
    combined[vertex] ^= border
  }

  /// Adds the arc of an edge, from node to node.
  ///
  /// - Parameter ahead: room for what comes after the edge.
  mutating func walk(
    from start: Int, into vertices: inout [Index<Vertex>], ahead: inout [Index<Vertex>]
  ) {
    let border = borders[start]
    isWalked[start] = true
    ahead.removeAll(keepingCapacity: true)
    follow(start, to: border.high, left: border.left, right: border.right, into: &ahead)
    // After a whole ring nothing is left behind.
    let first = vertices.count
    follow(start, to: border.low, left: border.right, right: border.left, into: &vertices)
    vertices[first...].reverse()
    vertices.append(border.low)
    vertices.append(border.high)
    vertices.append(contentsOf: ahead)
  }

  /// Adds the vertices after `vertex`, until a node.
  private mutating func follow(
    _ start: Int, to vertex: Index<Vertex>, left: Int32, right: Int32,
    into path: inout [Index<Vertex>]
  ) {
    var (edge, vertex) = (start, vertex)
    while degrees[vertex] == 2 {
      let next = Int(combined[vertex] ^ Int32(edge))
      let border = borders[next]
      let isForward = border.low == vertex
      guard !isWalked[next], (isForward ? border.left : border.right) == left,
        (isForward ? border.right : border.left) == right
      else { break }
      isWalked[next] = true
      vertex = isForward ? border.high : border.low
      path.append(vertex)
      edge = next
    }
  }
}
