import GeoKernel

/// One arrangement of all borders: vertices, edges, and the unit on either side of each edge.
///
/// Who borders whom, for how many metres, what belongs together and what the outline of any set of
/// units is are all walks along these edges. Territories given as lists add no edge; drawn ones will
/// add theirs to the same table.
struct Mesh: Sendable {
  /// Degrees on WGS 84, by vertex.
  let longitudes: [Double]
  let latitudes: [Double]
  let edges: EdgeTable
  /// Square metres on the ellipsoid, by unit, from its own rings; 0 without geometry.
  let areas: [Double]
  /// Edges that bound each unit.
  let borders: Grouping
  /// Where neighbours did not fit, and what was done about it.
  let findings: [BorderFinding]

  private let rings: RingTable
  /// For each unit, its feature in `rings`, or -1.
  private let features: [Int32]

  var unitCount: Int { features.count }

  func hasGeometry(_ unit: Int) -> Bool { features[unit] >= 0 }

  /// A unit as it was given, whatever the repair of borders did.
  func outline(of unit: Int) -> Outline { rings.outline(of: features[unit]) }

  /// - Parameters:
  ///   - ground: vertices and rings in the coordinates of their source.
  ///   - features: for each unit, its feature in the ground, or -1.
  ///   - reference: what the coordinates are; topology is found before they are transformed.
  /// - Complexity: O(vertices) expected.
  init(
    _ ground: MeshGround, features: [Int32], reference: DeclaredReference, jobs: Int = 1
  ) async throws {
    self.features = features
    rings = ground.rings
    let projection = try DegreeProjection(reference)
    var (longitudes, latitudes) = try projection.degrees(ground.vertices.positions)
    let tolerance = BorderTolerance(isGeographic: projection.isIdentity)
    let (repaired, areas) = try await concurrently(
      jobs: jobs,
      { try BorderRepair.run(ground.edges(features), ground.vertices, tolerance) },
      { [longitudes, latitudes] in ground.rings.areas(of: features, longitudes, latitudes) })
    let added = try projection.degrees(repaired.addedPositions)
    longitudes += added.longitudes
    latitudes += added.latitudes
    self.longitudes = longitudes
    self.latitudes = latitudes
    self.areas = areas
    self.findings = repaired.findings
    self.borders = Self.borders(of: repaired.edges, unitCount: features.count)
    self.edges = repaired.edges
  }

  /// Metres of one edge on the ellipsoid.
  func length(of edge: Int) -> Double {
    let low = Int(edges.low[edge])
    let high = Int(edges.high[edge])
    return EllipsoidMeasure.length(
      (longitudes[low], latitudes[low]), (longitudes[high], latitudes[high]))
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
