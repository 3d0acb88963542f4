/// The regions that a map tells apart: a department × what covers it. Pieces of the mesh that agree in
/// both are one face, so that the map has thousands of faces where the mesh has tens of thousands. What
/// the study is not of has none.
struct DisplayFaces: Sendable {
  struct Face: Hashable, Sendable {
    /// Index in `departments`.
    let department: Int32
    /// Number in the table of places.
    let place: Int32
    let stage: Stage
  }

  /// Codes of departments, ascending; empty where the file does not say.
  let departments: [String]
  /// Region of each department.
  let regions: [String]
  private(set) var faces: [Face] = []
  /// Face of each piece of the mesh; -1 without polygon.
  private(set) var faceOfPiece: Column<Piece, Int32>

  /// Communes of some kinds, department by department; `place` is the kind.
  ///
  /// - Parameter kindOfCommune: -1 for what has no face.
  /// - Complexity: O(pieces).
  init(_ units: StudyUnits, _ mesh: Mesh, kindOfCommune: [Int32]) {
    (departments, regions) = Self.departments(of: units)
    let indexOfDepartment = Dictionary(
      uniqueKeysWithValues: departments.enumerated().map { ($1, Int32($0)) })
    faceOfPiece = Column(repeating: -1, count: mesh.pieces.count)
    var numbers: [Face: Int32] = [:]
    for piece in faceOfPiece.indices {
      let unit = mesh.pieces.unit[piece]
      let kind = kindOfCommune[Int(units[unit].commune)]
      guard kind >= 0, mesh.hasGeometry(unit) else { continue }
      let face = Face(
        department: indexOfDepartment[units[unit].department] ?? 0, place: kind, stage: .none)
      let number = numbers[face] ?? Int32(faces.count)
      if numbers.updateValue(number, forKey: face) == nil { faces.append(face) }
      faceOfPiece[piece] = number
    }
  }

  /// Departments of what the study is of, and the region of each.
  private static func departments(of units: StudyUnits) -> (codes: [String], regions: [String]) {
    let studied = units.studied
    let codes = Set(studied.map { $0.department }).sorted()
    var regionOfDepartment: [String: String] = [:]
    for unit in studied where regionOfDepartment[unit.department] == nil {
      regionOfDepartment[unit.department] = unit.region
    }
    return (codes, codes.map { regionOfDepartment[$0] ?? "" })
  }

  /// - Complexity: O(parts + pieces).
  init(
    _ units: StudyUnits, _ territories: Territories, _ mesh: Mesh, _ sectors: [Sector],
    _ places: inout PlaceTable
  ) {
    (departments, regions) = Self.departments(of: units)
    let indexOfDepartment = Dictionary(
      uniqueKeysWithValues: departments.enumerated().map { ($1, Int32($0)) })
    var sectorOfPart = Column<Part, Index<Sector>>(
      repeating: .missing, count: territories.parts.count)
    for (index, sector) in sectors.enumerated() {
      for part in sector.parts { sectorOfPart[part] = Index(index) }
    }
    faceOfPiece = Column(repeating: -1, count: mesh.pieces.count)
    let stages = territories.stageOfCovering
    let active = territories.coverings.mapped { covering in
      covering.filter { territories[$0].stage >= .project }
    }
    var faceOfKey: [SIMD4<Int32>: Int32] = [:]
    var numbers: [Face: Int32] = [:]
    var start = territories.parts.startIndex
    while start < territories.parts.endIndex {
      let first = territories.parts[start]
      var end = start + 1
      while end < territories.parts.endIndex, territories.parts[end].piece == first.piece {
        end = end + 1
      }
      defer { start = end }
      let piece = first.piece
      guard first.isStudied, mesh.hasGeometry(first.unit) else { continue }
      let department = indexOfDepartment[units[first.unit].department] ?? 0
      // Nearly every piece has one part, and pieces of one territory follow each other.
      let key = SIMD4(department, first.covering.raw, sectorOfPart[start].raw, 0)
      if end == start + 1, let face = faceOfKey[key] {
        faceOfPiece[piece] = face
        continue
      }
      let coverings = territories.parts[start..<end].map { $0.covering }
      let own = Set((start..<end).map { sectorOfPart[$0] }.filter { $0.exists }).sorted()
      let place = MapPlace(
        cpts: Set(coverings.flatMap { active[$0] }).sorted(),
        zones: Set(own.map { sectors[Int($0)].zone }).sorted(), sectors: own)
      let face = Face(
        department: department, place: places.number(of: place),
        stage: coverings.map { stages[$0] }.max() ?? .none)
      let number = numbers[face] ?? Int32(faces.count)
      if numbers.updateValue(number, forKey: face) == nil { faces.append(face) }
      if end == start + 1 { faceOfKey[key] = number }
      faceOfPiece[piece] = number
    }
  }
}
