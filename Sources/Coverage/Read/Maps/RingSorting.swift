import GeoKernel

/// Tells shells from holes where a format writes rings one after another, as Shapefile and Esri JSON do.
///
/// The direction of a ring should tell, and often does not: programs write both. So a ring is a hole where an odd
/// number of others is around it, of the smallest of them, as in `fill-rule: evenodd` of every drawing.
struct RingSorting {
  /// A ring without its closing vertex.
  private struct Ring {
    let vertices: Range<Int>
    let area: Double
    let box: Box
  }

  private struct Box {
    var low = SIMD2(repeating: Double.infinity)
    var high = SIMD2(repeating: -Double.infinity)

    func contains(_ other: Box) -> Bool {
      low.x <= other.low.x && low.y <= other.low.y && high.x >= other.high.x
        && high.y >= other.high.y
    }
  }

  private var points = PolygonColumns()
  private var rings: [Ring] = []
  /// Rings that enclose nothing.
  private(set) var passedOver = 0
  /// Boxes and vertices that may still be looked at: nested rings by the thousand are no map.
  private var workLeft: Int

  /// No ring of a map asks for more.
  private static let work = 300_000_000

  init() { workLeft = Self.work }

  /// Takes a ring; a closing vertex and a ring without area are left out.
  mutating func add(x: some Sequence<Double>, y: some Sequence<Double>) {
    points.x.append(contentsOf: x)
    points.y.append(contentsOf: y)
    guard points.endRing(isHole: false) else {
      passedOver += 1
      return
    }
    let vertices = points.vertices(of: rings.count)
    var box = Box()
    for vertex in vertices {
      box.low = pointwiseMin(box.low, points[vertex])
      box.high = pointwiseMax(box.high, points[vertex])
    }
    rings.append(Ring(vertices: vertices, area: area(vertices), box: box))
  }

  /// Appends the polygons: each shell with its holes after it.
  ///
  /// - Complexity: O(rings²) boxes, and vertices of rings around others, bounded.
  /// - Returns: false where there are too many rings inside of one another to tell.
  mutating func append(to columns: inout PolygonColumns) -> Bool {
    let bySize = rings.indices.sorted { (rings[$0].area, $0) > (rings[$1].area, $1) }
    var holesOfShell: [Int: [Int]] = [:]
    var shells: [Int] = []
    for (place, ring) in bySize.enumerated() {
      var around: [Int] = []
      for other in bySize[..<place] {
        workLeft -= 1
        guard workLeft > 0 else { return false }
        guard rings[other].box.contains(rings[ring].box) else { continue }
        guard let isInside = isInside(ring, of: other) else { return false }
        if isInside { around.append(other) }
      }
      if around.count % 2 == 1, let smallest = around.last {
        holesOfShell[smallest, default: []].append(ring)
      } else {
        shells.append(ring)
      }
    }
    for shell in shells.sorted() {
      append(shell, isHole: false, to: &columns)
      for hole in holesOfShell[shell, default: []].sorted() {
        append(hole, isHole: true, to: &columns)
      }
    }
    return true
  }

  private func append(_ ring: Int, isHole: Bool, to columns: inout PolygonColumns) {
    columns.x += points.x[rings[ring].vertices]
    columns.y += points.y[rings[ring].vertices]
    _ = columns.endRing(isHole: isHole)
  }

  private func area(_ vertices: Range<Int>) -> Double {
    guard let last = vertices.last else { return 0 }
    // From a corner of its own: far from the origin the sum would lose its last digits.
    let origin = points[last]
    var before = SIMD2(0.0, 0.0)
    var sum = 0.0
    for vertex in vertices {
      let here = points[vertex] - origin
      sum += before.x * here.y - here.x * before.y
      before = here
    }
    return abs(sum) / 2
  }

  /// Whether a ring lies in another one, told by the first of its vertices, or of the middles of its sides, that is
  /// not on the border of the other. Two rings of one course lie beside each other.
  ///
  /// - Returns: nil where it takes too long.
  private mutating func isInside(_ ring: Int, of other: Int) -> Bool? {
    let own = rings[ring].vertices
    for vertex in own {
      guard let answer = place(points[vertex], in: other) else { return nil }
      if answer != .onBorder { return answer == .inside }
    }
    var before = points[own.upperBound - 1]
    for vertex in own {
      guard let answer = place((before + points[vertex]) / 2, in: other) else { return nil }
      if answer != .onBorder { return answer == .inside }
      before = points[vertex]
    }
    return false
  }

  private enum Place { case inside, outside, onBorder }

  private mutating func place(_ point: SIMD2<Double>, in ring: Int) -> Place? {
    let vertices = rings[ring].vertices
    workLeft -= vertices.count
    guard workLeft > 0 else { return nil }
    var isInside = false
    var before = points[vertices.upperBound - 1]
    for vertex in vertices {
      let here = points[vertex]
      let (side, from) = (here - before, point - before)
      let cross = side.x * from.y - side.y * from.x
      let along = side.x * from.x + side.y * from.y
      if cross == 0, along >= 0, along <= side.x * side.x + side.y * side.y { return .onBorder }
      if (here.y > point.y) != (before.y > point.y),
        (cross > 0) == (side.y > 0)
      {
        isInside.toggle()
      }
      before = here
    }
    return isInside ? .inside : .outside
  }
}

extension Wording {
  static let tooManyRings = Wording(
    fr: "trop de contours les uns dans les autres", en: "too many rings inside of one another")
}
