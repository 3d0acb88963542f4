package import GeoKernel

/// One feature of polygons: each shell, then its holes, as they would be drawn.
package func drawing(_ rings: (ring: [(Double, Double)], isHole: Bool)...) -> PolygonColumns {
  var columns = PolygonColumns()
  for (ring, isHole) in rings {
    for (x, y) in ring {
      columns.x.append(x)
      columns.y.append(y)
    }
    columns.endRing(isHole: isHole)
  }
  columns.endFeature()
  return columns
}

/// Corners of a rectangle, anticlockwise.
package func rectangle(
  _ west: Double, _ south: Double, _ east: Double, _ north: Double
) -> [(Double, Double)] {
  [(west, south), (east, south), (east, north), (west, north)]
}
