import CPROJ

/// PROJ refused a reference system or a transformation.
package struct ProjectionFault: Error {
  package let definition: String
  package let message: String
}

/// A transformation of coordinate columns from one reference system to another. Longitude comes before
/// latitude, and east before north, whatever the systems say of their axes.
///
/// The handles stay in the task that made them. The corresponding C functions are
/// `proj_create_crs_to_crs_from_pj` and `proj_trans_generic`.
package struct Projection: ~Copyable {
  /// Longitudes and latitudes on WGS 84, in degrees.
  package static let degrees = "EPSG:4326"

  private let context: OpaquePointer
  private let transformation: OpaquePointer
  private let definition: String
  /// To a fraction of the target's unit coordinates are rounded: how many make one.
  private let stepsPerUnit: Double

  /// A hundred-billionth of a degree and a millionth of a metre are both about a micrometre: finer than any map is
  /// drawn, so that no figure moves, and coarse against the last bits of a double, in which one release of PROJ differs
  /// from another. So the same inputs give the same bytes with either.
  private static let steps = (perDegree: 1e11, perMetre: 1e6)

  /// - Parameters:
  ///   - source: `EPSG:2154`, well-known text, or the exact name of a system.
  ///   - target: likewise; degrees on WGS 84 unless another system is named.
  /// - Throws: names the definition that PROJ refuses, or the source where it refuses the pair.
  package init(
    from source: String, to target: String = Projection.degrees
  ) throws(ProjectionFault) {
    guard let context = ReferenceSystem.silentContext() else {
      throw ProjectionFault(definition: source, message: "out of memory")
    }
    // What was made in a context goes before it.
    var isKept = false
    defer { if !isKept { proj_context_destroy(context) } }
    let systems = (
      source: ReferenceSystem.known(as: source, context),
      target: ReferenceSystem.known(as: target, context)
    )
    defer {
      proj_destroy(systems.source)
      proj_destroy(systems.target)
    }
    let isKnown = systems.source != nil && systems.target != nil
    let raw =
      isKnown
      ? proj_create_crs_to_crs_from_pj(context, systems.source, systems.target, nil, nil) : nil
    defer { proj_destroy(raw) }
    guard let raw, let normalised = proj_normalize_for_visualization(context, raw) else {
      // Systems tied to no place on Earth fail without an error number, and so do names.
      let words = proj_context_errno_string(context, proj_context_errno(context))
      let plain = isKnown ? "no transformation to \(target)" : "not a system that PROJ knows"
      throw ProjectionFault(
        definition: systems.target == nil ? target : source,
        message: words.map { String(cString: $0) } ?? plain)
    }
    isKept = true
    self.context = context
    self.transformation = normalised
    self.definition = source
    stepsPerUnit = Self.isGeographic(target) ? Self.steps.perDegree : Self.steps.perMetre
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
    transformWherePossible(x: &x, y: &y)
    // Closures, as a key path costs ten times more a vertex.
    guard x.allSatisfy({ $0.isFinite }) else {
      throw ProjectionFault(
        definition: definition, message: "a point lies outside of where it is defined")
    }
  }

  /// Transforms abscissas and ordinates in place, rounded (see `steps`). Points where the transformation is not defined
  /// become infinite in both coordinates.
  package func transformWherePossible(x: inout [Double], y: inout [Double]) {
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
    for point in 0..<count {
      if point < done, x[point].isFinite, y[point].isFinite {
        x[point] = (x[point] * stepsPerUnit).rounded() / stepsPerUnit
        y[point] = (y[point] * stepsPerUnit).rounded() / stepsPerUnit
      } else {
        x[point] = .infinity
        y[point] = .infinity
      }
    }
  }

  /// Whether the coordinates of a system are longitudes and latitudes.
  package static func isGeographic(_ definition: String) -> Bool {
    guard let context = ReferenceSystem.silentContext() else { return false }
    defer { proj_context_destroy(context) }
    var system = ReferenceSystem.known(as: definition, context)
    defer { proj_destroy(system) }
    // A bound system wraps another, a compound one adds heights to another.
    while let outer = system {
      let inner: OpaquePointer?
      switch proj_get_type(outer) {
      case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: return true
      case PJ_TYPE_BOUND_CRS: inner = proj_get_source_crs(context, outer)
      case PJ_TYPE_COMPOUND_CRS: inner = proj_crs_get_sub_crs(context, outer, 0)
      default: return false
      }
      proj_destroy(outer)
      system = inner
    }
    return false
  }
}
