/// Segments by the cells of a square grid that their boxes touch, to find which may meet.
struct SegmentGrid {
  private let cells: Cells
  private let firstEntry: [Int: Int32]
  private let entries: [(segment: Int32, next: Int32)]
  /// A coarse filter before the dictionary: most segments of a country are near no loose one.
  private let mayBeOccupied: [Bool]

  typealias Box = (minX: Double, minY: Double, maxX: Double, maxY: Double)

  /// Memory is bounded: cells grow until the segments fill at most sixteen each, on average.
  private static let mostCellsEach = 16

  init(_ boxes: [Box], margin: Double) {
    let sizes = boxes.map { max($0.maxX - $0.minX, $0.maxY - $0.minY) }.sorted()
    var size = max(2 * (sizes.isEmpty ? 1 : sizes[sizes.count / 2]), 64 * margin)
    func cellCount(_ box: Box) -> Double {
      ((box.maxX - box.minX) / size + 2) * ((box.maxY - box.minY) / size + 2)
    }
    while boxes.reduce(0, { $0 + cellCount($1) }) > Double(Self.mostCellsEach * boxes.count) {
      size *= 2
    }
    let cells = Cells(size: size, margin: margin)
    var firstEntry: [Int: Int32] = [:]
    var entries: [(segment: Int32, next: Int32)] = []
    var mayBeOccupied = [Bool](repeating: false, count: 1 << 16)
    for (index, box) in boxes.enumerated() {
      cells.forEach(of: box) { key in
        mayBeOccupied[Self.filterSlot(key)] = true
        entries.append((Int32(index), firstEntry[key] ?? -1))
        firstEntry[key] = Int32(entries.count - 1)
      }
    }
    self.cells = cells
    self.firstEntry = firstEntry
    self.entries = entries
    self.mayBeOccupied = mayBeOccupied
  }

  /// Segments that share a cell with the box; one may come several times.
  func candidates(for box: Box, _ visit: (Int) -> Void) {
    cells.forEach(of: box) { key in
      guard mayBeOccupied[Self.filterSlot(key)] else { return }
      var entry = firstEntry[key] ?? -1
      while entry >= 0 {
        visit(Int(entries[Int(entry)].segment))
        entry = entries[Int(entry)].next
      }
    }
  }

  private static func filterSlot(_ key: Int) -> Int {
    let mixed = UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 48)
  }

  /// Square cells numbered from the origin.
  private struct Cells {
    let size: Double
    let margin: Double

    func forEach(of box: Box, _ visit: (Int) -> Void) {
      let rows = index(box.minY - margin)...index(box.maxY + margin)
      for column in index(box.minX - margin)...index(box.maxX + margin) {
        for row in rows { visit(column << 32 ^ row & 0xFFFF_FFFF) }
      }
    }

    /// 2³⁰ cells either way hold any coordinate of the Earth.
    private func index(_ coordinate: Double) -> Int {
      Int(max(-0x1p30, min(0x1p30, (coordinate / size).rounded(.down))))
    }
  }
}
