/// What one CPTS covers.
struct CPTSFigures: Sendable {
  var population = 0
  /// People who live also in another CPTS at `projet` or above.
  var sharedPopulation = 0
  /// People of the cells of a grid, by exact shares, before calibration; nil without a grid.
  var gridPopulation: Double?
  var squareMetres = 0.0
  /// Pieces of the mesh in the territory.
  var pieces: [Int32] = []
  /// Communes wholly or partly in the territory, by code.
  var communes: [Int32] = []
  /// Contiguous groups of its pieces; units without polygon are in none.
  var groupCount = 0
  var departments: [String] = []
  var regions: [String] = []
}

/// Measures every CPTS.
enum CPTSMeasure {
  /// - Complexity: O(parts of all CPTS + edges of their units).
  static func figures(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ grid: GridPeople? = nil
  ) -> [CPTSFigures] {
    let isShared = territories.coverings.map { covering in
      covering.count { territories.cpts[Int($0)].stage >= .project } > 1
    }
    var components = Components(mesh)
    let partsOfCPTS = territories.partsOfCPTS()
    return territories.cpts.indices.map { index in
      var figures = CPTSFigures()
      figures.gridPopulation = grid.map { _ in 0 }
      var named = NamedUnits()
      for part in partsOfCPTS[index].lazy.map({ territories.parts[Int($0)] }) {
        figures.population += part.population
        figures.squareMetres += mesh.areas[Int(part.piece)] * part.areaShare
        if territories.cpts[index].stage >= .project, isShared[Int(part.covering)] {
          figures.sharedPopulation += part.population
        }
        if figures.pieces.last != part.piece { figures.pieces.append(part.piece) }
        if let grid {
          figures.gridPopulation? += grid.people[Int(part.piece)] * part.areaShare
        }
        named.add(part)
      }
      figures.groupCount = components.count(
        of: figures.pieces.filter { mesh.hasGeometry(Int(mesh.pieces.unit[Int($0)])) },
        main: named.pieces)
      (figures.communes, figures.departments, figures.regions) = units.places(of: named.units)
      return figures
    }
  }
}

/// The units that a place is named after, and its pieces of them: those of which it holds at least a
/// hundredth, in people or in area; where it holds so little of each, all of them.
struct NamedUnits {
  private var main: (units: [Int32], pieces: [Int32]) = ([], [])
  private var all: (units: [Int32], pieces: [Int32]) = ([], [])

  /// - Parameter part: parts come sorted by unit, then by piece.
  mutating func add(_ part: Part) {
    Self.add(part, to: &all)
    if !part.isSlight { Self.add(part, to: &main) }
  }

  var units: [Int32] { main.units.isEmpty ? all.units : main.units }
  var pieces: [Int32] { main.pieces.isEmpty ? all.pieces : main.pieces }

  private static func add(_ part: Part, to list: inout (units: [Int32], pieces: [Int32])) {
    if list.units.last != part.unit { list.units.append(part.unit) }
    if list.pieces.last != part.piece { list.pieces.append(part.piece) }
  }
}

extension StudyUnits {
  /// Communes by code, departments and regions, each once, of some units.
  func places(of members: [Int32]) -> (communes: [Int32], departments: [String], regions: [String])
  {
    let communes = Set(members.map { units[Int($0)].commune }).sorted()
    let departments = Set(members.map { units[Int($0)].department }).subtracting([""]).sorted()
    let regions = Set(members.map { units[Int($0)].region }).subtracting([""]).sorted()
    return (communes, departments, regions)
  }
}

/// Counts contiguous groups of pieces: those that share a border of positive length belong together, a
/// shared corner is not enough.
struct Components {
  private let mesh: Mesh
  /// For each piece, its place in the set at hand; -1 outside.
  private var place: [Int32]

  init(_ mesh: Mesh) {
    self.mesh = mesh
    place = Array(repeating: -1, count: mesh.pieces.count)
  }

  /// Groups that hold one of the main pieces: crumbs of drawing make none.
  ///
  /// - Complexity: O(edges of the pieces).
  mutating func count(of members: [Int32], main: [Int32]) -> Int {
    for (index, piece) in members.enumerated() { place[Int(piece)] = Int32(index) }
    defer { for piece in members { place[Int(piece)] = -1 } }
    var sets = UnionFind(count: members.count)
    for (index, piece) in members.enumerated() {
      for edge in mesh.borders[Int(piece)] {
        let other = mesh.piece(across: Int(edge), from: piece)
        guard other >= 0, place[Int(other)] >= 0 else { continue }
        sets.unite(Int32(index), place[Int(other)])
      }
    }
    var groups: Set<Int32> = []
    for piece in main where place[Int(piece)] >= 0 { groups.insert(sets.find(place[Int(piece)])) }
    return groups.count
  }
}

extension Mesh {
  /// The piece on the other side of an edge, or `EdgeTable.outside`.
  func piece(across edge: Int, from piece: Int32) -> Int32 {
    edges.left[edge] == piece ? edges.right[edge] : edges.left[edge]
  }
}
