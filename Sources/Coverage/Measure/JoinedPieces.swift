/// Joins newly uncovered pieces with each other, with strips, and with the cores of white zones, each of
/// which is one place however large it is.
struct JoinedPieces {
  private let mesh: Mesh
  /// For each piece, its place among those at hand, if any.
  private var place: Column<Piece, Index<UncoveredGroups.Place>>

  /// What one zone is made of.
  struct Members {
    /// Pieces in no core.
    var pieces: [Index<Piece>] = []
    /// Groups whose cores are in it.
    var cores: [Index<WhiteCores.Group>] = []
  }

  init(_ mesh: Mesh) {
    self.mesh = mesh
    place = Column(repeating: .missing, count: mesh.pieces.count)
  }

  /// - Parameters:
  ///   - singles: pieces in no core, in ascending order.
  ///   - isNarrow: by their place.
  ///   - groups: groups around them, of which strips are among the singles.
  /// - Complexity: O(edges of the singles).
  mutating func zones(
    _ singles: [Index<Piece>], _ isNarrow: [Bool], _ groups: [Index<WhiteCores.Group>],
    _ cores: WhiteCores
  ) -> [Members] {
    let joined = groups.filter { $0 < cores.cores.endIndex }
    // A core stands at the place of its first piece: places are in the order of pieces.
    let ofCores = joined.map { cores.cores[$0].extent.firstPiece }
    let members = Column<UncoveredGroups.Place, Index<Piece>>((singles + ofCores).sorted())
    for (index, piece) in members.pairs { place[piece] = index }
    var narrow = Column<UncoveredGroups.Place, Bool>(repeating: false, count: members.count)
    for (piece, isNarrow) in zip(singles, isNarrow) { narrow[place[piece]] = isNarrow }
    let placeOfCore = Dictionary(
      uniqueKeysWithValues: zip(joined, ofCores).map { ($0, place[$1]) })
    let edges = Set(singles.flatMap { mesh.borders[$0] }).sorted()
    var besides: [Index<Piece>] = []
    for edge in edges {
      for piece in [mesh.edges.left[edge], mesh.edges.right[edge]]
      where piece.exists && !place[piece].exists {
        guard let core = placeOfCore[cores.core(of: piece)] else { continue }
        place[piece] = core
        besides.append(piece)
      }
    }
    defer { for piece in members.values + besides { place[piece] = .missing } }
    return UncoveredGroups(members, place: place, isNarrow: narrow).groups(edges, mesh).zones
      .map { pieces in
        let isOfCore = pieces.map { placeOfCore[cores.core(of: $0)] != nil }
        return Members(
          pieces: zip(pieces, isOfCore).filter { !$0.1 }.map { $0.0 },
          cores: zip(pieces, isOfCore).filter { $0.1 }.map { cores.core(of: $0.0) })
      }
  }
}
