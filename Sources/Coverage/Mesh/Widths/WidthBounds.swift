import GeoKernel

/// Between what two diameters the largest circle inside a polygon without holes lies: a few steps a
/// corner tell nearly always whether it is wider than something.
struct WidthBounds {
  let area: Double
  /// A diameter that some circle inside has.
  let least: Double
  /// A diameter that no circle inside is above.
  let most: Double

  /// - Parameter ring: corners in metres.
  /// - Complexity: O(corners).
  init(of ring: [SIMD2<Double>]) {
    guard var previous = ring.last else {
      (area, least, most) = (0, 0, 0)
      return
    }
    var (length, doubledArea) = (0.0, 0.0)
    for corner in ring {
      length += (corner - previous).length
      doubledArea += previous.x * corner.y - corner.x * previous.y
      previous = corner
    }
    area = abs(doubledArea) / 2
    let least = Self.leastDiameter(area: area, length: length)
    let extent = Self.extent(of: ring)
    // A triangle has one circle: twice its area, divided by its length.
    let most =
      ring.count == 3 && length > 0
      ? 4 * area / length : min(Self.mostDiameter(area: area), extent)
    self.least = ring.count == 3 ? most : min(least, most)
    self.most = most
  }

  /// Diameter of the circle that has the polygon's area: none inside is larger.
  static func mostDiameter(area: Double) -> Double { 2 * (max(0, area) / .pi).squareRoot() }

  /// A diameter that a circle in a polygon without holes has at least (Bonnesen's inequality,
  /// length × radius ≥ area + π radius²): the width itself of a strip of even width, and of a circle.
  static func leastDiameter(area: Double, length: Double) -> Double {
    guard length > 0 else { return 0 }
    let rest = max(0, length * length - 4 * .pi * area)
    return 4 * area / (length + rest.squareRoot())
  }

  /// The width of a rectangle of some area and some length around; that of the square with the length where it is too
  /// short for the area.
  static func evenWidth(area: Double, length: Double) -> Double {
    let half = length / 2
    return (half - max(0, half * half - 4 * max(0, area)).squareRoot()) / 2
  }

  /// How far some corners reach, along the axes or across the direction along which they spread most.
  static func extent(of corners: [SIMD2<Double>]) -> Double {
    guard var low = corners.first else { return 0 }
    var (high, sum) = (low, SIMD2<Double>.zero)
    for corner in corners {
      low = pointwiseMin(low, corner)
      high = pointwiseMax(high, corner)
      sum += corner
    }
    return min((high - low).min(), acrossAxis(of: corners, middle: sum / Double(corners.count)))
  }

  /// How far the corners reach across the direction along which they spread most.
  private static func acrossAxis(of ring: [SIMD2<Double>], middle: SIMD2<Double>) -> Double {
    let axis = PrincipalAxis.direction(of: ring.lazy.map { $0 - middle })
    var (low, high) = (Double.infinity, -Double.infinity)
    for corner in ring {
      let across = (corner.y - middle.y) * axis.x - (corner.x - middle.x) * axis.y
      low = min(low, across)
      high = max(high, across)
    }
    return high - low
  }
}

/// The direction along which places spread most.
enum PrincipalAxis {
  /// A unit vector.
  ///
  /// - Parameter offsets: of the places, from their middle.
  static func direction(of offsets: some Sequence<SIMD2<Double>>) -> SIMD2<Double> {
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for offset in offsets {
      xx += offset.x * offset.x
      xy += offset.x * offset.y
      yy += offset.y * offset.y
    }
    let largest = (xx + yy) / 2 + ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    let axis = xy == 0 ? (xx >= yy ? SIMD2(1, 0) : SIMD2(0, 1)) : SIMD2(xy, largest - xx)
    let length = axis.length
    return length > 0 ? axis / length : SIMD2(1, 0)
  }
}

extension PolygonColumns {
  /// One feature: a polygon without holes.
  init(ring: [SIMD2<Double>]) {
    self.init(x: ring.map { $0.x }, y: ring.map { $0.y })
    ringEnds = [Int32(ring.count)]
    ringIsHole = [false]
    endFeature()
  }
}
