/// Draws the outline of sets of pieces: the edges where membership changes, chained into rings.
///
/// The tracer keeps its scratch space, so that hundreds of outlines cost what their edges cost.
struct OutlineTracer {
  private let mesh: Mesh
  private var isMember: [Bool]
  /// For each vertex, the last side found that starts there; -1 for none.
  private var lastSideAt: [Int32]
  private var sides: [Side] = []
  /// For each vertex, its place in the ring being cut; -1 where it is in none.
  private var placeInRing: [Int32]

  /// An edge walked with the set on its left.
  private struct Side {
    let from: Int32
    let to: Int32
    /// The side found before it at the same start.
    let previous: Int32
    var isUsed = false
  }

  init(_ mesh: Mesh) {
    self.mesh = mesh
    isMember = Array(repeating: false, count: mesh.pieces.count)
    lastSideAt = Array(repeating: -1, count: mesh.longitudes.count)
    placeInRing = lastSideAt
  }

  /// - Complexity: O(edges of the pieces); each hole is then tested against the shells of its set.
  mutating func outline(of pieces: some Collection<Int32>) -> Outline {
    for piece in pieces { isMember[Int(piece)] = true }
    collectSides(of: pieces)
    var rings: [[Int32]] = []
    for start in sides.indices where !sides[start].isUsed {
      split(walk(from: start), into: &rings)
    }
    for piece in pieces { isMember[Int(piece)] = false }
    for side in sides { lastSideAt[Int(side.from)] = -1 }
    sides.removeAll(keepingCapacity: true)
    return RingNesting.outline(of: rings, mesh)
  }

  private mutating func collectSides(of pieces: some Collection<Int32>) {
    for piece in pieces {
      for edge in mesh.borders[Int(piece)] {
        let edge = Int(edge)
        let isLeft = mesh.edges.left[edge] == piece
        let other = isLeft ? mesh.edges.right[edge] : mesh.edges.left[edge]
        if other >= 0 && isMember[Int(other)] { continue }
        let low = mesh.edges.low[edge]
        let high = mesh.edges.high[edge]
        let from = isLeft ? low : high
        sides.append(
          Side(from: from, to: isLeft ? high : low, previous: lastSideAt[Int(from)]))
        lastSideAt[Int(from)] = Int32(sides.count - 1)
      }
    }
  }

  /// Follows sides until none goes on.
  private mutating func walk(from start: Int) -> [Int32] {
    var ring: [Int32] = []
    var side = start
    while true {
      sides[side].isUsed = true
      ring.append(sides[side].from)
      let next = nextSide(after: side)
      guard next >= 0 else { return ring }
      side = next
    }
  }

  /// The unused side that starts where `side` ends. Where several do, the one that keeps the set's
  /// own corner: the first clockwise from the way back.
  private func nextSide(after side: Int) -> Int {
    let vertex = sides[side].to
    var candidate = Int(lastSideAt[Int(vertex)])
    var best = -1
    var bestTurn = Double.infinity
    var isOnlyOne = true
    while candidate >= 0 {
      if !sides[candidate].isUsed {
        if best < 0 {
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
      candidate = Int(sides[candidate].previous)
    }
    return best
  }

  /// How far to turn clockwise at `vertex` from the way back to `from` to the way on to `to`: a whole
  /// turn is 4.
  private func turn(_ from: Int32, _ vertex: Int32, _ to: Int32) -> Double {
    let angle = mesh.direction(vertex, from) - mesh.direction(vertex, to)
    return angle > 0 ? angle : angle + 4
  }

  /// Cuts a walk at every vertex that it meets twice, so that each ring is simple.
  private mutating func split(_ walk: [Int32], into rings: inout [[Int32]]) {
    var path: [Int32] = []
    path.reserveCapacity(walk.count)
    for vertex in walk {
      let start = Int(placeInRing[Int(vertex)])
      if start >= 0 {
        let loop = Array(path[start...])
        for passed in loop { placeInRing[Int(passed)] = -1 }
        path.removeLast(loop.count)
        if loop.count >= 3 { rings.append(loop) }
      }
      placeInRing[Int(vertex)] = Int32(path.count)
      path.append(vertex)
    }
    for passed in path { placeInRing[Int(passed)] = -1 }
    if path.count >= 3 { rings.append(path) }
  }
}
