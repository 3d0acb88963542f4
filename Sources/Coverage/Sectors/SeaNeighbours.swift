/// The CPTS nearest to a sector that the sea surrounds, from main commune to main commune, in its region.
struct SeaNeighbours {
  private let ground: WhiteGround
  private let units: StudyUnits
  private let points: UnitPoints
  /// Main units of the CPTS at the stage required or above, by CPTS.
  private let mains: [(cpts: Index<DatedCPTS>, unit: Index<Unit>)]

  /// - Complexity: O(parts of all CPTS).
  init(_ ground: WhiteGround, _ units: StudyUnits, _ points: UnitPoints) {
    self.ground = ground
    self.units = units
    self.points = points
    let territories = ground.territories
    let partsOfCPTS = territories.partsOfCPTS()
    mains = territories.cpts.indices.compactMap { index in
      let cpts = Index<DatedCPTS>(index)
      guard territories[cpts].stage >= ground.lowest else { return nil }
      return territories.mainUnit(partsOfCPTS[cpts]).map { (cpts, $0) }
    }
  }

  /// - Returns: nil where land lies beside the sector, or no CPTS is in its region.
  /// - Complexity: O(edges of the sector), and for an island O(CPTS).
  func nearest(to sector: Sector, isInside: (Index<Piece>) -> Bool) -> Index<DatedCPTS>? {
    guard let point = points[sector.mainUnit], isIsland(sector, isInside) else { return nil }
    let region = units[sector.mainUnit].region
    var nearest: (metres: Double, cpts: Index<DatedCPTS>)?
    for main in mains where units[main.unit].region == region {
      guard let metres = points[main.unit]?.metres(to: point) else { continue }
      if metres < nearest?.metres ?? .infinity { nearest = (metres, main.cpts) }
    }
    return nearest?.cpts
  }

  private func isIsland(_ sector: Sector, _ isInside: (Index<Piece>) -> Bool) -> Bool {
    sector.pieces.allSatisfy { piece in
      ground.mesh.borders[piece].allSatisfy { edge in
        let other = ground.mesh.piece(across: edge, from: piece)
        return !other.exists || other == piece || isInside(other)
      }
    }
  }
}
