/// Finds outlines that come so near to themselves that rounding their vertices could let sides touch
/// or cross. All others stay as valid as they are.
///
/// Rounding moves a vertex by half a step of either coordinate at most, and no point of a side further
/// than its ends. While all move to their new places together, the first contact is that of a vertex with a
/// side that does not end in it; so the two were within √2 steps of each other before.
///
/// Boxes around runs of sides, and around runs of runs, leave few pairs of sides to be measured.
struct NarrowPlaces {
  /// One more than the √2 steps of 10⁻⁷ degrees that matter, for what floating point loses.
  private static let nearness = 1.5e-7
  /// Boxes are counted in these parts of a degree, longer than the nearness: places so near lie in one
  /// part, or in two that touch. The whole Earth has fewer than 2³¹ of them.
  private static let partsPerDegree = 5e6
  /// Greater than any number of parts: the box of no side.
  private static let nowhere = SIMD4<Int32>(repeating: 1 << 30 - 1)
  private static let fanOut = 8
  /// Pairs of boxes looked at for each side, from which on an outline counts as narrow without proof:
  /// combs of long teeth would take the square of their sides.
  private static let mostVisits = 64

  private let longitudes: Column<Vertex, Double>
  private let latitudes: Column<Vertex, Double>
  /// Vertices of all rings, each with its first one again at its end.
  private var vertices: [Index<Vertex>] = []
  private var points: [SIMD2<Double>] = []
  /// West, south, minus east, minus north: of each side, then of each run of them, and so on.
  private var boxes: [SIMD4<Int32>] = []
  /// First box of each level, and the end.
  private var levelStarts: [Int] = []
  private var visitsLeft = 0

  init(longitudes: Column<Vertex, Double>, latitudes: Column<Vertex, Double>) {
    self.longitudes = longitudes
    self.latitudes = latitudes
  }

  /// Whether rounding could harm an outline; never false where it does.
  ///
  /// - Complexity: O(vertices) for borders as they are on maps, and never more than a few dozen times
  ///   as much.
  mutating func areFound(in outline: Outline) -> Bool {
    takeSides(of: outline)
    guard !boxes.isEmpty else { return false }
    groupBoxes()
    visitsLeft = Self.mostVisits * vertices.count
    return hasNearSides(in: 0, and: 0, level: levelStarts.count - 2) || visitsLeft < 0
  }

  private mutating func takeSides(of outline: Outline) {
    vertices.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    for index in 0..<outline.ringCount {
      let ring = outline.ring(index)
      guard let first = ring.first else { continue }
      var last = add(first)
      for vertex in ring.dropFirst() { last = addSide(to: vertex, from: last) }
      _ = addSide(to: first, from: last)
      // The last vertex begins no side.
      boxes.append(Self.nowhere)
    }
  }

  /// - Returns: where the vertex lies, in parts.
  private mutating func add(_ vertex: Index<Vertex>) -> SIMD2<Int32> {
    let point = SIMD2(longitudes[vertex], latitudes[vertex])
    vertices.append(vertex)
    points.append(point)
    return SIMD2(Self.part(point.x), Self.part(point.y))
  }

  @inline(__always)
  private static func part(_ degrees: Double) -> Int32 {
    let limit = Double(nowhere.x - 2)
    return Int32(max(-limit, min(limit, (degrees * partsPerDegree).rounded(.down))))
  }

  private mutating func addSide(to vertex: Index<Vertex>, from start: SIMD2<Int32>) -> SIMD2<Int32>
  {
    let end = add(vertex)
    boxes.append(
      SIMD4(
        lowHalf: pointwiseMin(start, end), highHalf: 0 &- pointwiseMax(start, end)))
    return end
  }

  private mutating func groupBoxes() {
    levelStarts.removeAll(keepingCapacity: true)
    levelStarts.append(0)
    var level = 0..<boxes.count
    while level.count > 1 {
      levelStarts.append(level.upperBound)
      for start in stride(from: level.lowerBound, to: level.upperBound, by: Self.fanOut) {
        var box = boxes[start]
        for next in start + 1..<min(start + Self.fanOut, level.upperBound) {
          box = pointwiseMin(box, boxes[next])
        }
        boxes.append(box)
      }
      level = level.upperBound..<boxes.count
    }
    levelStarts.append(boxes.count)
  }

  /// Whether a side below one box is near one below another, or the same one.
  private mutating func hasNearSides(in first: Int, and second: Int, level: Int) -> Bool {
    guard level > 0 else {
      return first != second && (isNear(first, second) || isNear(second, first))
    }
    let below = levelStarts[level - 1]
    let end = levelStarts[level] - below
    let whole = boxes[levelStarts[level] + second]
    let others = Self.fanOut * second..<min(Self.fanOut * (second + 1), end)
    for left in Self.fanOut * first..<min(Self.fanOut * (first + 1), end) {
      let box = boxes[below + left]
      guard Self.areNear(box, whole) else { continue }
      for right in max(left, others.lowerBound)..<others.upperBound
      where Self.areNear(box, boxes[below + right]) {
        visitsLeft -= 1
        guard visitsLeft >= 0 else { return false }
        if hasNearSides(in: left, and: right, level: level - 1) { return true }
      }
    }
    return false
  }

  /// Whether boxes overlap, or lie in parts that touch.
  @inline(__always)
  private static func areNear(_ one: SIMD4<Int32>, _ other: SIMD4<Int32>) -> Bool {
    let gaps = one &+ SIMD4(lowHalf: other.highHalf, highHalf: other.lowHalf)
    return gaps.max() <= 1
  }

  /// Whether the start of a side is near another side that does not end in it.
  @inline(__always)
  private func isNear(_ side: Int, _ other: Int) -> Bool {
    let vertex = vertices[side]
    guard vertex != vertices[other], vertex != vertices[other + 1] else { return false }
    let reach = Self.nearness * Self.nearness
    let along = points[other + 1] - points[other]
    let offset = points[side] - points[other]
    let length = (along * along).sum()
    let progress = (along * offset).sum()
    if progress <= 0 { return (offset * offset).sum() <= reach }
    if progress >= length {
      let beyond = offset - along
      return (beyond * beyond).sum() <= reach
    }
    let area = along.x * offset.y - along.y * offset.x
    return area * area <= reach * length
  }
}
