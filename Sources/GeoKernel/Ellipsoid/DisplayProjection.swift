#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A projection for pictures, on the sphere: metres east and north of a centre, for degrees on WGS 84.
///
/// Pictures need shapes that look right, not figures: no area or length is measured here. PROJ gives
/// the legal systems where coordinates are read.
package enum DisplayProjection: Sendable {
  /// Lambert's conformal conic with the parallels of Lambert-93 (44° and 49° N, meridian 3° E): the
  /// shape that French readers know.
  case lambertFrance
  /// Equirectangular, true along one latitude and centred on a longitude: for places of a few degrees.
  case equirectangular(longitude: Double, latitude: Double)

  private static let earthRadius = 6_371_000.0
  private static let radians = Double.pi / 180
  private static let parallels = (south: 44 * radians, north: 49 * radians)
  private static let cone =
    log(cos(parallels.south) / cos(parallels.north))
    / log(stretch(parallels.north) / stretch(parallels.south))
  private static let scale = cos(parallels.south) * pow(stretch(parallels.south), cone) / cone

  /// Metres east and north.
  package func metres(longitude: Double, latitude: Double) -> SIMD2<Double> {
    switch self {
    case .lambertFrance:
      // Near a pole the cone has no end.
      let latitude = min(max(latitude, -80), 89) * Self.radians
      let distance = Self.scale / pow(Self.stretch(latitude), Self.cone)
      let angle = Self.cone * (longitude - 3) * Self.radians
      return Self.earthRadius * SIMD2(distance * sin(angle), -distance * cos(angle))
    case .equirectangular(let middle, let trueLatitude):
      let radius = Self.earthRadius * Self.radians
      return SIMD2(
        radius * (longitude - middle) * max(0.01, cos(trueLatitude * Self.radians)),
        radius * (latitude - trueLatitude))
    }
  }

  private static func stretch(_ latitude: Double) -> Double { tan(.pi / 4 + latitude / 2) }
}
