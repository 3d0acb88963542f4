/// A point in or near each unit, found once for all who ask.
struct UnitPoints: Sendable {
  private let points: Column<Unit, GlobePoint?>

  /// - Complexity: O(vertices of the units).
  init(_ mesh: Mesh, count: Int, jobs: Int) async throws {
    let found = try await mapInTurns(jobs: jobs, count, with: ()) { _, unit in
      mesh.centroid(of: Index<Unit>(unit))
    }
    points = Column(found)
  }

  subscript(unit: Index<Unit>) -> GlobePoint? { points[unit] }
}

extension Mesh {
  /// The centroid of the largest ring of a unit; nil without geometry. It is near the unit, and may
  /// lie outside of one that is bent.
  ///
  /// - Complexity: O(vertices of the unit).
  func centroid(of unit: Index<Unit>) -> GlobePoint? {
    guard hasGeometry(unit) else { return nil }
    let outline = outline(of: unit)
    var best: (area: Double, longitude: Double, latitude: Double)?
    for ring in 0..<outline.ringCount where !outline.isHole[ring] {
      guard let found = centroid(of: outline.ring(ring)), found.area > best?.area ?? -1 else {
        continue
      }
      best = found
    }
    return best.map { GlobePoint(longitude: $0.longitude, latitude: $0.latitude) }
  }

  /// Area is in square degrees; the centroid is right in plane geometry, which is near enough for the
  /// extent of a commune.
  private func centroid(
    of ring: ArraySlice<Index<Vertex>>
  ) -> (area: Double, longitude: Double, latitude: Double)? {
    guard let first = ring.first, let last = ring.last else { return nil }
    // From its first vertex, so that no digits are lost.
    let (x0, y0) = (longitudes[first], latitudes[first])
    var (area, x, y) = (0.0, 0.0, 0.0)
    var (fromX, fromY) = (longitudes[last] - x0, latitudes[last] - y0)
    for vertex in ring {
      let (toX, toY) = (longitudes[vertex] - x0, latitudes[vertex] - y0)
      let cross = fromX * toY - toX * fromY
      area += cross
      x += (fromX + toX) * cross
      y += (fromY + toY) * cross
      (fromX, fromY) = (toX, toY)
    }
    guard abs(area) > .leastNormalMagnitude else { return (0, x0, y0) }
    return (abs(area) / 2, x0 + x / (3 * area), y0 + y / (3 * area))
  }
}
