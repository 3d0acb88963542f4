import GeoKernel

/// A place between units that no unit has: how wide it is, whose sides are around it, and whether it is
/// closed.
struct BorderGap {
  /// Each with the gap on its left; a unit has nearly all on the other side, and at least one.
  let sides: [DirectedEdge]
  /// The unit with the longest sides, which gets the gap where it is closed.
  let unit: Index<Unit>
  /// The unit with the longest sides after it; nil where one unit is all around.
  let neighbour: Index<Unit>?
  let squareMetres: Double
  /// Whether it is narrower than ten metres, and between neighbours: a notch in one unit's own outline
  /// is not.
  let isClosed: Bool
  private let widths: WidthBounds

  /// No circle inside has a larger diameter.
  var mostWidth: Double { widths.most }

  /// Nil where no unit has a side around it: what is left of a border that crosses itself.
  ///
  /// - Parameter ring: room for its corners.
  /// - Complexity: O(sides), but for gaps about ten metres wide (`InscribedCircle`).
  init?(
    _ sides: [DirectedEdge], _ edges: EdgeTable<Unit>, _ vertices: RepairedVertices,
    _ tolerance: BorderTolerance, ring: inout [SIMD2<Double>]
  ) {
    self.sides = sides
    Self.corners(of: sides, edges.ends, vertices, tolerance, into: &ring)
    widths = WidthBounds(of: ring)
    squareMetres = widths.area
    var lengths: [(unit: Index<Unit>, metres: Double)] = []
    for (place, side) in sides.enumerated() {
      let unit = edges[onLeftOf: side.reversed]
      guard unit.exists else { continue }
      let metres = (ring[place + 1 < ring.count ? place + 1 : 0] - ring[place]).length
      if let known = lengths.firstIndex(where: { $0.unit == unit }) {
        lengths[known].metres += metres
      } else {
        lengths.append((unit, metres))
      }
    }
    lengths.sort { ($1.metres, $0.unit) < ($0.metres, $1.unit) }
    guard let longest = lengths.first else { return nil }
    unit = longest.unit
    neighbour = lengths.count > 1 ? lengths[1].unit : nil
    isClosed = neighbour != nil && !Self.isWide(ring, widths)
  }

  /// Whether a circle inside is wider than ten metres: the bounds answer nearly always.
  private static func isWide(_ ring: [SIMD2<Double>], _ widths: WidthBounds) -> Bool {
    let limit = BorderTolerance.closingWidth
    if widths.most <= limit { return false }
    if widths.least > limit { return true }
    return InscribedCircle.diameter(of: PolygonColumns(ring: ring), asking: .only([limit])) > limit
  }

  /// Diameter of the largest circle inside, to within a hundredth, or a centimetre where that is more.
  func width(
    _ ends: EdgeEnds, _ vertices: RepairedVertices, _ tolerance: BorderTolerance
  ) -> Double {
    let question = WidthQuestion.precisely(telling: [BorderTolerance.closingWidth])
    if widths.most <= question.beyond(widths.least) { return widths.least }
    var ring: [SIMD2<Double>] = []
    Self.corners(of: sides, ends, vertices, tolerance, into: &ring)
    return InscribedCircle.diameter(of: PolygonColumns(ring: ring), asking: question)
  }

  /// The corners in metres, in the plane around the first.
  private static func corners(
    of sides: [DirectedEdge], _ ends: EdgeEnds, _ vertices: RepairedVertices,
    _ tolerance: BorderTolerance, into ring: inout [SIMD2<Double>]
  ) {
    ring.removeAll(keepingCapacity: true)
    for side in sides { ring.append(vertices[side.from(ends)]) }
    let origin = ring[0]
    let latitude = ring.reduce(0) { $0 + $1.y } / Double(ring.count)
    let (x, y) = EllipsoidMeasure.metresPerUnit(
      atLatitude: tolerance.isGeographic ? latitude : nil)
    for corner in ring.indices { ring[corner] = (ring[corner] - origin) * SIMD2(x, y) }
  }
}
