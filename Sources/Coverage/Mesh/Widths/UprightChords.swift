/// How tall a polygon is, by columns: the longest upright line inside it.
///
/// The upright diameter of a circle inside the polygon is such a line, so no circle is wider than the
/// polygon is tall where its centre lies.
struct UprightChords {
  /// By column.
  private var heights: [Double]
  /// Of all columns.
  private(set) var tallest = 0.0

  /// Where a side enters and leaves the span between two abscissas.
  private struct Crossing {
    let west: Double
    let east: Double
  }

  /// - Parameters:
  ///   - sides: of the polygon.
  ///   - columns: the sides that pass through each column.
  ///   - column: of an abscissa.
  /// Looks at sides for each side, on average: teeth of a comb, one above the other, would take the
  /// square of their number. Beyond it nothing is told.
  private static let mostLooksEach = 64

  /// - Complexity: O(sides) for borders as they are on maps, and never more than some dozen times as much.
  init(
    _ sides: Column<TurnedSides.Side, TurnedSides.Side>,
    _ columns: Grouping<TurnedSides.Upright, TurnedSides.Side>, column: (Double) -> Int
  ) {
    heights = Array(repeating: 0, count: columns.groupCount)
    let abscissas = sides.map { $0.start.x }.sorted()
    var crossings: [Crossing] = []
    var looksLeft = Self.mostLooksEach * sides.count
    for (west, east) in zip(abscissas, abscissas.dropFirst()) where west < east {
      let (first, last) = (column(west), column(east))
      looksLeft -= columns[Index(first)].count
      guard looksLeft > 0 else {
        heights = Array(repeating: .infinity, count: columns.groupCount)
        tallest = .infinity
        return
      }
      crossings.removeAll(keepingCapacity: true)
      // No side ends between the two abscissas: one that passes through passes through all columns.
      for index in columns[Index(first)] {
        let side = sides[index]
        let (start, end) = (side.start, side.end)
        guard min(start.x, end.x) <= west, max(start.x, end.x) >= east else { continue }
        let slope = side.way.y / side.way.x
        crossings.append(
          Crossing(
            west: start.y + (west - start.x) * slope, east: start.y + (east - start.x) * slope))
      }
      let height = Self.height(&crossings)
      for column in first...last { heights[column] = max(heights[column], height) }
      tallest = max(tallest, height)
    }
  }

  /// The longest line between a side and the next above it that have the inside between them.
  private static func height(_ crossings: inout [Crossing]) -> Double {
    // Sides that lie on each other, as only invalid polygons have, tell nothing.
    guard crossings.count.isMultiple(of: 2) else { return .infinity }
    crossings.sort { $0.west + $0.east < $1.west + $1.east }
    return stride(from: 1, to: crossings.count, by: 2).reduce(0.0) { height, upper in
      let (low, high) = (crossings[upper - 1], crossings[upper])
      return max(height, high.west - low.west, high.east - low.east)
    }
  }

  /// In some columns.
  func tallest(in columns: ClosedRange<Int>) -> Double {
    columns.reduce(0.0) { max($0, heights[$1]) }
  }
}
