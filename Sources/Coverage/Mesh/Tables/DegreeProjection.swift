import GeoKernel

/// The way from a file's coordinates to degrees on WGS 84.
struct DegreeProjection: ~Copyable {
  private let projection: Projection?

  init(_ reference: DeclaredReference) throws(MeshFault) {
    guard case .other(let definition) = reference else {
      projection = nil
      return
    }
    do throws(ProjectionFault) {
      projection = try Projection(from: definition)
    } catch { throw .projection(error) }
  }

  func degrees(
    _ positions: [SIMD2<Double>]
  ) throws(MeshFault) -> (longitudes: [Double], latitudes: [Double]) {
    // Closures, as a key path costs ten times more a vertex.
    var longitudes = positions.map { $0.x }
    var latitudes = positions.map { $0.y }
    projection?.transformWherePossible(x: &longitudes, y: &latitudes)
    guard longitudes.allSatisfy({ abs($0) <= 180.000_001 }),
      latitudes.allSatisfy({ abs($0) <= 90.000_001 })
    else {
      throw .nowhere(
        positions[
          longitudes.indices.first {
            !(abs(longitudes[$0]) <= 180.000_001 && abs(latitudes[$0]) <= 90.000_001)
          } ?? 0])
    }
    return (longitudes, latitudes)
  }

  /// Refuses what no system has as coordinates, before anything is made of it.
  ///
  /// - Complexity: O(positions).
  static func screen(
    _ positions: [SIMD2<Double>], in reference: DeclaredReference
  ) throws(MeshFault) {
    let largest =
      switch reference {
      case .wgs84, .undeclared: SIMD2(180.000_001, 90.000_001)
      case .other:
        SIMD2(
          repeating: DrawingScreen.largestCoordinate(isGeographic: reference.isGeographic))
      }
    // What is no number is not below a bound either.
    let wild = positions.first { !(abs($0.x) <= largest.x && abs($0.y) <= largest.y) }
    if let wild { throw .nowhere(wild) }
  }
}
