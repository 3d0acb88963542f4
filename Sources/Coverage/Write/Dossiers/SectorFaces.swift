/// The regions that the maps of sectors tell apart: a sector, or none, × what covers it × a department.
/// Pieces of the mesh that agree in all three are one face. What the study is not of has none.
struct SectorFaces: Sendable {
  struct Face: Hashable, Sendable {
    /// -1 outside of every sector.
    let sector: Int32
    let covering: Index<Covering>
    /// Index of its code among those of the study.
    let department: Int32
  }

  private(set) var faces: [Face] = []
  /// Faces of each sector.
  private(set) var ofSector: [[Int32]]
  /// Face of each piece of the mesh; -1 without polygon.
  private(set) var ofPiece: Column<Piece, Int32>

  /// - Complexity: O(parts + pieces).
  init(_ study: Study) {
    let mesh = study.mesh
    ofSector = Array(repeating: [], count: study.sectors.count)
    ofPiece = Column(repeating: -1, count: mesh.pieces.count)
    var sectorOfPiece = Column<Piece, Int32>(repeating: -1, count: mesh.pieces.count)
    for (number, sector) in study.sectors.enumerated() {
      for piece in sector.pieces { sectorOfPiece[piece] = Int32(number) }
    }
    var departments: [String: Int32] = [:]
    var numbers: [Face: Int32] = [:]
    for part in study.territories.parts {
      // Of parts that share a piece the first is drawn.
      guard part.isStudied, part.piece.exists, ofPiece[part.piece] < 0,
        mesh.hasGeometry(part.unit)
      else { continue }
      let code = study.units[part.unit].department
      let department = departments[code] ?? Int32(departments.count)
      departments[code] = department
      let sector = sectorOfPiece[part.piece]
      let face = Face(sector: sector, covering: part.covering, department: department)
      let number = numbers[face] ?? Int32(faces.count)
      if numbers.updateValue(number, forKey: face) == nil {
        faces.append(face)
        if sector >= 0 { ofSector[Int(sector)].append(number) }
      }
      ofPiece[part.piece] = number
    }
  }
}
