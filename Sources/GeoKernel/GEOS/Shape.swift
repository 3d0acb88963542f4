import CGEOS

/// A geometry that GEOS holds.
package final class Shape {
  package let context: GEOSContext
  let handle: OpaquePointer

  init(_ context: GEOSContext, owning handle: OpaquePointer) {
    self.context = context
    self.handle = handle
  }

  deinit { GEOSGeom_destroy_r(context.handle, handle) }

  /// Square units of the coordinates. The corresponding C function is `GEOSArea`.
  package func area() throws(GEOSFault) -> Double {
    try context.measure("GEOSArea") { GEOSArea_r(context.handle, handle, $0) }
  }

  /// Units of the coordinates. The corresponding C function is `GEOSLength`.
  package func length() throws(GEOSFault) -> Double {
    try context.measure("GEOSLength") { GEOSLength_r(context.handle, handle, $0) }
  }

  /// Whether the geometry obeys the rules of simple features. The C function is `GEOSisValid`.
  package func isValid() throws(GEOSFault) -> Bool {
    try context.tri(GEOSisValid_r(context.handle, handle), "GEOSisValid")
  }

  package func isEmpty() throws(GEOSFault) -> Bool {
    try context.tri(GEOSisEmpty_r(context.handle, handle), "GEOSisEmpty")
  }

  /// What is in both shapes.
  ///
  /// - Parameter gridSize: rounds the result to a grid, which is robust; 0 keeps every bit, and then
  ///   GEOS can be wrong about borders that nearly coincide.
  package func intersection(_ other: Shape, gridSize: Double = 0) throws(GEOSFault) -> Shape {
    try context.shape(
      GEOSIntersectionPrec_r(context.handle, handle, other.handle, gridSize),
      "GEOSIntersectionPrec")
  }

  /// What is in this shape and not in the other.
  ///
  /// - Parameter gridSize: as of `intersection`.
  package func difference(_ other: Shape, gridSize: Double = 0) throws(GEOSFault) -> Shape {
    try context.shape(
      GEOSDifferencePrec_r(context.handle, handle, other.handle, gridSize), "GEOSDifferencePrec")
  }

  /// The union of the parts of a collection. The corresponding C function is `GEOSUnaryUnion`.
  package func unaryUnion() throws(GEOSFault) -> Shape {
    try context.shape(GEOSUnaryUnion_r(context.handle, handle), "GEOSUnaryUnion")
  }

  package func boundary() throws(GEOSFault) -> Shape {
    try context.shape(GEOSBoundary_r(context.handle, handle), "GEOSBoundary")
  }

  /// This geometry with vertices moved or inserted where those of `target` lie within `tolerance`.
  /// The corresponding C function is `GEOSSnap`.
  package func snapped(to target: Shape, tolerance: Double) throws(GEOSFault) -> Shape {
    try context.shape(
      GEOSSnap_r(context.handle, handle, target.handle, tolerance), "GEOSSnap")
  }

  /// This geometry, wider by a distance on all sides, or narrower by a negative one. The corresponding C function is
  /// `GEOSBuffer`.
  package func buffered(by distance: Double) throws(GEOSFault) -> Shape {
    try context.shape(GEOSBuffer_r(context.handle, handle, distance, 8), "GEOSBuffer")
  }

  /// Diameter of the largest circle inside a polygon, to within `tolerance`. The corresponding C
  /// function is `GEOSMaximumInscribedCircle`, whose result is a radius.
  ///
  /// It is what tests hold the project's own circle to, and nothing else: what it finds differs from one release
  /// of GEOS to another, and its time is the length of a polygon over its thickness.
  package func width(tolerance: Double) throws(GEOSFault) -> Double {
    let radius = try context.shape(
      GEOSMaximumInscribedCircle_r(context.handle, handle, tolerance),
      "GEOSMaximumInscribedCircle")
    return try 2 * radius.length()
  }

  /// The parts of a collection, or the geometry alone, as coordinates of lines and points.
  package func lines() throws(GEOSFault) -> [[SIMD2<Double>]] {
    var result: [[SIMD2<Double>]] = []
    for part in 0..<GEOSGetNumGeometries_r(context.handle, handle) {
      guard let line = GEOSGetGeometryN_r(context.handle, handle, part) else {
        throw context.fault("GEOSGetGeometryN")
      }
      guard let sequence = GEOSGeom_getCoordSeq_r(context.handle, line) else {
        throw context.fault("GEOSGeom_getCoordSeq")
      }
      var count: UInt32 = 0
      guard GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1 else {
        throw context.fault("GEOSCoordSeq_getSize")
      }
      var points = [SIMD2<Double>](repeating: .zero, count: Int(count))
      for index in 0..<count {
        var x = 0.0
        var y = 0.0
        guard GEOSCoordSeq_getXY_r(context.handle, sequence, index, &x, &y) == 1 else {
          throw context.fault("GEOSCoordSeq_getXY")
        }
        points[Int(index)] = SIMD2(x, y)
      }
      result.append(points)
    }
    return result
  }
}
