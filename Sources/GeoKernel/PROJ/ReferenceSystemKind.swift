import CPROJ

/// What the coordinates of a reference system are.
package enum ReferenceSystemKind: Sendable {
  /// Longitudes and latitudes, or eastings and northings: places on a map.
  case places
  /// Distances from the centre of the Earth.
  case geocentric
  /// Heights alone.
  case vertical
  /// Places of a building site or of a plan, tied to nothing else.
  case local
  /// Times, or quantities of another kind.
  case other
  /// PROJ does not know it, or takes it for no reference system: a transformation says so.
  case unknown

  /// - Parameter definition: `EPSG:2154`, well-known text, or the exact name of a system.
  package init(_ definition: String) {
    guard let context = ReferenceSystem.silentContext() else {
      self = .unknown
      return
    }
    defer { proj_context_destroy(context) }
    self = Self.kind(ReferenceSystem.known(as: definition, context), context)
  }

  /// - Parameter system: is destroyed.
  private static func kind(_ system: OpaquePointer?, _ context: OpaquePointer) -> Self {
    guard let system else { return .unknown }
    defer { proj_destroy(system) }
    switch proj_get_type(system) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS: return .places
    case PJ_TYPE_GEOCENTRIC_CRS: return .geocentric
    case PJ_TYPE_VERTICAL_CRS: return .vertical
    case PJ_TYPE_ENGINEERING_CRS: return .local
    case PJ_TYPE_TEMPORAL_CRS: return .other
    // One wraps another, or adds heights to another.
    case PJ_TYPE_BOUND_CRS: return kind(proj_get_source_crs(context, system), context)
    case PJ_TYPE_COMPOUND_CRS: return kind(proj_crs_get_sub_crs(context, system, 0), context)
    default: return .unknown
    }
  }
}
