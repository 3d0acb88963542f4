/// What one CPTS covers.
struct CPTSFigures: Sendable {
  /// Whether the study is of it; the others are neighbours.
  var isStudied = true
  var population = 0
  /// How far its people are known, and how many of its units have none that a file gives.
  var known = CountedPeople.Known.all
  var unknownUnits = 0
  /// Those of them whom the study is not of.
  var peopleOutside = 0
  /// People who live also in another CPTS at `projet` or above.
  var sharedPopulation = 0
  /// People of the cells of a grid, by exact shares, before calibration; nil without a grid.
  var gridPopulation: Double?
  var squareMetres = 0.0
  /// Pieces of the mesh in the territory.
  var pieces: [Index<Piece>] = []
  /// Communes wholly or partly in the territory, by code.
  var communes: [Int32] = []
  /// Contiguous groups of its pieces; units without polygon are in none.
  var groupCount = 0
  var departments: [String] = []
  var regions: [String] = []

  var people: CountedPeople { CountedPeople(count: population, known: known) }
}

/// Measures every CPTS.
enum CPTSMeasure {
  /// - Complexity: O(parts of all CPTS + edges of their units).
  static func figures(
    _ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, _ grid: GridPeople? = nil
  ) -> [CPTSFigures] {
    let areStudied = territories.areStudied(units.area)
    let isShared = territories.coverings.mapped { covering in
      covering.count { territories[$0].stage >= .project } > 1
    }
    var components = Components(mesh)
    let partsOfCPTS = territories.partsOfCPTS()
    return territories.cpts.indices.map { index in
      var figures = CPTSFigures()
      figures.isStudied = areStudied[Index(index)]
      figures.gridPopulation = grid.map { _ in 0 }
      var named = NamedUnits()
      for part in partsOfCPTS[Index(index)].lazy.map({ territories.parts[$0] }) {
        figures.population += part.population
        if !part.isStudied { figures.peopleOutside += part.population }
        figures.squareMetres += mesh.areas[part.piece] * part.areaShare
        if territories.cpts[index].stage >= .project, isShared[part.covering] {
          figures.sharedPopulation += part.population
        }
        if figures.pieces.last != part.piece { figures.pieces.append(part.piece) }
        if let grid {
          figures.gridPopulation? += grid.people[part.piece] * part.areaShare
        }
        named.add(part)
      }
      figures.groupCount = components.count(
        of: figures.pieces.filter { mesh.hasGeometry(mesh.pieces.unit[$0]) },
        main: named.pieces)
      (figures.communes, figures.departments, figures.regions) = units.places(of: named.units)
      figures.unknownUnits = units.unknownCount(of: named.units)
      figures.known = CountedPeople.Known(
        figures.population, unknown: figures.unknownUnits, of: named.units.count)
      return figures
    }
  }
}

/// The units that a place is named after, and its pieces of them: those of which it holds at least a
/// hundredth, in people or in area; where it holds so little of each, all of them.
struct NamedUnits {
  private var main: (units: [Index<Unit>], pieces: [Index<Piece>]) = ([], [])
  private var all: (units: [Index<Unit>], pieces: [Index<Piece>]) = ([], [])

  /// - Parameter part: parts come sorted by unit, then by piece.
  mutating func add(_ part: Part) {
    Self.add(part, to: &all)
    if !part.isSlight { Self.add(part, to: &main) }
  }

  var units: [Index<Unit>] { main.units.isEmpty ? all.units : main.units }
  var pieces: [Index<Piece>] { main.pieces.isEmpty ? all.pieces : main.pieces }

  private static func add(
    _ part: Part, to list: inout (units: [Index<Unit>], pieces: [Index<Piece>])
  ) {
    if list.units.last != part.unit { list.units.append(part.unit) }
    if list.pieces.last != part.piece { list.pieces.append(part.piece) }
  }
}

extension StudyUnits {
  /// Communes by code, departments and regions, each once, of some units.
  func places(
    of members: [Index<Unit>]
  ) -> (communes: [Int32], departments: [String], regions: [String]) {
    let communes = Set(members.map { self[$0].commune }).sorted()
    let departments = Set(members.map { self[$0].department }).subtracting([""]).sorted()
    let regions = Set(members.map { self[$0].region }).subtracting([""]).sorted()
    return (communes, departments, regions)
  }
}

/// Counts contiguous groups of pieces: those that share a border of positive length belong together, a
/// shared corner is not enough.
struct Components {
  private let mesh: Mesh
  /// For each piece, its place in the set at hand, if any.
  private var place: Column<Piece, Index<Member>>

  private enum Member {}

  init(_ mesh: Mesh) {
    self.mesh = mesh
    place = Column(repeating: .missing, count: mesh.pieces.count)
  }

  /// Groups that hold one of the main pieces: crumbs of drawing make none.
  ///
  /// - Complexity: O(edges of the pieces).
  mutating func count(of members: [Index<Piece>], main: [Index<Piece>]) -> Int {
    for (index, piece) in members.enumerated() { place[piece] = Index(index) }
    defer { for piece in members { place[piece] = .missing } }
    var sets = UnionFind<Member>(count: members.count)
    for piece in members {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard other.exists, place[other].exists else { continue }
        sets.unite(place[piece], place[other])
      }
    }
    var groups: Set<Index<Member>> = []
    for piece in main where place[piece].exists { groups.insert(sets.find(place[piece])) }
    return groups.count
  }
}
