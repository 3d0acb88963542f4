import GeoKernel

/// Widths of many narrow pieces, known between two bounds until one is asked for: of thousands of slivers the
/// widest needs few searches.
struct SliverWidths {
  /// A piece, and diameters between which that of its largest circle lies.
  struct Bounds: Sendable {
    let piece: Index<Piece>
    fileprivate let least: Double
    fileprivate var most: Double
    /// That of the ribbon with its area and the length of its border.
    let even: Double

    fileprivate var middle: Double { (least + most) / 2 }
    /// Whether the bounds say as much as a width is told: to three hundredths or half a metre.
    fileprivate var isKnown: Bool { most - least <= InscribedCircle.slack(most) }
  }

  private var regions: Regions

  init(_ mesh: Mesh) { regions = Regions(mesh) }

  /// Bounds from area, border and extent alone, and from the longest lines across the piece where these say too
  /// little; a hole in a sliver would move them by a share as small as the sliver is thin.
  ///
  /// - Complexity: O(edges of the piece).
  mutating func bounds(of piece: Index<Piece>, in mesh: Mesh) -> Bounds {
    var bounds = Self.roughBounds(of: piece, in: mesh)
    if !bounds.isKnown {
      bounds.most = max(bounds.least, min(bounds.most, regions.tallest(piece)))
    }
    return bounds
  }

  private static func roughBounds(of piece: Index<Piece>, in mesh: Mesh) -> Bounds {
    let edges = mesh.borders[piece]
    guard let first = edges.first.map({ mesh.edges.low[$0] }) else {
      return Bounds(piece: piece, least: 0, most: 0, even: 0)
    }
    let origin = SIMD2(mesh.longitudes[first], mesh.latitudes[first])
    let metres = EllipsoidMeasure.metresPerUnit(atLatitude: origin.y)
    let scale = SIMD2(metres.x, metres.y)
    func place(_ vertex: Index<Vertex>) -> SIMD2<Double> {
      (SIMD2(mesh.longitudes[vertex], mesh.latitudes[vertex]) - origin) * scale
    }
    var corners: [SIMD2<Double>] = []
    corners.reserveCapacity(2 * edges.count)
    var length = 0.0
    for edge in edges {
      let (low, high) = (place(mesh.edges.low[edge]), place(mesh.edges.high[edge]))
      length += (high - low).length
      corners.append(low)
      corners.append(high)
    }
    let area = mesh.areas[piece]
    let even = WidthBounds.evenWidth(area: area, length: length)
    if edges.count == 3, length > 0 {
      let width = 4 * area / length
      return Bounds(piece: piece, least: width, most: width, even: even)
    }
    let most = min(WidthBounds.mostDiameter(area: area), WidthBounds.extent(of: corners))
    let least = WidthBounds.leastDiameter(area: area, length: length)
    return Bounds(piece: piece, least: min(least, most), most: most, even: even)
  }

  /// The width of the widest of some pieces; nil of none.
  ///
  /// - Complexity: O(n log n), and for each that may be wider than those before a question whether it is.
  mutating func widest(of pieces: [Bounds]) -> Double? {
    guard var best = pieces.map({ $0.isKnown ? $0.middle : $0.least }).max() else { return nil }
    for piece in pieces.sorted(by: { $0.most > $1.most }) {
      let bound = best + InscribedCircle.slack(best)
      if piece.most <= bound { break }
      if piece.isKnown || regions.width(of: [piece.piece], asking: .only([bound])) < bound {
        continue
      }
      best = max(best, regions.width(of: [piece.piece], asking: .width()))
    }
    return best
  }
}
