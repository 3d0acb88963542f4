import CPROJ

/// Measures on the ellipsoid of WGS 84, along geodesics (Karney 2013, as PROJ implements them).
package struct Geodesic {
  private var ellipsoid = geod_geodesic()

  package init() {
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257_223_563)
  }

  /// Metres between two positions given in degrees. The corresponding C function is `geod_inverse`.
  package mutating func length(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double))
    -> Double
  {
    var metres = 0.0
    geod_inverse(&ellipsoid, from.y, from.x, to.y, to.x, &metres, nil, nil)
    return metres
  }

  /// Signed square metres of a ring given in degrees, positive when anticlockwise. The corresponding
  /// C function is `geod_polygonarea`.
  package mutating func area(longitudes: [Double], latitudes: [Double]) -> Double {
    var polygon = geod_polygon()
    geod_polygon_init(&polygon, 0)
    for (longitude, latitude) in zip(longitudes, latitudes) {
      geod_polygon_addpoint(&ellipsoid, &polygon, latitude, longitude)
    }
    var area = 0.0
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nil)
    return area
  }
}
