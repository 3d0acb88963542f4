import CGEOS

extension Shape {
  /// The same polygons without what breaks the rules of simple features. A ring that crosses itself is
  /// split, shells that overlap are united; a hole that crosses its shell is taken from it, one that
  /// lies outside of it becomes a part. What has no area vanishes, so that the result may be empty.
  ///
  /// The corresponding C function is `GEOSMakeValidWithParams`, by its structure method (GEOS 3.10),
  /// which keeps shells and holes what they were drawn as.
  package func madeValid() throws(GEOSFault) -> Shape {
    guard let parameters = GEOSMakeValidParams_create_r(context.handle) else {
      throw context.fault("GEOSMakeValidParams_create")
    }
    defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    guard
      GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE) == 1,
      GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0) == 1
    else { throw context.fault("GEOSMakeValidParams_set") }
    return try context.shape(
      GEOSMakeValidWithParams_r(context.handle, handle, parameters), "GEOSMakeValidWithParams")
  }

  /// Appends the polygons of this shape to the open feature of some columns. Lines and points are
  /// passed over.
  ///
  /// - Complexity: O(vertices).
  package func appendPolygons(to columns: inout PolygonColumns) throws(GEOSFault) {
    try append(handle, to: &columns)
  }

  private func append(
    _ part: OpaquePointer, to columns: inout PolygonColumns
  ) throws(GEOSFault) {
    switch GEOSGeomTypeId_r(context.handle, part) {
    case Int32(GEOS_POLYGON.rawValue): try appendRings(of: part, to: &columns)
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for index in 0..<GEOSGetNumGeometries_r(context.handle, part) {
        guard let member = GEOSGetGeometryN_r(context.handle, part, index) else {
          throw context.fault("GEOSGetGeometryN")
        }
        try append(member, to: &columns)
      }
    case -1: throw context.fault("GEOSGeomTypeId")
    default: break
    }
  }

  private func appendRings(
    of polygon: OpaquePointer, to columns: inout PolygonColumns
  ) throws(GEOSFault) {
    guard let shell = GEOSGetExteriorRing_r(context.handle, polygon) else {
      throw context.fault("GEOSGetExteriorRing")
    }
    guard try appendRing(shell, isHole: false, to: &columns) else { return }
    for index in 0..<GEOSGetNumInteriorRings_r(context.handle, polygon) {
      guard let hole = GEOSGetInteriorRingN_r(context.handle, polygon, index) else {
        throw context.fault("GEOSGetInteriorRingN")
      }
      try appendRing(hole, isHole: true, to: &columns)
    }
  }

  /// The whole sequence of a ring crosses from C at once.
  ///
  /// - Returns: whether the ring was kept: that of an empty polygon is not.
  @discardableResult
  private func appendRing(
    _ ring: OpaquePointer, isHole: Bool, to columns: inout PolygonColumns
  ) throws(GEOSFault) -> Bool {
    guard let sequence = GEOSGeom_getCoordSeq_r(context.handle, ring) else {
      throw context.fault("GEOSGeom_getCoordSeq")
    }
    var size: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context.handle, sequence, &size) == 1 else {
      throw context.fault("GEOSCoordSeq_getSize")
    }
    var x = [Double](repeating: 0, count: Int(size))
    var y = x
    guard GEOSCoordSeq_copyToArrays_r(context.handle, sequence, &x, &y, nil, nil) == 1 else {
      throw context.fault("GEOSCoordSeq_copyToArrays")
    }
    columns.x += x
    columns.y += y
    return columns.endRing(isHole: isHole)
  }
}
