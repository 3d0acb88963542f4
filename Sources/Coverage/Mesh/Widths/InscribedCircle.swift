import GeoKernel

/// The largest circle inside a region: its diameter is the region's width.
///
/// Branch and bound over squares (as in the *polylabel* of Agafonkin, 2016): no circle whose centre lies
/// in a square is larger than the distance of its middle to the border and half its diagonal together;
/// none is wider than the region is tall there; between two sides, none is wider than the strip that
/// they leave. Without the last bound a strip of even width would be searched to the end in steps of the
/// tolerance.
enum InscribedCircle {
  /// A width is found to within three hundredths, or half a metre where that is more.
  static let tolerance = (relative: 0.03, metres: 0.5)

  /// Diameter of the largest circle inside any polygon of a feature.
  ///
  /// - Parameter region: one feature, in metres.
  /// - Complexity: O(squares looked at × sides near them); polygons that cannot hold a larger circle
  ///   than one found are passed over.
  static func diameter(
    of region: PolygonColumns, asking question: WidthQuestion = .width()
  ) -> Double {
    let polygons = polygons(of: region)
      .map { (rings: $0, most: mostDiameter(of: $0, region)) }
      .sorted { $0.most > $1.most }
    var best = 0.0
    for (rings, most) in polygons where most > question.beyond(best) {
      // A width that is written down is that of a circle found.
      if !question.isForWidth {
        best = max(best, leastDiameter(of: rings, region))
        guard most > question.beyond(best) else { continue }
      }
      var search = CircleSearch(rings, of: region, atLeast: best, asking: question)
      best = search.run()
    }
    return best
  }

  /// The rings of each polygon of a feature: its shell, and its holes.
  static func polygons(of region: PolygonColumns) -> [Range<Int>] {
    let shells = region.ringIsHole.indices.filter { $0 == 0 || !region.ringIsHole[$0] }
    return zip(shells, shells.dropFirst() + [region.ringEnds.count]).map { $0..<$1 }
  }

  /// What is not worth looking for beyond a diameter found.
  static func slack(_ diameter: Double) -> Double {
    max(tolerance.metres, tolerance.relative * diameter)
  }

  private static func mostDiameter(of rings: Range<Int>, _ region: PolygonColumns) -> Double {
    WidthBounds.mostDiameter(
      area: rings.reduce(0.0) { sum, ring in
        sum + (region.ringIsHole[ring] ? -1 : 1) * abs(region.signedArea(of: ring))
      })
  }

  private static func leastDiameter(of rings: Range<Int>, _ region: PolygonColumns) -> Double {
    guard rings.count == 1 else { return 0 }
    let span = region.vertices(of: rings.lowerBound)
    var previous = region[span.upperBound - 1]
    let length = span.reduce(0.0) { sum, vertex in
      defer { previous = region[vertex] }
      return sum + (region[vertex] - previous).length
    }
    return WidthBounds.leastDiameter(
      area: abs(region.signedArea(of: rings.lowerBound)), length: length)
  }
}
