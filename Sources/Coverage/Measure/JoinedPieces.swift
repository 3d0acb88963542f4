/// Joins newly uncovered pieces with each other, with strips, and with the cores of white zones, each of
/// which is one place however large it is.
struct JoinedPieces {
  private let mesh: Mesh
  /// For each piece, its place among those at hand, or -1.
  private var place: [Int32]

  /// What one zone is made of.
  struct Members {
    /// Pieces in no core.
    var pieces: [Int32] = []
    /// Groups whose cores are in it.
    var cores: [Int32] = []
  }

  init(_ mesh: Mesh) {
    self.mesh = mesh
    place = Array(repeating: -1, count: mesh.pieces.count)
  }

  /// - Parameters:
  ///   - singles: pieces in no core, in ascending order.
  ///   - isNarrow: by their place.
  ///   - groups: groups around them, of which strips are among the singles.
  /// - Complexity: O(edges of the singles).
  mutating func zones(
    _ singles: [Int32], _ isNarrow: [Bool], _ groups: [Int32], _ cores: WhiteCores
  ) -> [Members] {
    let joined = groups.filter { Int($0) < cores.cores.count }
    // A core stands at the place of its first piece: places are in the order of pieces.
    let ofCores = joined.map { cores.cores[Int($0)].extent.firstPiece }
    let members = (singles + ofCores).sorted()
    for (index, piece) in members.enumerated() { place[Int(piece)] = Int32(index) }
    var narrow = [Bool](repeating: false, count: members.count)
    for (piece, isNarrow) in zip(singles, isNarrow) { narrow[Int(place[Int(piece)])] = isNarrow }
    let placeOfCore = Dictionary(
      uniqueKeysWithValues: zip(joined, ofCores).map { ($0, place[Int($1)]) })
    let edges = Set(singles.flatMap { mesh.borders[Int($0)] }).sorted().map { Int($0) }
    var besides: [Int32] = []
    for edge in edges {
      for piece in [mesh.edges.left[edge], mesh.edges.right[edge]]
      where piece >= 0 && place[Int(piece)] < 0 {
        guard let core = placeOfCore[cores.core(of: piece)] else { continue }
        place[Int(piece)] = core
        besides.append(piece)
      }
    }
    defer { for piece in members + besides { place[Int(piece)] = -1 } }
    return UncoveredGroups(members, place: place, isNarrow: narrow).groups(edges, mesh).zones
      .map { pieces in
        let isOfCore = pieces.map { placeOfCore[cores.core(of: $0)] != nil }
        return Members(
          pieces: zip(pieces, isOfCore).filter { !$0.1 }.map { $0.0 },
          cores: zip(pieces, isOfCore).filter { $0.1 }.map { cores.core(of: $0.0) })
      }
  }
}
