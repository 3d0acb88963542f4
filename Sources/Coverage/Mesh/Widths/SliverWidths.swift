import GeoKernel

/// Widths of many narrow pieces, known between two bounds until one is asked for: of thousands of slivers the
/// widest and the middle one need few searches.
struct SliverWidths {
  /// A piece, and diameters between which that of its largest circle lies.
  struct Bounds: Sendable {
    let piece: Index<Piece>
    fileprivate(set) var least: Double
    fileprivate(set) var most: Double

    fileprivate var middle: Double { (least + most) / 2 }
    /// Whether the bounds say as much as a width is told: to three hundredths or half a metre.
    fileprivate var isKnown: Bool { most - least <= InscribedCircle.slack(most) }
  }

  private var regions: Regions

  init(_ mesh: Mesh) { regions = Regions(mesh) }

  /// Bounds from area, border and extent alone; a hole in a sliver would move them by a share as small as the
  /// sliver is thin.
  ///
  /// - Complexity: O(edges of the piece).
  static func bounds(of piece: Index<Piece>, in mesh: Mesh) -> Bounds {
    let edges = mesh.borders[piece]
    guard let first = edges.first.map({ mesh.edges.low[$0] }) else {
      return Bounds(piece: piece, least: 0, most: 0)
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
    if edges.count == 3, length > 0 {
      let width = 4 * area / length
      return Bounds(piece: piece, least: width, most: width)
    }
    let most = min(WidthBounds.mostDiameter(area: area), WidthBounds.extent(of: corners))
    let least = WidthBounds.leastDiameter(area: area, length: length)
    return Bounds(piece: piece, least: min(least, most), most: most)
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

  /// The width in the middle of some pieces, or the mean of the two there; nil of none.
  ///
  /// - Complexity: O(n log n), and a search for each that may be in the middle and whose bounds leave it open.
  mutating func median(of pieces: [Bounds]) -> Double? {
    guard !pieces.isEmpty else { return nil }
    let (low, high) = (Self.middle(pieces.map(\.least)), Self.middle(pieces.map(\.most)))
    if high - low <= InscribedCircle.slack(high) { return (low + high) / 2 }
    return Self.middle(
      pieces.map { piece in
        var piece = piece
        if piece.least < high && piece.most > low { settle(&piece) }
        return piece.middle
      })
  }

  private mutating func settle(_ piece: inout Bounds) {
    guard !piece.isKnown else { return }
    let width = regions.width(of: [piece.piece], asking: .width())
    (piece.least, piece.most) = (width, width)
  }

  private static func middle(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
