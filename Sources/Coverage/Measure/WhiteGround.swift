/// What is uncovered, part by part, and what a set of pieces would be as a white zone.
struct WhiteGround: Sendable {
  let territories: Territories
  let mesh: Mesh
  /// The stage from which people count as covered.
  let lowest: Stage
  /// The highest stage of each covering.
  var stages: Column<Covering, Stage>
  let partsOfPiece: Grouping<Piece, Part>

  /// - Complexity: O(parts + coverings).
  init(_ territories: Territories, _ mesh: Mesh, whiteBelow lowest: Stage) {
    self.territories = territories
    self.mesh = mesh
    self.lowest = lowest
    stages = territories.stageOfCovering
    partsOfPiece = territories.partsOfPiece(count: mesh.pieces.count)
  }

  func whiteParts(of piece: Index<Piece>) -> some Sequence<Part> {
    // The sequence keeps what it needs, not a copy of all of this.
    let (parts, stages, lowest) = (territories.parts, stages, lowest)
    return partsOfPiece[piece].lazy.map { parts[$0] }
      .filter { stages[$0.covering] < lowest }
  }

  /// The uncovered parts of some pieces as a zone, without id and neighbours.
  ///
  /// - Complexity: O(parts).
  func zone(of members: [Index<Piece>]) -> WhiteZone {
    var peopleOfUnit: [Index<Unit>: Int] = [:]
    var named = NamedUnits()
    var zone = (people: 0, squareMetres: 0.0, status: WhiteZoneStatus.none)
    for piece in members {
      for part in whiteParts(of: piece) {
        peopleOfUnit[part.unit, default: 0] += part.population
        zone.people += part.population
        zone.squareMetres += mesh.areas[piece] * part.areaShare
        if stages[part.covering] >= .project { zone.status = .projectEmerging }
        named.add(part)
      }
    }
    let main = peopleOfUnit.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? Index(0)
    return WhiteZone(
      mainUnit: main, status: zone.status, population: zone.people,
      squareMetres: zone.squareMetres, pieces: members, units: named.units)
  }
}
