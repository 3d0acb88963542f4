import GeoKernel

/// Cells and points that stand for all of a layer, in steps of one length through its rows.
struct LayerSample {
  /// Middles of cells, or points, in the coordinates of the layer.
  let places: [SIMD2<Double>]
  private let reference: String
  private let people: [Double]
  /// The same places on WGS 84; infinite where they have none, empty where nobody asks.
  private(set) var degrees: [SIMD2<Double>] = []
  /// South-western and north-eastern corner in degrees.
  private var low = SIMD2(repeating: Double.infinity)
  private var high = SIMD2(repeating: -Double.infinity)

  private static let mostPlaces = 4_000

  /// - Parameter inDegrees: whether layers in other systems are to be compared with it.
  /// - Throws: `InputFault` for a reference system that PROJ refuses.
  init(_ layer: PopulationGrid.Layer, inDegrees: Bool, path: String) throws(InputFault) {
    let count = min(layer.count, Self.mostPlaces)
    let chosen = (0..<count).map { $0 * layer.count / count }
    places = chosen.map { layer.centre(of: $0) }
    people = chosen.map { layer.people[$0] }
    reference = layer.reference
    guard inDegrees else { return }
    degrees = try Self.transformed(places, from: reference, to: Projection.degrees, path)
    for place in degrees where place.x.isFinite && place.y.isFinite {
      (low, high) = (pointwiseMin(low, place), pointwiseMax(high, place))
    }
  }

  /// Part of the sample's people who are in some of its places.
  func share(where isChosen: [Bool]) -> Double {
    let all = people.reduce(0, +)
    let some = zip(people, isChosen).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    return all > 0 ? some / all : 0
  }

  /// The places in another reference system; none where what lies in it is far from all of them.
  func places(
    in system: String, near other: LayerSample, _ path: String
  ) throws(InputFault) -> [SIMD2<Double>] {
    if system == reference { return places }
    guard low.x <= other.high.x, low.y <= other.high.y, other.low.x <= high.x,
      other.low.y <= high.y
    else { return [] }
    return try Self.transformed(degrees, from: Projection.degrees, to: system, path)
  }

  private static func transformed(
    _ places: [SIMD2<Double>], from source: String, to target: String, _ path: String
  ) throws(InputFault) -> [SIMD2<Double>] {
    guard source != target else { return places }
    var x = places.map { $0.x }
    var y = places.map { $0.y }
    do throws(ProjectionFault) {
      try Projection(from: source, to: target).transformWherePossible(x: &x, y: &y)
    } catch { throw MeshFault.inputFault(error, path: path) }
    return zip(x, y).map { SIMD2($0, $1) }
  }
}
