/// Points, those close to each other together, in blocks of eight; blocks again in blocks of eight,
/// up to one that holds all, each with its extent.
struct PointTable: Sendable {
  static let fanOut = 8

  let x: [Double]
  let y: [Double]
  /// Extents of the blocks, lowest level first.
  private(set) var boxes: [Box] = []
  /// For each level, its first box; one more at the end.
  private(set) var levelStarts: [Int] = [0]

  /// The extent of a block of points.
  struct Box {
    var low: SIMD2<Double>
    var high: SIMD2<Double>

    mutating func extend(to other: Box) {
      low = SIMD2(min(low.x, other.low.x), min(low.y, other.low.y))
      high = SIMD2(max(high.x, other.high.x), max(high.y, other.high.y))
    }
  }

  var levelCount: Int { levelStarts.count - 1 }

  /// Boxes of a level.
  func boxes(ofLevel level: Int) -> Range<Int> { levelStarts[level]..<levelStarts[level + 1] }

  /// The order in which a table keeps points.
  ///
  /// - Complexity: O(n).
  static func order(x: [Double], y: [Double]) -> [Int32] {
    guard let firstX = x.first, let firstY = y.first else { return [] }
    let lowX = x.reduce(firstX) { min($0, $1) }
    let lowY = y.reduce(firstY) { min($0, $1) }
    let extent = max(
      x.reduce(firstX) { max($0, $1) } - lowX, y.reduce(firstY) { max($0, $1) } - lowY)
    let scale = extent > 0 ? Double(UInt32.max) / extent : 0
    return ascendingOrder(
      of: x.indices.map { index in
        interleaved(
          UInt32(min((x[index] - lowX) * scale, 0xFFFF_FFFF)),
          UInt32(min((y[index] - lowY) * scale, 0xFFFF_FFFF)))
      })
  }

  /// - Parameters:
  ///   - x: abscissas in the order that `order` gives.
  ///   - y: ordinates likewise.
  init(ordered x: [Double], _ y: [Double]) {
    self.x = x
    self.y = y
    for start in stride(from: 0, to: x.count, by: Self.fanOut) {
      var box = Box(low: SIMD2(x[start], y[start]), high: SIMD2(x[start], y[start]))
      for index in start..<min(start + Self.fanOut, x.count) {
        let point = SIMD2(x[index], y[index])
        box.extend(to: Box(low: point, high: point))
      }
      boxes.append(box)
    }
    levelStarts.append(boxes.count)
    while let level = levelStarts.indices.dropLast().last, boxes(ofLevel: level).count > 1 {
      let below = boxes(ofLevel: level)
      for start in stride(from: below.lowerBound, to: below.upperBound, by: Self.fanOut) {
        var box = boxes[start]
        for index in start..<min(start + Self.fanOut, below.upperBound) {
          box.extend(to: boxes[index])
        }
        boxes.append(box)
      }
      levelStarts.append(boxes.count)
    }
  }
}

/// The bits of two numbers in turns: near places have near numbers (Morton's order).
private func interleaved(_ x: UInt32, _ y: UInt32) -> UInt64 {
  spread(x) | spread(y) << 1
}

private func spread(_ number: UInt32) -> UInt64 {
  var bits = UInt64(number)
  bits = (bits | bits << 16) & 0x0000_FFFF_0000_FFFF
  bits = (bits | bits << 8) & 0x00FF_00FF_00FF_00FF
  bits = (bits | bits << 4) & 0x0F0F_0F0F_0F0F_0F0F
  bits = (bits | bits << 2) & 0x3333_3333_3333_3333
  return (bits | bits << 1) & 0x5555_5555_5555_5555
}
