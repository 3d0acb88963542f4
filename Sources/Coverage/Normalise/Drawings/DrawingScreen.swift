import GeoKernel

/// Why a drawing cannot be used, and what to do about it.
struct DrawingRefusal: Equatable {
  let finding: Wording
  let cure: Wording

  var treatment: Wording {
    Wording(fr: "dessin écarté : \(cure.french)", en: "drawing set aside: \(cure.english)")
  }
}

/// Tells drawings that lie where their reference system has no place.
struct DrawingScreen {
  private let isGeographic: Bool

  /// No reference system of the Earth has larger coordinates, in whatever unit.
  private static let largestCoordinate = 1e9
  /// Beyond this an angle is no angle at all, in degrees or in grades.
  private static let largestAngle = 400.0

  /// What no coordinate of a system of the Earth is beyond.
  static func largestCoordinate(isGeographic: Bool) -> Double {
    isGeographic ? largestAngle : largestCoordinate
  }

  init(_ reference: DeclaredReference) {
    isGeographic =
      switch reference {
      case .wgs84, .undeclared: true
      case .other(let definition): Projection.isGeographic(definition)
      }
  }

  /// Whether no ring has coordinates that could be angles although all should be: the file is in
  /// another system than it says.
  func findsNoAngles(in polygons: PolygonColumns) -> Bool {
    guard isGeographic, !polygons.ringEnds.isEmpty else { return false }
    return polygons.ringEnds.indices.allSatisfy { ring in
      let (x, y) = Extent(polygons.vertices(of: ring), of: polygons).farthest
      return max(x, y) > Self.largestAngle
    }
  }

  /// Why a feature cannot be used; nil where it can.
  ///
  /// - Complexity: O(vertices of the feature).
  func refusal(of feature: Int, in polygons: PolygonColumns) -> DrawingRefusal? {
    for ring in polygons.rings(of: feature) {
      let extent = Extent(polygons.vertices(of: ring), of: polygons)
      if let refusal = isGeographic ? Self.refusal(ofAngles: extent) : Self.refusal(of: extent) {
        return refusal
      }
    }
    return nil
  }

  private static func refusal(of extent: Extent) -> DrawingRefusal? {
    let (x, y) = extent.farthest
    return max(x, y) > largestCoordinate ? .nowhere : nil
  }

  private static func refusal(ofAngles extent: Extent) -> DrawingRefusal? {
    let (x, y) = extent.farthest
    // The tolerance of one who wrote a limit with few decimals.
    if x <= 180.000_001 && y <= 90.000_001 {
      return extent.east - extent.west > 180 ? .acrossAntimeridian : nil
    }
    if x <= 90.000_001 && y <= 180.000_001 { return .swapped }
    return x <= 360 && y <= 90.000_001 ? .acrossAntimeridian : .nowhere
  }
}

extension DrawingRefusal {
  static let nowhere = DrawingRefusal(
    finding: Wording(
      fr: "coordonnées qui n’ont pas de place dans le système de référence du fichier",
      en: "coordinates that have no place in the file's reference system"),
    cure: Wording(
      fr: "déclarez le système de la couche, ou exportez en WGS 84",
      en: "declare the layer's system, or export it in WGS 84"))

  static let swapped = DrawingRefusal(
    finding: Wording(
      fr: "latitude au-delà de 90° : latitude et longitude semblent échangées",
      en: "latitude beyond 90°: latitude and longitude seem to be exchanged"),
    cure: Wording(
      fr: "exportez-le avec la longitude d’abord", en: "export it with longitude first"))

  static let acrossAntimeridian = DrawingRefusal(
    finding: Wording(
      fr: "un contour s’étend sur plus de 180° de longitude, ou au-delà de 180° : "
        + "il semble passer l’antiméridien",
      en: "a ring spans over 180° of longitude, or goes beyond 180°: "
        + "it seems to cross the antimeridian"),
    cure: Wording(
      fr: "coupez-le en deux à l’antiméridien", en: "cut it in two at the antimeridian"))
}

/// The smallest rectangle around some vertices, in their own coordinates.
struct Extent {
  private(set) var west = Double.infinity
  private(set) var south = Double.infinity
  private(set) var east = -Double.infinity
  private(set) var north = -Double.infinity

  init(_ vertices: Range<Int>, of polygons: PolygonColumns) {
    for vertex in vertices { extend(to: polygons.x[vertex], polygons.y[vertex]) }
  }

  /// Around nothing.
  init() {}

  mutating func extend(to x: Double, _ y: Double) {
    if x < west { west = x }
    if x > east { east = x }
    if y < south { south = y }
    if y > north { north = y }
  }

  /// The largest magnitude of either coordinate.
  var farthest: (x: Double, y: Double) { (max(-west, east), max(-south, north)) }
}
