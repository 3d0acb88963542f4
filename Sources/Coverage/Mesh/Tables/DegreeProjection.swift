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
    do throws(ProjectionFault) {
      try projection?.transform(x: &longitudes, y: &latitudes)
    } catch { throw .projection(error) }
    guard longitudes.allSatisfy({ abs($0) <= 180.000_001 }),
      latitudes.allSatisfy({ abs($0) <= 90.000_001 })
    else { throw .notLongitudesAndLatitudes }
    return (longitudes, latitudes)
  }
}
