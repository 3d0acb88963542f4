#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Areas and lengths on the ellipsoid of WGS 84 for the short sides of administrative borders, in
/// columns: tens of nanoseconds a side where a full geodesic takes a microsecond.
///
/// Tests hold both measures to PROJ's geodesics (`Geodesic`), which take over for long sides.
package enum EllipsoidMeasure {
  static let semiMajor = 6_378_137.0
  static let flattening = 1 / 298.257_223_563
  static let eccentricity2 = flattening * (2 - flattening)
  private static let radians = Double.pi / 180

  /// Sides longer than this, in degrees, are measured by PROJ.
  private static let longestShortSide = 0.25

  /// For each latitude in degrees, the sine of its authalic latitude: the area of a zone of the
  /// ellipsoid grows with it evenly, from -1 at one pole to 1 at the other.
  ///
  /// - Complexity: O(n).
  package static func authalicSines(latitudes: [Double]) -> [Double] {
    latitudes.map { authalic(sin($0 * radians)) / authalicAtPole }
  }

  /// Signed square metres between a side and the equator, positive when the side goes west: summed
  /// along an anticlockwise ring it gives the area that the ring encloses.
  ///
  /// The side is straight in longitude and latitude (as in RFC 7946), so that areas add up wherever a
  /// side is cut. The error is below a square metre for sides
  /// of up to a tenth of a degree.
  package static func areaUnderSide(
    from: (longitude: Double, sine: Double), to: (longitude: Double, sine: Double)
  ) -> Double {
    var step = to.longitude - from.longitude
    if step > 180 { step -= 360 } else if step < -180 { step += 360 }
    // The mean of a curve along a side is that of its ends, less a twelfth of its second derivative
    // times the square of the step: here in the authalic sine, to the first order in the flattening.
    let middle = (from.sine + to.sine) / 2
    let rise = to.sine - from.sine
    let cosine2 = max(1e-9, 1 - middle * middle)
    let sine = middle * (1 + eccentricity2 * cosine2 * 2 / 3)
    let flat = 1 + eccentricity2 * ((1 - 3 * middle * middle) * 2 / 3 - 4 * cosine2)
    let bulge = rise * rise / 12 * sine * flat / max(1e-9, 1 - sine * sine)
    return -step * radians * (middle + bulge) * authalicRadius2
  }

  /// Metres between two positions in degrees.
  ///
  /// Short sides use the mid-latitude formula of Gauss with its first corrections (relative error
  /// below 1e-9 up to 25 km); longer ones are PROJ's.
  package static func length(
    _ from: (longitude: Double, latitude: Double), _ to: (longitude: Double, latitude: Double)
  ) -> Double {
    var east = to.longitude - from.longitude
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    let north = to.latitude - from.latitude
    guard abs(east) < longestShortSide, abs(north) < longestShortSide,
      abs(from.latitude) < 85
    else {
      var geodesic = Geodesic()
      return geodesic.length(
        (x: from.longitude, y: from.latitude), (x: to.longitude, y: to.latitude))
    }
    let middle = (from.latitude + to.latitude) / 2 * radians
    let sine = sin(middle)
    let cosine = cos(middle)
    let curvature = 1 - eccentricity2 * sine * sine
    let normal = semiMajor / curvature.squareRoot()
    let meridian = normal * (1 - eccentricity2) / curvature
    let dx = east * radians
    let dy = north * radians
    // Gauss's mid-latitude series, second order (Torge & Müller, Geodesy, 4th ed., section 6.3).
    let second = eccentricity2 / (1 - eccentricity2) * cosine * cosine
    let tangent2 = sine * sine / (cosine * cosine)
    let vertical2 = 24 * (1 + second) * (1 + second)
    let x =
      normal * cosine * dx
      * (1 - dx * dx * sine * sine / 24 + dy * dy * (1 + second - 9 * second * tangent2) / vertical2)
    let y =
      meridian * dy * cos(dx / 2)
      * (1 + dx * dx * cosine * cosine * (1 - 2 * second) / 24
        + dy * dy * second * (1 - tangent2) * 3 / vertical2)
    return (x * x + y * y).squareRoot()
  }

  /// Snyder (1987), equation 3-12, with the logarithm as its series in the sine.
  private static func authalic(_ sine: Double) -> Double {
    let z = eccentricity2 * sine * sine
    let series =
      1 + z * (1 / 3.0 + z * (1 / 5.0 + z * (1 / 7.0 + z * (1 / 9.0 + z * (1 / 11.0 + z / 13)))))
    return (1 - eccentricity2) * sine * (1 / (1 - z) + series)
  }

  private static let authalicAtPole = authalic(1)
  private static let authalicRadius2 = semiMajor * semiMajor * authalicAtPole / 2
}

extension EllipsoidMeasure {
  /// Metres of one unit of a source's coordinates around a latitude; 1 where the source is in metres.
  package static func metresPerUnit(atLatitude latitude: Double?) -> (x: Double, y: Double) {
    guard let latitude else { return (1, 1) }
    let sine = sin(latitude * radians)
    let curvature = 1 - eccentricity2 * sine * sine
    let normal = semiMajor / curvature.squareRoot()
    return (
      normal * cos(latitude * radians) * radians,
      normal * (1 - eccentricity2) / curvature * radians
    )
  }
}
