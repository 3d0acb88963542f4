extension Study {
  /// The white zone of each piece of the mesh, if any.
  ///
  /// - Complexity: O(pieces).
  func zoneOfPiece() -> Column<Piece, Index<WhiteZone>> {
    var zoneOfPiece = Column<Piece, Index<WhiteZone>>(repeating: .missing, count: mesh.pieces.count)
    for (index, zone) in figures.zones.enumerated() {
      for piece in zone.pieces { zoneOfPiece[piece] = Index(index) }
    }
    return zoneOfPiece
  }

  /// The white zone of each part, if any; what a CPTS covers of a piece is in none.
  ///
  /// - Complexity: O(parts + pieces).
  func zoneOfPart() -> Column<Part, Index<WhiteZone>> {
    let zoneOfPiece = zoneOfPiece()
    let isWhite = territories.stageOfCovering.mapped { $0 < options.whiteBelow }
    return territories.parts.mapped { part in
      isWhite[part.covering] ? zoneOfPiece[part.piece] : .missing
    }
  }
}
