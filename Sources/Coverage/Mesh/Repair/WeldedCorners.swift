import GeoKernel

/// Corners that neighbours draw nearly at one place, made one: what rounding and noise took apart fits again, vertex by
/// vertex, before anything is cut.
///
/// Two units draw their border twice where two corners of one or more, which no other unit has, are within thirty
/// metres of such corners of the other, and one within ten: the width under which a gap is a fault of drawing. Along
/// such a border corners are one, the nearest first, but for those farther apart than a quarter of a side at either,
/// which have a shape of their own. No two corners of one unit become one, so that no side vanishes, but for sides
/// below half a millimetre: what noise makes of a corner that is drawn twice.
struct WeldedCorners: Sendable {
  /// For each vertex the one that it became part of, or itself; nil where all stay.
  private(set) var targets: Column<Vertex, Index<Vertex>>?
  /// Units with a welded corner: how many of theirs moved, and how far in metres at most.
  private(set) var moves: [(unit: Index<Unit>, move: Move)] = []

  struct Move: Sendable {
    var corners = 0
    var metres = 0.0
  }

  /// Nothing is welded.
  init() {}

  /// - Complexity: O(vertices) expected, and O(pairs × log) for corners near each other.
  init(
    _ ground: MeshGround, _ features: Column<Unit, Index<Feature>>, _ tolerance: BorderTolerance
  ) {
    let corners = LoneCorners(ground, features, tolerance)
    let pairs = corners.pairsOfBorders()
    guard !pairs.isEmpty else { return }
    var clusters = CornerClusters(corners)
    for pair in pairs { clusters.unite(pair.first, pair.second) }
    var targets = Column<Vertex, Index<Vertex>>(count: ground.vertices.count) { $0 }
    var moves = Column<Unit, Move?>(repeating: nil, count: features.count)
    clusters.forEachMove { corner, first in
      let (moved, kept) = (corners[corner], corners[first])
      targets[moved.vertex] = kept.vertex
      let (x, y) = EllipsoidMeasure.metresPerUnit(
        atLatitude: tolerance.isGeographic ? kept.place.y : nil)
      moves[kept.unit] = moves[kept.unit] ?? Move()
      var move = moves[moved.unit] ?? Move()
      move.corners += 1
      move.metres = max(move.metres, ((moved.place - kept.place) * SIMD2(x, y)).length)
      moves[moved.unit] = move
    }
    self.targets = targets
    self.moves = moves.pairs.compactMap { unit, move in move.map { (unit, $0) } }
  }
}

/// A vertex that one unit alone has.
enum Corner {}

/// Corners that are near each other, joined one by one as long as none moves too far and no unit has two apart.
private struct CornerClusters {
  private let corners: LoneCorners
  /// The next member of the cluster of each corner, around.
  private var next: Column<Corner, Index<Corner>>

  /// Units that meet in one place: more are no map.
  private static let most = 16

  init(_ corners: LoneCorners) {
    self.corners = corners
    next = Column(count: corners.count) { $0 }
  }

  /// - Parameters: corners that may meet.
  mutating func unite(_ first: Index<Corner>, _ second: Index<Corner>) {
    if next[first] != first || next[second] != second {
      let (left, right) = (members(with: first), members(with: second))
      guard left.count + right.count <= Self.most, !left.contains(second) else { return }
      for one in left {
        for other in right where !corners.mayMeet(one, other) { return }
      }
    }
    (next[first], next[second]) = (next[second], next[first])
  }

  private func members(with corner: Index<Corner>) -> [Index<Corner>] {
    var members = [corner]
    var other = next[corner]
    while other != corner {
      members.append(other)
      other = next[other]
    }
    return members
  }

  /// Each corner that moves, and the one that it moves to: the first of its cluster, which stays.
  func forEachMove(_ visit: (_ corner: Index<Corner>, _ first: Index<Corner>) -> Void) {
    for corner in next.indices where next[corner] != corner {
      var (other, first) = (next[corner], corner)
      while other != corner {
        first = min(first, other)
        other = next[other]
      }
      if first != corner { visit(corner, first) }
    }
  }
}
