/// What one CPTS covers.
struct CPTSFigures: Sendable {
  var population = 0
  /// People who live also in another CPTS at `projet` or above.
  var sharedPopulation = 0
  var squareMetres = 0.0
  /// Units wholly or partly in the territory, by code.
  var units: [Int32] = []
  var communes: [Int32] = []
  /// Contiguous pieces of the territory; units without polygon are in none.
  var pieces = 0
  var departments: [String] = []
  var regions: [String] = []
}

/// Measures every CPTS.
enum CPTSMeasure {
  /// - Complexity: O(parts of all CPTS + edges of their units).
  static func figures(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh
  ) -> [CPTSFigures] {
    let isShared = territories.coverings.map { covering in
      covering.count { territories.cpts[Int($0)].stage >= .project } > 1
    }
    var components = Components(mesh)
    let partsOfCPTS = territories.partsOfCPTS()
    return territories.cpts.indices.map { index in
      var figures = CPTSFigures()
      for part in partsOfCPTS[index].lazy.map({ territories.parts[Int($0)] }) {
        figures.population += part.population
        figures.squareMetres += mesh.areas[Int(part.unit)] * part.areaShare
        if territories.cpts[index].stage >= .project, isShared[Int(part.covering)] {
          figures.sharedPopulation += part.population
        }
        if figures.units.last != part.unit { figures.units.append(part.unit) }
      }
      figures.pieces = components.count(of: figures.units.filter { mesh.hasGeometry(Int($0)) })
      (figures.communes, figures.departments, figures.regions) = units.places(of: figures.units)
      return figures
    }
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

/// Counts contiguous pieces of sets of units: those that share a border of positive length belong
/// together, a shared corner is not enough.
struct Components {
  private let mesh: Mesh
  /// For each unit, its place in the set at hand; -1 outside.
  private var place: [Int32]

  init(_ mesh: Mesh) {
    self.mesh = mesh
    place = Array(repeating: -1, count: mesh.unitCount)
  }

  /// - Complexity: O(edges of the units).
  mutating func count(of members: [Int32]) -> Int {
    for (index, unit) in members.enumerated() { place[Int(unit)] = Int32(index) }
    defer { for unit in members { place[Int(unit)] = -1 } }
    var sets = UnionFind(count: members.count)
    var pieces = members.count
    for (index, unit) in members.enumerated() {
      for edge in mesh.borders[Int(unit)] {
        let other = mesh.unit(across: Int(edge), from: unit)
        guard other >= 0, place[Int(other)] >= 0 else { continue }
        if sets.unite(Int32(index), place[Int(other)]) { pieces -= 1 }
      }
    }
    return pieces
  }
}

extension Mesh {
  /// The unit on the other side of an edge, or `EdgeTable.outside`.
  func unit(across edge: Int, from unit: Int32) -> Int32 {
    edges.left[edge] == unit ? edges.right[edge] : edges.left[edge]
  }
}
