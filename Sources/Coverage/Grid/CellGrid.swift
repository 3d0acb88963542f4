/// The lattice that a cell belongs to.
struct CellFrame: Equatable {
  /// EPSG code of the reference system.
  let system: Int32
  /// Metres.
  let size: Int32
  /// Metres from a multiple of the size to the corners of cells; 0 as a rule.
  let shiftNorth: Int32
  let shiftEast: Int32

  /// Whether two frames differ by their shift alone.
  func isSameGround(as other: CellFrame) -> Bool {
    system == other.system && size == other.size
  }

  /// Cells of this lattice that hold the middle of one of those smaller cells.
  ///
  /// - Complexity: O(smaller cells).
  func keys(holding tables: [CellTable]) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    let origin = SIMD2(Double(shiftEast), Double(shiftNorth))
    for table in tables {
      for position in table.rowNumbers.indices {
        let row = Double(table.rowNumbers[position])
        for cell in table.cells(ofRow: position) {
          let corner = table.origin + table.extent * SIMD2(Double(table.columns[cell]), row)
          let place = (corner + table.extent / 2 - origin) / Double(size)
          guard place.x >= 0, place.y >= 0 else { continue }
          keys.insert(CellTable.key(row: Int32(place.y), column: Int32(place.x)))
        }
      }
    }
    return keys
  }
}

/// A cell as a place in a lattice.
struct CellPlace {
  let frame: CellFrame
  let key: UInt64

  @inline(__always)
  init(_ name: CellName) {
    let row = name.north / name.size
    let column = name.east / name.size
    frame = CellFrame(
      system: name.system, size: name.size, shiftNorth: name.north - row * name.size,
      shiftEast: name.east - column * name.size)
    key = CellTable.key(row: row, column: column)
  }
}

/// The cells of one lattice, as they come.
struct CellGrid {
  let frame: CellFrame
  private var cells: [Cell] = []
  private var lines = LineNumbers()

  private struct Cell {
    let key: UInt64
    let people: Double
  }

  init(frame: CellFrame, expectedCells: Int) {
    self.frame = frame
    cells.reserveCapacity(expectedCells)
  }

  @inline(__always)
  mutating func append(_ key: UInt64, people: Double, line: Int) {
    cells.append(Cell(key: key, people: people))
    lines.append(line)
  }

  /// Whether a grid comes first: by system and size, and of those that differ by their shift alone the
  /// one with most cells.
  func isPreferred(to other: CellGrid) -> Bool {
    if frame.system != other.frame.system { return frame.system < other.frame.system }
    if frame.size != other.frame.size { return frame.size < other.frame.size }
    if cells.count != other.cells.count { return cells.count > other.cells.count }
    return (frame.shiftNorth, frame.shiftEast) < (other.frame.shiftNorth, other.frame.shiftEast)
  }

  /// All its cells as problems.
  var allMisaligned: [LateProblem] {
    cells.indices.map { LateProblem(line: lines[$0], name: name(of: $0), problem: .misaligned) }
  }

  private func name(of index: Int) -> CellName {
    let (row, column) = CellTable.place(of: cells[index].key)
    return CellName(
      system: frame.system, size: frame.size, north: row * frame.size + frame.shiftNorth,
      east: column * frame.size + frame.shiftEast)
  }

  /// The cells in order, and their people. Of several rows for one cell the first counts.
  ///
  /// - Parameters:
  ///   - excluded: cells that do not count.
  ///   - keepingLines: whether the line of each cell is wanted.
  func sorted(
    without excluded: Set<UInt64>, keepingLines: Bool, _ setAside: inout [LateProblem]
  ) -> (table: CellTable, people: [Double], lines: [UInt32]) {
    var table = CellTable(
      size: Double(frame.size), origin: SIMD2(Double(frame.shiftEast), Double(frame.shiftNorth)))
    var people: [Double] = []
    var linesKept: [UInt32] = []
    let order = ascendingOrder(of: denseKeys)
    table.reserveCapacity(cells.count)
    people.reserveCapacity(cells.count)
    if keepingLines { linesKept.reserveCapacity(cells.count) }
    var previous: Int?
    for position in order {
      let index = Int(position)
      let cell = cells[index]
      var problem: GridRowProblem?
      if let previous, cells[previous].key == cell.key {
        problem = .duplicate(
          line: lines[previous], people: cells[previous].people, here: cell.people)
      } else if !excluded.isEmpty, excluded.contains(cell.key) {
        problem = .holdsSmallerCells
      } else {
        table.append(key: cell.key)
        people.append(cell.people)
        if keepingLines { linesKept.append(UInt32(clamping: lines[index])) }
        previous = index
      }
      if let problem {
        setAside.append(
          LateProblem(line: lines[index], name: name(of: index), problem: problem))
      }
    }
    return (table, people, linesKept)
  }

  /// Numbers in the order of the keys, without what no cell needs: those of a country stay below 2³².
  private var denseKeys: [UInt64] {
    guard !cells.isEmpty else { return [] }
    var low = SIMD2(Int32.max, Int32.max)
    var east = Int32.min
    for cell in cells {
      let (row, column) = CellTable.place(of: cell.key)
      low = SIMD2(min(low.x, column), min(low.y, row))
      east = max(east, column)
    }
    let width = UInt64(Int(east) - Int(low.x) + 1)
    return cells.map { cell in
      let (row, column) = CellTable.place(of: cell.key)
      return UInt64(row - low.y) * width + UInt64(column - low.x)
    }
  }
}

/// Line of each of many rows: a few runs of lines that follow each other.
struct LineNumbers: RandomAccessCollection {
  private var runs: [(start: Int, line: Int)] = []
  private var nextLine = -1
  private(set) var endIndex = 0
  let startIndex = 0

  @inline(__always)
  mutating func append(_ line: Int) {
    if line != nextLine { runs.append((endIndex, line)) }
    endIndex += 1
    nextLine = line + 1
  }

  /// - Complexity: O(log runs).
  subscript(index: Int) -> Int {
    let run = runs[firstPosition(in: 0..<runs.count) { runs[$0].start > index } - 1]
    return run.line + index - run.start
  }
}
