#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes segments of arcs of circles, each by three of its points (OGC 06-104r4, CircularString). Those three stay
/// as they are, and no segment leaves its arc by more than a tolerance. An arc has the same vertices from either
/// end, so that neighbours that share it go on sharing their border.
package struct ArcDrawing: Sendable {
  /// How far a segment may leave its arc, in units of the coordinates.
  package let tolerance: Double
  /// Arcs drawn so far.
  package private(set) var arcCount = 0
  /// Vertices that may still be made: a few bytes of arcs are many segments.
  private var verticesLeft: Int

  /// About ten centimetres in degrees, and in metres.
  private static let tolerances = (degrees: 1e-6, metres: 0.1)

  /// - Parameters:
  ///   - isGeographic: whether the coordinates are degrees.
  ///   - fileSize: in bytes; vertices may take four times as many, and 32 MB.
  package init(isGeographic: Bool = true, fileSize: Int = 0) {
    tolerance = isGeographic ? Self.tolerances.degrees : Self.tolerances.metres
    verticesLeft = (32 << 20) / 16 + min(fileSize, 1 << 40) / 4
  }

  /// Appends what follows the first point of an arc, up to its last.
  mutating func append(
    _ first: SIMD2<Double>, _ middle: SIMD2<Double>, _ last: SIMD2<Double>,
    to columns: inout PolygonColumns
  ) throws(WKBFault) {
    arcCount += 1
    let isBackwards = (last.x, last.y) < (first.x, first.y)
    let ends = isBackwards ? (last, first) : (first, last)
    var points: [SIMD2<Double>] = []
    if let circle = Circle(ends.0, middle, ends.1) {
      try append(circle, from: circle.start, to: circle.middle, &points)
      points.append(middle)
      try append(circle, from: circle.middle, to: circle.end, &points)
    } else {
      points.append(middle)
    }
    if isBackwards { points.reverse() }
    for point in points + [last] {
      columns.x.append(point.x)
      columns.y.append(point.y)
    }
  }

  /// Adds the points between two angles, without both.
  private mutating func append(
    _ circle: Circle, from start: Double, to end: Double, _ points: inout [SIMD2<Double>]
  ) throws(WKBFault) {
    let step = tolerance < circle.radius ? 2 * acos(1 - tolerance / circle.radius) : .pi / 2
    let count = (abs(end - start) / step).rounded(.up)
    guard count.isFinite, count <= Double(verticesLeft) else { throw .tooManyVertices }
    verticesLeft -= Int(count)
    for index in stride(from: 1, to: Int(count), by: 1) {
      points.append(circle.point(at: start + (end - start) * Double(index) / count))
    }
  }

  /// The circle through three points, and the angles at which they lie on the way from the first to the last.
  private struct Circle {
    let origin: SIMD2<Double>
    let centre: SIMD2<Double>
    let radius: Double
    let start: Double
    let middle: Double
    let end: Double

    /// - Returns: nil for points on a line.
    init?(_ first: SIMD2<Double>, _ second: SIMD2<Double>, _ third: SIMD2<Double>) {
      origin = first
      // From the first point: far from the origin of the system the squares would lose their last digits.
      let (b, c) = (second - first, third - first)
      let isWhole = first == third
      let cross = 2 * (b.x * c.y - b.y * c.x)
      if isWhole {
        centre = b / 2
      } else {
        guard cross != 0 else { return nil }
        let (squareB, squareC) = (b.x * b.x + b.y * b.y, c.x * c.x + c.y * c.y)
        centre = SIMD2(c.y * squareB - b.y * squareC, b.x * squareC - c.x * squareB) / cross
      }
      radius = (centre.x * centre.x + centre.y * centre.y).squareRoot()
      guard radius.isFinite, radius > 0 else { return nil }
      let angles = [SIMD2(0, 0), b, c].map { [centre] in atan2($0.y - centre.y, $0.x - centre.x) }
      start = angles[0]
      let turn = isWhole || cross > 0 ? 1.0 : -1.0
      func along(_ angle: Double) -> Double {
        let way = (turn * (angle - angles[0])).truncatingRemainder(dividingBy: 2 * .pi)
        return way < 0 ? way + 2 * .pi : way
      }
      middle = start + turn * along(angles[1])
      end = start + turn * (isWhole ? 2 * .pi : along(angles[2]))
    }

    func point(at angle: Double) -> SIMD2<Double> {
      origin + centre + radius * SIMD2(cos(angle), sin(angle))
    }
  }
}
