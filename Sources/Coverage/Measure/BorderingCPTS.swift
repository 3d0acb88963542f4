/// Which CPTS at the stage required or above border some uncovered land.
struct BorderingCPTS: Sendable {
  private let ground: WhiteGround
  /// For each covering, the CPTS in it that count.
  private let counting: Column<Covering, [Index<DatedCPTS>]>

  /// - Parameter lowest: the stage from which a CPTS counts.
  /// - Complexity: O(coverings).
  init(_ ground: WhiteGround, from lowest: Stage) {
    self.ground = ground
    let territories = ground.territories
    counting = territories.coverings.mapped { covering in
      covering.filter { territories[$0].stage >= lowest }
    }
  }

  /// Those in any part of a piece.
  func covering(_ piece: Index<Piece>) -> [Index<DatedCPTS>] {
    let members = ground.partsOfPiece[piece]
    if members.count == 1, let only = members.first {
      return counting[ground.territories.parts[only].covering]
    }
    return Array(Set(members.flatMap { counting[ground.territories.parts[$0].covering] }))
  }

  /// Those along the border of some pieces, by id, and how much of it each has. What covers the rest of a
  /// unit that a list divides by people borders the land inside the unit.
  ///
  /// - Parameter isInside: whether a piece is one of them.
  /// - Complexity: O(edges of the pieces).
  func neighbours(
    of pieces: [Index<Piece>], isInside: (Index<Piece>) -> Bool
  ) -> [WhiteZone.Neighbour] {
    var metresOfCPTS: [Index<DatedCPTS>: Double] = [:]
    var border = 0.0
    for piece in pieces {
      for cpts in covering(piece) { metresOfCPTS[cpts, default: 0] += 0 }
      for edge in ground.mesh.borders[piece] {
        let other = ground.mesh.piece(across: edge, from: piece)
        guard other.exists, !isInside(other) else { continue }
        let metres = ground.mesh.length(of: edge)
        border += metres
        for cpts in covering(other) { metresOfCPTS[cpts, default: 0] += metres }
      }
    }
    return metresOfCPTS.sorted { $0.key < $1.key }.map {
      WhiteZone.Neighbour(cpts: $0.key, metres: $0.value, share: border > 0 ? $0.value / border : 0)
    }
  }
}
