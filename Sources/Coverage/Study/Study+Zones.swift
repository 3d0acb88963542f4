extension Study {
  /// The white zone of each piece of the mesh, or -1.
  ///
  /// - Complexity: O(pieces).
  func zoneOfPiece() -> Column<Piece, Int32> {
    var zoneOfPiece = Column<Piece, Int32>(repeating: -1, count: mesh.pieces.count)
    for (index, zone) in figures.zones.enumerated() {
      for piece in zone.pieces { zoneOfPiece[piece] = Int32(index) }
    }
    return zoneOfPiece
  }

  /// The white zone of each part, or -1; what a CPTS covers of a piece is in none.
  ///
  /// - Complexity: O(parts + pieces).
  func zoneOfPart() -> [Int32] {
    let zoneOfPiece = zoneOfPiece()
    let whiteBelow = options.whiteBelow
    let isWhite = territories.stageOfCovering.map { $0 < whiteBelow }
    return territories.parts.map { part in
      isWhite[Int(part.covering)] ? zoneOfPiece[part.piece] : -1
    }
  }
}
