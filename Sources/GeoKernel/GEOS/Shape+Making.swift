import CGEOS

extension Shape {
  /// A collection of lines, each with two points or more.
  package static func lines(
    _ lines: [[SIMD2<Double>]], in context: GEOSContext
  ) throws(GEOSFault) -> Shape {
    var parts: [OpaquePointer?] = []
    for line in lines {
      let sequence = try coordinates(line.map(\.x), line.map(\.y), closed: false, in: context)
      parts.append(GEOSGeom_createLineString_r(context.handle, sequence))
    }
    return try collection(GEOS_MULTILINESTRING, of: parts, in: context)
  }

  /// The polygons of one feature, as they are: valid or not.
  package static func polygons(
    _ feature: Int, of columns: PolygonColumns, in context: GEOSContext
  ) throws(GEOSFault) -> Shape {
    var rings: [(x: [Double], y: [Double], isHole: Bool)] = []
    for ring in columns.rings(of: feature) {
      let span = columns.vertices(of: ring)
      rings.append((Array(columns.x[span]), Array(columns.y[span]), columns.ringIsHole[ring]))
    }
    return try polygons(rings, in: context)
  }

  /// Polygons from rings without closing vertex: each shell, then its holes.
  package static func polygons(
    _ rings: [(x: [Double], y: [Double], isHole: Bool)], in context: GEOSContext
  ) throws(GEOSFault) -> Shape {
    var parts: [OpaquePointer?] = []
    var index = 0
    while index < rings.count {
      let shell = try linearRing(rings[index].x, rings[index].y, in: context)
      index += 1
      var holes: [OpaquePointer?] = []
      while index < rings.count, rings[index].isHole {
        holes.append(try linearRing(rings[index].x, rings[index].y, in: context))
        index += 1
      }
      parts.append(
        GEOSGeom_createPolygon_r(context.handle, shell, &holes, UInt32(holes.count)))
    }
    return try collection(GEOS_MULTIPOLYGON, of: parts, in: context)
  }

  /// A collection of shapes that are copied into it.
  package static func collection(
    _ shapes: [Shape], in context: GEOSContext
  ) throws(GEOSFault) -> Shape {
    let parts = shapes.map { GEOSGeom_clone_r(context.handle, $0.handle) }
    return try collection(GEOS_GEOMETRYCOLLECTION, of: parts, in: context)
  }

  private static func collection(
    _ type: GEOSGeomTypes, of parts: [OpaquePointer?], in context: GEOSContext
  ) throws(GEOSFault) -> Shape {
    guard parts.allSatisfy({ $0 != nil }) else {
      let fault = context.fault("GEOSGeom_create")
      for part in parts { part.map { GEOSGeom_destroy_r(context.handle, $0) } }
      throw fault
    }
    var parts = parts
    return try context.shape(
      GEOSGeom_createCollection_r(
        context.handle, Int32(type.rawValue), &parts, UInt32(parts.count)),
      "GEOSGeom_createCollection")
  }

  private static func linearRing(
    _ x: [Double], _ y: [Double], in context: GEOSContext
  ) throws(GEOSFault) -> OpaquePointer {
    let sequence = try coordinates(x, y, closed: true, in: context)
    guard let ring = GEOSGeom_createLinearRing_r(context.handle, sequence) else {
      throw context.fault("GEOSGeom_createLinearRing")
    }
    return ring
  }

  /// One buffer crosses to C: three to four times faster than point by point.
  private static func coordinates(
    _ x: [Double], _ y: [Double], closed: Bool, in context: GEOSContext
  ) throws(GEOSFault) -> OpaquePointer {
    let x = closed ? x + [x[0]] : x
    let y = closed ? y + [y[0]] : y
    let made = GEOSCoordSeq_copyFromArrays_r(
      context.handle, x, y, nil, nil, UInt32(x.count))
    guard let made else { throw context.fault("GEOSCoordSeq_copyFromArrays") }
    return made
  }
}
