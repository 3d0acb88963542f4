import GeoKernel

/// One arrangement of all borders: vertices, edges, and the unit on either side of each edge.
///
/// Who borders whom, for how many metres, what belongs together and what the outline of any set of
/// units is are all walks along these edges. Territories given as lists add no edge; drawn ones will
/// add theirs to the same table.
struct Mesh: Sendable {
  /// Degrees on WGS 84, by vertex.
  private(set) var longitudes: [Double]
  private(set) var latitudes: [Double]
  private(set) var edges: EdgeTable
  /// Rings of each unit as it was given, shells anticlockwise and holes clockwise.
  let rings: RingTable
  /// Square metres on the ellipsoid, by unit, from its own rings; 0 without geometry.
  let areas: [Double]
  /// Edges that bound each unit.
  private(set) var borders: Grouping
  /// Where neighbours did not fit, and what was done about it.
  let findings: [BorderFinding]

  var unitCount: Int { areas.count }

  func hasGeometry(_ unit: Int) -> Bool { !rings.rings(of: unit).isEmpty }

  /// - Parameters:
  ///   - geometry: polygons in the coordinates of their source.
  ///   - features: for each unit, its feature in `geometry`, or -1.
  ///   - reference: what the coordinates are; topology is found before they are transformed.
  /// - Complexity: O(vertices) expected.
  init(
    geometry: PolygonColumns, features: [Int32], reference: DeclaredReference
  ) throws(MeshFault) {
    var vertices = VertexTable(capacity: geometry.vertexCount)
    let rings = RingTable(geometry, features, &vertices)
    var edges = EdgeTable(
      vertexCount: vertices.x.count, expectedEdges: geometry.vertexCount / 2 + 1024)
    rings.addSides(to: &edges)

    let projection = try DegreeProjection(reference)
    var (longitudes, latitudes) = try projection.degrees(vertices.x[...], vertices.y[...])
    self.areas = Self.areas(edges, longitudes, latitudes, unitCount: features.count)

    let given = vertices.x.count
    self.findings = try BorderRepair.run(
      &edges, &vertices, BorderTolerance(isGeographic: projection.isIdentity))
    let added = try projection.degrees(vertices.x[given...], vertices.y[given...])
    longitudes += added.longitudes
    latitudes += added.latitudes
    self.longitudes = longitudes
    self.latitudes = latitudes
    self.rings = rings
    self.borders = Self.borders(of: edges, unitCount: features.count)
    self.edges = edges
  }

  /// Metres of one edge on the ellipsoid.
  func length(of edge: Int) -> Double {
    let low = Int(edges.low[edge])
    let high = Int(edges.high[edge])
    return EllipsoidMeasure.length(
      (longitudes[low], latitudes[low]), (longitudes[high], latitudes[high]))
  }

  private static func areas(
    _ edges: EdgeTable, _ longitudes: [Double], _ latitudes: [Double], unitCount: Int
  ) -> [Double] {
    let tangents = EllipsoidMeasure.authalicHalfTangents(latitudes: latitudes)
    var areas = [Double](repeating: 0, count: unitCount)
    func underEdge(_ edge: Int) -> Double {
      let low = Int(edges.low[edge])
      let high = Int(edges.high[edge])
      return EllipsoidMeasure.areaUnderSide(
        from: (longitudes[low], tangents[low]), to: (longitudes[high], tangents[high]))
    }
    for edge in 0..<edges.count where edges.isBorder(edge) {
      let area = underEdge(edge)
      if edges.left[edge] >= 0 { areas[Int(edges.left[edge])] += area }
      if edges.right[edge] >= 0 { areas[Int(edges.right[edge])] -= area }
    }
    for claim in edges.doubleClaims {
      let area = underEdge(Int(claim.edge))
      areas[Int(claim.unit)] += claim.isLeft ? area : -area
    }
    return areas
  }

  private static func borders(of edges: EdgeTable, unitCount: Int) -> Grouping {
    Grouping(groupCount: unitCount) { visit in
      for edge in 0..<edges.count where edges.isBorder(edge) {
        visit(edges.left[edge], Int32(edge))
        visit(edges.right[edge], Int32(edge))
      }
    }
  }
}

/// Why no mesh could be built.
enum MeshFault: Error {
  case projection(ProjectionFault)
  case notLongitudesAndLatitudes
  case geos(GEOSFault)
}

/// The way from a file's coordinates to degrees on WGS 84.
private struct DegreeProjection: ~Copyable {
  private let projection: Projection?
  var isIdentity: Bool { projection == nil }

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
    _ x: ArraySlice<Double>, _ y: ArraySlice<Double>
  ) throws(MeshFault) -> (longitudes: [Double], latitudes: [Double]) {
    var longitudes = Array(x)
    var latitudes = Array(y)
    do throws(ProjectionFault) {
      try projection?.transform(x: &longitudes, y: &latitudes)
    } catch { throw .projection(error) }
    guard longitudes.allSatisfy({ abs($0) <= 180.000_001 }),
      latitudes.allSatisfy({ abs($0) <= 90.000_001 })
    else { throw .notLongitudesAndLatitudes }
    return (longitudes, latitudes)
  }
}
