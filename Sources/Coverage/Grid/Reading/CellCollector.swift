/// Why a row of a gridded population is set aside.
enum GridRowProblem: Equatable {
  /// Its values may have shifted.
  case irregular
  case noName
  case noPosition
  case noPopulation
  /// Its corner does not fit the other cells of its system and size.
  case misaligned
  /// There are as many grids as a study can hold.
  case tooManyGrids
  /// The cell is at this line already, with so many people; here it has others, or as many.
  case duplicate(line: Int, people: Double, here: Double)
  /// An earlier file has the cell, at this line unless it is a picture.
  case inOtherFile(String, line: Int?, people: Double, here: Double)
  /// Smaller cells of the file lie in it.
  case holdsSmallerCells
}

/// A row that proves useless once all are known.
struct LateProblem {
  let line: Int
  let name: CellName
  let problem: GridRowProblem
}

/// What gathers the rows of a gridded population.
protocol GridRowCollector {
  /// - Returns: why the row cannot be used, if it cannot.
  mutating func take(_ row: GridRow) -> GridRowProblem?
}

extension GridRow {
  /// No cell holds more people than this: sums stay exact enough and finite.
  private static let mostPeople = 1e9

  var hasPopulation: Bool { people >= 0 && people <= Self.mostPeople }
}

/// Cells by the grid that they belong to.
struct CellCollector: GridRowCollector {
  private var grids: [CellGrid] = []
  private var current = 0
  /// Rows that the file may have; room is made for them when the first comes.
  private let expectedRows: Int
  /// Whether the line of each cell is wanted, to compare files.
  private let keepingLines: Bool

  /// Systems × sizes × shifts: more are no population grid but damage.
  private static let mostGrids = 64

  init(expectedRows: Int, keepingLines: Bool) {
    self.expectedRows = expectedRows
    self.keepingLines = keepingLines
  }

  mutating func take(_ row: GridRow) -> GridRowProblem? {
    guard let name = row.name else { return .noName }
    guard row.hasPopulation else { return .noPopulation }
    let cell = CellPlace(name)
    if current >= grids.count || grids[current].frame != cell.frame {
      guard let grid = index(of: cell.frame) else { return .tooManyGrids }
      current = grid
    }
    grids[current].append(cell.key, people: row.people, line: row.line)
    return nil
  }

  private mutating func index(of frame: CellFrame) -> Int? {
    if let known = grids.firstIndex(where: { $0.frame == frame }) { return known }
    guard grids.count < Self.mostGrids else { return nil }
    grids.append(CellGrid(frame: frame, expectedCells: grids.isEmpty ? expectedRows : 0))
    return grids.count - 1
  }

  /// The layers, and by line the rows that prove useless once all are known.
  ///
  /// - Complexity: O(cells), and a sort of what is set aside; a look at each smaller cell where cells of
  ///   several sizes are in one system.
  consuming func finish() -> (layers: [PopulationGrid.Layer], setAside: [LateProblem]) {
    var layers: [PopulationGrid.Layer] = []
    var setAside: [LateProblem] = []
    var tables: [CellTable] = []
    grids.sort { $0.isPreferred(to: $1) }
    for index in grids.indices {
      let grid = grids[index]
      grids[index] = CellGrid(frame: grid.frame, expectedCells: 0)
      let earlier = index > 0 ? grids[index - 1].frame : nil
      if let earlier, earlier.isSameGround(as: grid.frame) {
        setAside += grid.allMisaligned
        continue
      }
      if earlier?.system != grid.frame.system { tables = [] }
      let (table, people, lines) = grid.sorted(
        without: grid.frame.keys(holding: tables), keepingLines: keepingLines, &setAside)
      tables.append(table)
      guard !people.isEmpty else { continue }
      layers.append(
        PopulationGrid.Layer(
          reference: "EPSG:\(grid.frame.system)", ground: .cells(table), people: people,
          lines: lines))
    }
    setAside.sort { $0.line < $1.line }
    return (layers, setAside)
  }
}
