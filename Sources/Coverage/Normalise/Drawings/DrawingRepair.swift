import GeoKernel

/// A drawing that broke the rules of simple features, as GEOS mended it (see `Shape.madeValid`).
struct DrawingRepair {
  /// The repaired drawing as one feature; without rings where no area is left.
  let polygons: PolygonColumns
  /// Area as drawn, in squared units of the coordinates: shells less holes, whatever they overlap, by
  /// the shoelace formula. The two wings of a bow tie cancel in it.
  let areaBefore: Double
  /// Area of the repaired drawing, in squared units of the coordinates.
  let areaAfter: Double

  /// - Complexity: that of an overlay: call it for drawings that are known to be invalid.
  /// - Throws: where GEOS gives up.
  init(
    _ feature: Int, of columns: PolygonColumns, in context: GEOSContext
  ) throws(GEOSFault) {
    let drawn = try Shape.polygons(feature, of: columns, in: context)
    let valid = try drawn.madeValid()
    var polygons = PolygonColumns()
    try valid.appendPolygons(to: &polygons)
    polygons.endFeature()
    self.polygons = polygons
    areaBefore = max(0, try drawn.area())
    areaAfter = try valid.area()
  }

  var isEmpty: Bool { polygons.ringEnds.isEmpty }
}
