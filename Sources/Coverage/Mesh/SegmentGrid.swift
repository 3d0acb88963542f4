/// Segments by the cells of a square grid that their boxes touch, to find which may meet.
struct SegmentGrid {
  private let cells: Cells
  private let firstEntry: [Int: Int32]
  private let entries: [(segment: Int32, next: Int32)]
  /// Occupied cells and their neighbours: most segments of a country are near no loose one.
  private let near: CellFilter

  /// The extent of a segment.
  struct Box {
    let low: SIMD2<Double>
    let high: SIMD2<Double>

    init(_ a: SIMD2<Double>, _ b: SIMD2<Double>) {
      low = SIMD2(min(a.x, b.x), min(a.y, b.y))
      high = SIMD2(max(a.x, b.x), max(a.y, b.y))
    }

    func touches(_ other: Box, margin: Double) -> Bool {
      low.x <= other.high.x + margin && other.low.x <= high.x + margin
        && low.y <= other.high.y + margin && other.low.y <= high.y + margin
    }
  }

  /// Memory is bounded: cells grow until the segments fill at most sixteen each, on average.
  private static let mostCellsEach = 16

  init(_ boxes: [Box], margin: Double) {
    let sizes = boxes.map { ($0.high - $0.low).max() }.sorted()
    var size = max(2 * (sizes.isEmpty ? 1 : sizes[sizes.count / 2]), 64 * margin)
    func cellCount(_ box: Box) -> Double {
      let cells = (box.high - box.low) / size + 2
      return cells.x * cells.y
    }
    while boxes.reduce(0, { $0 + cellCount($1) }) > Double(Self.mostCellsEach * boxes.count) {
      size *= 2
    }
    let cells = Cells(size: size, margin: margin)
    var firstEntry: [Int: Int32] = [:]
    var entries: [(segment: Int32, next: Int32)] = []
    for (index, box) in boxes.enumerated() {
      cells.forEach(of: box) { key in
        entries.append((Int32(index), firstEntry[key] ?? -1))
        firstEntry[key] = Int32(entries.count - 1)
      }
    }
    var near = CellFilter(expected: 9 * firstEntry.count)
    for key in firstEntry.keys { cells.forEachAround(key) { near.insert($0) } }
    self.cells = cells
    self.firstEntry = firstEntry
    self.entries = entries
    self.near = near
  }

  /// Whether a segment may meet any of the grid's: false at the cost of one cell, for one shorter than
  /// a cell.
  func mayHold(from start: SIMD2<Double>, to end: SIMD2<Double>) -> Bool {
    let extent = end - start
    guard extent.x.magnitude < cells.size, extent.y.magnitude < cells.size else { return true }
    return near.mayContain(cells.key(of: start))
  }

  /// Segments that share a cell with the box; one may come several times.
  func candidates(for box: Box, _ visit: (Int) -> Void) {
    cells.forEach(of: box) { key in
      var entry = firstEntry[key] ?? -1
      while entry >= 0 {
        visit(Int(entries[Int(entry)].segment))
        entry = entries[Int(entry)].next
      }
    }
  }

  /// A set of cells that may say yes of one in sixteen others, at the cost of one look.
  private struct CellFilter {
    private var marks: [Bool]
    private let shift: UInt64

    init(expected: Int) {
      var bits: UInt64 = 10
      while 1 << bits < 16 * expected && bits < 24 { bits += 1 }
      marks = Array(repeating: false, count: 1 << Int(bits))
      shift = 64 - bits
    }

    mutating func insert(_ key: Int) { marks[slot(key)] = true }
    func mayContain(_ key: Int) -> Bool { marks[slot(key)] }

    private func slot(_ key: Int) -> Int {
      Int((UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
  }

  /// Square cells numbered from the origin.
  private struct Cells {
    /// Side of a cell, at least the margin.
    let size: Double
    private let perUnit: Double
    private let margin: Double

    init(size: Double, margin: Double) {
      self.size = size
      perUnit = 1 / size
      self.margin = margin
    }

    func forEach(of box: Box, _ visit: (Int) -> Void) {
      let low = indices(box.low - margin)
      let high = indices(box.high + margin)
      for column in low.x...high.x {
        for row in low.y...high.y { visit(Self.key(column, row)) }
      }
    }

    func key(of position: SIMD2<Double>) -> Int {
      let cell = indices(position)
      return Self.key(cell.x, cell.y)
    }

    /// A cell and its eight neighbours.
    func forEachAround(_ key: Int, _ visit: (Int) -> Void) {
      let (column, row) = (key >> 32, Int(Int32(truncatingIfNeeded: key)))
      for column in column - 1...column + 1 {
        for row in row - 1...row + 1 { visit(Self.key(column, row)) }
      }
    }

    private static func key(_ column: Int, _ row: Int) -> Int { column << 32 | row & 0xFFFF_FFFF }

    /// 2³⁰ cells either way hold any coordinate of the Earth.
    private func indices(_ position: SIMD2<Double>) -> SIMD2<Int> {
      SIMD2(index(position.x), index(position.y))
    }

    private func index(_ coordinate: Double) -> Int {
      Int(max(-0x1p30, min(0x1p30, (coordinate * perUnit).rounded(.down))))
    }
  }
}
