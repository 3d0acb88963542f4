import CPROJ

/// PROJ refused a reference system or a transformation.
package struct ProjectionFault: Error {
  package let definition: String
  package let message: String
}

/// A transformation of coordinate columns to longitudes and latitudes on WGS 84, in degrees.
///
/// The handles stay in the task that made them. The corresponding C functions are
/// `proj_create_crs_to_crs` and `proj_trans_generic`.
package struct Projection: ~Copyable {
  private let context: OpaquePointer
  private let transformation: OpaquePointer
  private let definition: String

  /// - Parameter definition: `EPSG:2154`, well-known text, or anything else that PROJ knows.
  package init(from definition: String) throws(ProjectionFault) {
    guard let context = proj_context_create() else {
      throw ProjectionFault(definition: definition, message: "out of memory")
    }
    proj_log_level(context, PJ_LOG_NONE)
    proj_context_set_enable_network(context, 0)
    let raw = proj_create_crs_to_crs(context, definition, "EPSG:4326", nil)
    defer { proj_destroy(raw) }
    guard let raw, let normalised = proj_normalize_for_visualization(context, raw) else {
      // A system tied to no place on Earth fails without an error number.
      let words = proj_context_errno_string(context, proj_context_errno(context))
      let message = words.map { String(cString: $0) } ?? "no transformation to WGS 84"
      proj_context_destroy(context)
      throw ProjectionFault(definition: definition, message: message)
    }
    self.context = context
    self.transformation = normalised
    self.definition = definition
  }

  deinit {
    proj_destroy(transformation)
    proj_context_destroy(context)
  }

  /// Transforms abscissas and ordinates in place.
  ///
  /// - Complexity: O(n), about 0.2 µs a point.
  /// - Throws: when a point lies where the transformation is not defined.
  package func transform(x: inout [Double], y: inout [Double]) throws(ProjectionFault) {
    let count = x.count
    precondition(y.count == count)
    let stride = MemoryLayout<Double>.stride
    let done = x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        proj_trans_generic(
          transformation, PJ_FWD, x.baseAddress, stride, count, y.baseAddress, stride, count,
          nil, 0, 0, nil, 0, 0)
      }
    }
    guard done == count, x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) else {
      throw ProjectionFault(
        definition: definition, message: "a point lies outside of where it is defined")
    }
  }
}
