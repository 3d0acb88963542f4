/// Segments by the cells of a square grid that their boxes touch, to find which may meet.
struct SegmentGrid {
  private let segmentCount: Int
  private let cells: Cells
  private var blocks: CellBlocks
  /// Segments of each occupied cell.
  private let segments: Grouping<OccupiedCell, Segment>

  /// The extent of a segment.
  struct Box {
    private(set) var low: SIMD2<Double>
    private(set) var high: SIMD2<Double>

    init(_ a: SIMD2<Double>, _ b: SIMD2<Double>) {
      low = SIMD2(min(a.x, b.x), min(a.y, b.y))
      high = SIMD2(max(a.x, b.x), max(a.y, b.y))
    }

    /// Around no place.
    static let nothing = Box(low: SIMD2(repeating: .infinity), high: SIMD2(repeating: -.infinity))

    private init(low: SIMD2<Double>, high: SIMD2<Double>) { (self.low, self.high) = (low, high) }

    mutating func add(_ other: Box) {
      low = pointwiseMin(low, other.low)
      high = pointwiseMax(high, other.high)
    }

    mutating func add(_ place: SIMD2<Double>) { add(Box(place, place)) }

    func touches(_ place: SIMD2<Double>, margin: Double) -> Bool {
      low.x <= place.x + margin && place.x <= high.x + margin
        && low.y <= place.y + margin && place.y <= high.y + margin
    }

    func touches(_ other: Box, margin: Double) -> Bool {
      low.x <= other.high.x + margin && other.low.x <= high.x + margin
        && low.y <= other.high.y + margin && other.low.y <= high.y + margin
    }
  }

  private enum Segment {}

  /// Memory is bounded: cells grow until the segments fill at most sixteen each, on average.
  private static let mostCellsEach = 16
  private static let sampleCount = 2048

  init(_ boxes: [Box], margin: Double) {
    // A sample tells the usual size well enough.
    let sizes = stride(from: 0, to: boxes.count, by: 1 + boxes.count / Self.sampleCount).map {
      (boxes[$0].high - boxes[$0].low).max()
    }.sorted()
    var size = max(2 * (sizes.isEmpty ? 1 : sizes[sizes.count / 2]), 64 * margin)
    func cellCount(_ box: Box) -> Double {
      let cells = (box.high - box.low) / size + 2
      return cells.x * cells.y
    }
    while boxes.reduce(0, { $0 + cellCount($1) }) > Double(Self.mostCellsEach * boxes.count) {
      size *= 2
    }
    let cells = Cells(size: size, margin: margin)
    var blocks = CellBlocks()
    var members: [(cell: Index<OccupiedCell>, segment: Index<Segment>)] = []
    members.reserveCapacity(4 * boxes.count)
    for (segment, box) in boxes.enumerated() {
      cells.forEach(of: box) { members.append((blocks.insert($0, $1), Index(segment))) }
    }
    segments = Grouping(groupCount: blocks.cellCount) { visit in
      for member in members { visit(member.cell, member.segment) }
    }
    segmentCount = boxes.count
    self.cells = cells
    self.blocks = blocks
  }

  /// Segments that share a cell with the box; one may come several times.
  ///
  /// - Returns: how many looks it took.
  mutating func candidates(for box: Box, _ visit: (Int) -> Void) -> Int {
    let (low, high) = cells.indices(of: box)
    let cellCount = (high.x - low.x + 1) * (high.y - low.y + 1)
    // Next to segments of a millimetre any other is long: it is held against all of them.
    guard cellCount <= segmentCount else {
      for segment in 0..<segmentCount { visit(segment) }
      return segmentCount
    }
    var looks = cellCount
    for row in low.y...high.y {
      for column in low.x...high.x {
        let cell = blocks.find(column, row)
        guard cell.exists else { continue }
        let members = segments[cell]
        for segment in members { visit(Int(segment)) }
        looks += members.count
      }
    }
    return looks
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

    func indices(of box: Box) -> (low: SIMD2<Int>, high: SIMD2<Int>) {
      (indices(box.low - margin), indices(box.high + margin))
    }

    func forEach(of box: Box, _ visit: (_ column: Int, _ row: Int) -> Void) {
      let (low, high) = indices(of: box)
      for row in low.y...high.y {
        for column in low.x...high.x { visit(column, row) }
      }
    }

    /// 2³⁰ cells either way hold any coordinate of the Earth.
    private func indices(_ position: SIMD2<Double>) -> SIMD2<Int> {
      SIMD2(index(position.x), index(position.y))
    }

    private func index(_ coordinate: Double) -> Int {
      Int(max(-0x1p30, min(0x1p30, (coordinate * perUnit).rounded(.down))))
    }
  }
}

/// An occupied cell.
private enum OccupiedCell {}

/// Numbers of occupied cells of a grid without bounds, in square blocks of cells.
///
/// Sides that follow each other lie in the same block or the next: most looks need no search, and few
/// go far in memory.
private struct CellBlocks {
  private static let bits = 4
  private static let side = 1 << bits
  private static let mask = side - 1

  private(set) var cellCount = 0
  /// Blocks by their corners.
  private var blocks = PairTable<Block, Int>(expected: 512)
  /// Number of each cell of each block, if it has one.
  private var numbers: [Index<OccupiedCell>] = []
  private var last: (corner: SIMD2<Int>, block: Index<Block>?) = (SIMD2(.min, .min), nil)

  private enum Block {}

  /// The number of a cell, if it has one.
  mutating func find(_ column: Int, _ row: Int) -> Index<OccupiedCell> {
    let corner = SIMD2(column >> Self.bits, row >> Self.bits)
    if corner != last.corner { last = (corner, blocks.find(corner)) }
    guard let block = last.block else { return .missing }
    return numbers[place(of: column, row, in: block)]
  }

  /// The number of a cell, a new one at its first appearance.
  mutating func insert(_ column: Int, _ row: Int) -> Index<OccupiedCell> {
    let block = block(SIMD2(column >> Self.bits, row >> Self.bits))
    let place = place(of: column, row, in: block)
    if !numbers[place].exists {
      numbers[place] = Index(cellCount)
      cellCount += 1
    }
    return numbers[place]
  }

  private func place(of column: Int, _ row: Int, in block: Index<Block>) -> Int {
    Int(block) << (2 * Self.bits) + (row & Self.mask) << Self.bits + column & Self.mask
  }

  /// The block at a corner, a new one at its first appearance.
  private mutating func block(_ corner: SIMD2<Int>) -> Index<Block> {
    if corner == last.corner, let block = last.block { return block }
    let block = blocks.index(of: corner)
    if Int(block) << (2 * Self.bits) == numbers.count {
      numbers.append(contentsOf: repeatElement(.missing, count: Self.side * Self.side))
    }
    last = (corner, block)
    return block
  }
}
