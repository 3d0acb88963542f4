import GeoKernel

enum InscribedCircle {
  static func diameter(of region: PolygonColumns) -> Double {
    let context = GEOSContext()
    guard !region.ringEnds.isEmpty, let shape = try? Shape.polygons(0, of: region, in: context) else { return 0 }
    return (try? shape.width(tolerance: 0.1)) ?? 0
  }
}
