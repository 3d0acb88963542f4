import GeoKernel

/// A part of a map with a projection and a scale of its own: metropolitan France, or an inset.
struct MapFrame: Sendable {
  let place: FramedPlace
  let projection: DisplayProjection
  /// What of the plane of the projection is shown, in metres.
  let extent: MapBox
  /// Where it is shown, in units of the map: east, and south.
  var corner = SIMD2<Double>(0, 0)
  /// Units of the map for a metre.
  var scale = 1.0

  /// Size on the map, in units.
  var size: SIMD2<Double> { extent.size * scale }

  /// Units of the map, east and south, for degrees.
  func position(longitude: Double, latitude: Double) -> SIMD2<Int32> {
    position(of: Self.metres(projection, longitude: longitude, latitude: latitude))
  }

  /// A point of the plane of a projection, whatever the degrees.
  static func metres(
    _ projection: DisplayProjection, longitude: Double, latitude: Double
  ) -> SIMD2<Double> {
    projection.metres(
      longitude: min(max(longitude, -360), 360), latitude: min(max(latitude, -90), 90))
  }

  /// Units of the map, east and south, for a point of the plane of the projection.
  func position(of metres: SIMD2<Double>) -> SIMD2<Int32> {
    let offset = SIMD2(metres.x - extent.low.x, extent.high.y - metres.y) * scale + corner
    // A point far outside of its frame must not overflow.
    let bounded = offset.clamped(lowerBound: Self.least, upperBound: Self.most)
    return SIMD2(Int32(bounded.x), Int32(bounded.y))
  }

  private static let least = SIMD2(repeating: -4e6)
  private static let most = SIMD2(repeating: 4e6)
}

/// A rectangle that grows with the points it is given.
struct MapBox: Sendable {
  private(set) var low = SIMD2(repeating: Double.infinity)
  private(set) var high = SIMD2(repeating: -Double.infinity)

  var isEmpty: Bool { low.x > high.x }
  var size: SIMD2<Double> { isEmpty ? SIMD2(0, 0) : high - low }

  mutating func add(_ point: SIMD2<Double>) {
    low = pointwiseMin(low, point)
    high = pointwiseMax(high, point)
  }
}

/// The places that get a frame of their own. What is in none of them has a frame apart.
enum FramedPlace: Int, CaseIterable, Sendable {
  case metropolitanFrance, guadeloupe, martinique, guyane, reunion, mayotte
  case saintPierreMiquelon, northernIslands, elsewhere

  var name: Wording {
    switch self {
    case .metropolitanFrance: Wording(fr: "France métropolitaine", en: "Metropolitan France")
    case .guadeloupe: Wording(fr: "Guadeloupe", en: "Guadeloupe")
    case .martinique: Wording(fr: "Martinique", en: "Martinique")
    case .guyane: Wording(fr: "Guyane", en: "French Guiana")
    case .reunion: Wording(fr: "La Réunion", en: "La Réunion")
    case .mayotte: Wording(fr: "Mayotte", en: "Mayotte")
    case .saintPierreMiquelon:
      Wording(fr: "Saint-Pierre-et-Miquelon", en: "Saint-Pierre and Miquelon")
    case .northernIslands:
      Wording(fr: "Saint-Martin, Saint-Barthélemy", en: "Saint Martin, Saint Barthélemy")
    case .elsewhere: Wording(fr: "Ailleurs", en: "Elsewhere")
    }
  }

  /// West, south, east, north, in degrees.
  private var bounds: SIMD4<Double> {
    switch self {
    case .metropolitanFrance: SIMD4(-6, 41, 11, 52)
    case .guadeloupe: SIMD4(-62, 15.7, -60.9, 16.7)
    case .martinique: SIMD4(-61.4, 14.2, -60.6, 15.1)
    case .guyane: SIMD4(-55, 2, -51, 6.5)
    case .reunion: SIMD4(55, -21.6, 56, -20.7)
    case .mayotte: SIMD4(44.8, -13.2, 45.5, -12.4)
    case .saintPierreMiquelon: SIMD4(-56.8, 46.5, -55.9, 47.3)
    case .northernIslands: SIMD4(-63.4, 17.6, -62.6, 18.3)
    case .elsewhere: SIMD4(-180, -90, 180, 90)
    }
  }

  /// Where a point lies.
  static func around(longitude: Double, latitude: Double) -> FramedPlace {
    allCases.first {
      $0.bounds.x...$0.bounds.z ~= longitude && $0.bounds.y...$0.bounds.w ~= latitude
    } ?? .elsewhere
  }
}
