#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A point of the globe as a unit vector, so that a distance costs a few multiplications.
struct GlobePoint: Sendable {
  private let vector: SIMD3<Double>

  /// Mean radius of the Earth in metres (IUGG): great circles differ from geodesics by less than 0.6 %.
  private static let radius = 6_371_008.8

  /// - Parameters: degrees on WGS 84.
  init(longitude: Double, latitude: Double) {
    let (east, north) = (longitude * .pi / 180, latitude * .pi / 180)
    vector = SIMD3(cos(north) * cos(east), cos(north) * sin(east), sin(north))
  }

  /// Degrees on WGS 84.
  var degrees: (longitude: Double, latitude: Double) {
    (atan2(vector.y, vector.x) * 180 / .pi, asin(min(max(vector.z, -1), 1)) * 180 / .pi)
  }

  /// Metres along the great circle.
  func metres(to other: GlobePoint) -> Double {
    let chord = vector - other.vector
    return 2 * Self.radius * asin(min(1, (chord * chord).sum().squareRoot() / 2))
  }
}
