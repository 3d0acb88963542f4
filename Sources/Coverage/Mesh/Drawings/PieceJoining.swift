/// Which pieces of the same unit become one.
struct PieceJoining: Sendable {
  /// The pieces that are left, numbered as `Pieces` are: by unit, the largest first.
  let pieces: Pieces
  private let joined: Column<Piece, Index<Piece>>

  /// Gives pieces the drawings over another piece of their unit, and makes those one that then have the same
  /// and border each other.
  ///
  /// - Parameters:
  ///   - targets: for each piece, the one whose drawings it has; itself, nearly always.
  ///   - areas: square metres of each unit.
  /// - Complexity: O(edges + pieces).
  init(
    _ targets: Column<Piece, Index<Piece>>, _ pieces: Pieces, _ edges: EdgeTable<Piece>,
    areas: Column<Unit, Double>
  ) {
    let labels = targets.mapped { pieces.label[$0] }
    var sets = UnionFind<Piece>(count: pieces.count)
    for (piece, target) in targets.pairs where piece != target { sets.unite(piece, target) }
    for edge in edges.indices {
      let (left, right) = (edges.left[edge], edges.right[edge])
      guard left.exists, right.exists, left != right, labels[left] == labels[right],
        pieces.unit[left] == pieces.unit[right]
      else { continue }
      sets.unite(left, right)
    }
    var groups: [[Index<Piece>]] = []
    groups.reserveCapacity(pieces.count)
    for unit in areas.indices {
      let span = pieces.of(unit)
      if span.count == 1 {
        groups.append([span.lowerBound])
      } else {
        groups += Self.groups(of: span, pieces, &sets)
      }
    }
    self.pieces = Pieces(pieces, inGroups: groups, labels: labels, areas: areas)
    var joined = Column<Piece, Index<Piece>>(repeating: .missing, count: pieces.count)
    for (place, members) in groups.enumerated() {
      for piece in members { joined[piece] = Index(place) }
    }
    self.joined = joined
  }

  /// The largest first.
  private static func groups(
    of span: Range<Index<Piece>>, _ pieces: Pieces, _ sets: inout UnionFind<Piece>
  ) -> [[Index<Piece>]] {
    var placeOfRoot: [Index<Piece>: Int] = [:]
    var groups: [(area: Double, members: [Index<Piece>])] = []
    for piece in span {
      let root = sets.find(piece)
      let place = placeOfRoot[root] ?? groups.count
      if place == groups.count {
        placeOfRoot[root] = place
        groups.append((0, []))
      }
      groups[place].area += pieces.squareMetres[piece]
      groups[place].members.append(piece)
    }
    return groups.sorted { ($1.area, $0.members[0]) < ($0.area, $1.members[0]) }.map(\.members)
  }

  /// What a piece, or the outside, is now.
  subscript(_ piece: Index<Piece>) -> Index<Piece> { piece.exists ? joined[piece] : piece }

  /// Sums of what the pieces that became one had.
  func sums(_ values: Column<Piece, Double>) -> Column<Piece, Double> {
    var sums = Column<Piece, Double>(repeating: 0, count: pieces.count)
    for (piece, value) in values.pairs { sums[joined[piece]] += value }
    return sums
  }
}
