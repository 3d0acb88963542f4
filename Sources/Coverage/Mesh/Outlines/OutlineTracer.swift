/// Draws the outline of sets of pieces: the edges where membership changes, chained into rings.
///
/// The tracer keeps its scratch space, so that hundreds of outlines cost what their edges cost.
struct OutlineTracer {
  private let mesh: Mesh
  private var isMember: Column<Piece, Bool>
  /// For each vertex, the last side found that starts there.
  private var lastSideAt: Column<Vertex, Index<Side>>
  private var sides = Column<Side, Side>()
  /// For each vertex, its place in the ring being cut; -1 where it is in none.
  private var placeInRing: Column<Vertex, Int32>

  /// An edge walked with the set on its left.
  private struct Side {
    let from: Index<Vertex>
    let to: Index<Vertex>
    /// The side found before it at the same start.
    let previous: Index<Side>
    var isUsed = false
  }

  init(_ mesh: Mesh) {
    self.mesh = mesh
    isMember = Column(repeating: false, count: mesh.pieces.count)
    lastSideAt = Column(repeating: .missing, count: mesh.longitudes.count)
    placeInRing = Column(repeating: -1, count: mesh.longitudes.count)
  }

  /// - Complexity: O(edges of the pieces); each hole is then tested against the shells of its set.
  mutating func outline(of pieces: some Collection<Index<Piece>>) -> Outline {
    for piece in pieces { isMember[piece] = true }
    collectSides(of: pieces)
    var rings: [[Index<Vertex>]] = []
    for start in sides.indices where !sides[start].isUsed {
      split(walk(from: start), into: &rings)
    }
    for piece in pieces { isMember[piece] = false }
    for side in sides { lastSideAt[side.from] = .missing }
    sides.values.removeAll(keepingCapacity: true)
    return RingNesting.outline(of: rings, mesh)
  }

  private mutating func collectSides(of pieces: some Collection<Index<Piece>>) {
    for piece in pieces {
      for edge in mesh.borders[piece] {
        let isLeft = mesh.edges.left[edge] == piece
        let other = isLeft ? mesh.edges.right[edge] : mesh.edges.left[edge]
        if other.exists && isMember[other] { continue }
        let low = mesh.edges.low[edge]
        let high = mesh.edges.high[edge]
        let from = isLeft ? low : high
        let side = Side(from: from, to: isLeft ? high : low, previous: lastSideAt[from])
        lastSideAt[from] = sides.next
        sides.append(side)
      }
    }
  }

  /// Follows sides until none goes on.
  private mutating func walk(from start: Index<Side>) -> [Index<Vertex>] {
    var ring: [Index<Vertex>] = []
    var side = start
    while true {
      sides[side].isUsed = true
      ring.append(sides[side].from)
      let next = nextSide(after: side)
      guard next.exists else { return ring }
      side = next
    }
  }

  /// The unused side that starts where `side` ends. Where several do, the one that keeps the set's
  /// own corner: the first clockwise from the way back.
  private func nextSide(after side: Index<Side>) -> Index<Side> {
    let vertex = sides[side].to
    var candidate = lastSideAt[vertex]
    var best = Index<Side>.missing
    var bestTurn = Double.infinity
    var isOnlyOne = true
    while candidate.exists {
      if !sides[candidate].isUsed {
        if !best.exists {
          best = candidate
        } else {
          if isOnlyOne { bestTurn = turn(sides[side].from, vertex, sides[best].to) }
          isOnlyOne = false
          let turn = turn(sides[side].from, vertex, sides[candidate].to)
          if turn < bestTurn {
            best = candidate
            bestTurn = turn
          }
        }
      }
      candidate = sides[candidate].previous
    }
    return best
  }

  /// How far to turn clockwise at `vertex` from the way back to `from` to the way on to `to`: a whole
  /// turn is 4.
  private func turn(
    _ from: Index<Vertex>, _ vertex: Index<Vertex>, _ to: Index<Vertex>
  ) -> Double {
    let angle = mesh.direction(vertex, from) - mesh.direction(vertex, to)
    return angle > 0 ? angle : angle + 4
  }

  /// Cuts a walk at every vertex that it meets twice, so that each ring is simple.
  private mutating func split(
    _ walk: [Index<Vertex>], into rings: inout [[Index<Vertex>]]
  ) {
    var path: [Index<Vertex>] = []
    path.reserveCapacity(walk.count)
    for vertex in walk {
      let start = Int(placeInRing[vertex])
      if start >= 0 {
        let loop = Array(path[start...])
        for passed in loop { placeInRing[passed] = -1 }
        path.removeLast(loop.count)
        if loop.count >= 3 { rings.append(loop) }
      }
      placeInRing[vertex] = Int32(path.count)
      path.append(vertex)
    }
    for passed in path { placeInRing[passed] = -1 }
    if path.count >= 3 { rings.append(path) }
  }
}
