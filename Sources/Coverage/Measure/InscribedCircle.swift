import GeoKernel

/// The largest circle inside a region: its diameter is the region's width.
///
/// Branch and bound over squares (as in the *polylabel* of Agafonkin, 2016): no circle whose centre lies
/// in a square is larger than the distance of its middle to the border and half its diagonal together;
/// between two sides, none is wider than the strip that they leave. Without the second bound a strip of
/// even width would be searched to the end in steps of the tolerance.
enum InscribedCircle {
  /// A width is found to within three hundredths, or half a metre where that is more.
  static let tolerance = (relative: 0.03, metres: 0.5)

  /// Diameter of the largest circle inside any polygon of a feature.
  ///
  /// - Parameters:
  ///   - region: one feature, in metres.
  ///   - least: a diameter below which nobody asks how much narrower the region is; it is returned
  ///     for all of these.
  ///   - enough: a diameter beyond which nobody asks how much wider the region is.
  /// - Complexity: O(squares looked at × sides near them); polygons that cannot hold a larger circle
  ///   than one found are passed over.
  static func diameter(
    of region: PolygonColumns, least: Double = 0, enough: Double = .infinity
  ) -> Double {
    var polygons: [(rings: Range<Int>, bound: Double)] = []
    var start = 0
    for ring in region.ringIsHole.indices.dropFirst() where !region.ringIsHole[ring] {
      polygons.append((start..<ring, bound(of: start..<ring, region)))
      start = ring
    }
    guard !region.ringEnds.isEmpty else { return least }
    let last = start..<region.ringEnds.count
    polygons.append((last, bound(of: last, region)))
    polygons.sort { $0.bound > $1.bound }
    var best = least
    for polygon in polygons where polygon.bound > best + slack(best) && best < enough {
      var search = CircleSearch(polygon.rings, of: region, atLeast: best, enough: enough)
      best = max(best, search.run())
    }
    return best
  }

  /// What is not worth looking for beyond a diameter found.
  static func slack(_ diameter: Double) -> Double {
    max(tolerance.metres, tolerance.relative * diameter)
  }

  /// Diameter of the circle that has the polygon's area: none inside is larger.
  private static func bound(of rings: Range<Int>, _ region: PolygonColumns) -> Double {
    let area = rings.reduce(0.0) { sum, ring in
      sum + (region.ringIsHole[ring] ? -1 : 1) * abs(region.signedArea(of: ring))
    }
    return 2 * (max(0, area) / .pi).squareRoot()
  }
}
