import GeoKernel

/// One arrangement of all borders: vertices, edges, and the piece of a unit on either side of each edge.
///
/// Who borders whom, for how many metres, what belongs together and what the outline of any set of
/// pieces is are all walks along these edges. Territories given as lists add no edge, and each unit is
/// one piece; drawn ones add theirs, and cut units into pieces.
struct Mesh: Sendable {
  /// Degrees on WGS 84, by vertex.
  let longitudes: Column<Vertex, Double>
  let latitudes: Column<Vertex, Double>
  private(set) var edges: EdgeTable<Piece>
  private(set) var pieces: Pieces
  /// Square metres on the ellipsoid, by unit, from its own rings; 0 without geometry.
  let unitAreas: Column<Unit, Double>
  /// Edges that bound each piece.
  private(set) var borders: Grouping<Piece, Edge>
  /// Where neighbours did not fit, and what was done about it.
  let findings: [BorderFinding]
  /// What became of drawn territories; nil where there are none.
  let drawn: DrawnGround?

  private let rings: RingTable
  /// For each unit, its feature in `rings`, if any.
  private let features: Column<Unit, Index<Feature>>

  var unitCount: Int { features.count }

  var units: Range<Index<Unit>> { features.indices }

  func hasGeometry(_ unit: Index<Unit>) -> Bool { features[unit].exists }

  /// Square metres on the ellipsoid, by piece.
  var areas: Column<Piece, Double> { pieces.squareMetres }

  /// A unit as it was given, whatever the repair of borders did.
  func outline(of unit: Index<Unit>) -> Outline { rings.outline(of: features[unit]) }

  /// - Parameters:
  ///   - ground: vertices and rings in the coordinates of their source.
  ///   - features: for each unit, its feature in the ground, if any.
  ///   - reference: what the coordinates are; topology is found before they are transformed.
  ///   - layers: territories drawn as polygons, in any system.
  /// - Complexity: O(vertices) expected.
  init(
    _ ground: MeshGround, features: Column<Unit, Index<Feature>>, reference: DeclaredReference,
    layers: [DrawnLayer] = [], jobs: Int = 1
  ) async throws {
    self.features = features
    rings = ground.rings
    let projection = try DegreeProjection(reference)
    try DegreeProjection.screen(ground.vertices.positions.values, in: reference)
    let tolerance = BorderTolerance(isGeographic: reference.isGeographic)
    let (repaired, (places, sines, areas, brought)) = try await concurrently(
      jobs: jobs,
      {
        try await BorderRepair.run(
          ground, features, tolerance, isPlanar: !layers.isEmpty, jobs: jobs)
      },
      {
        let places = try DegreeProjection(reference).degrees(ground.vertices.positions.values)
        let sines = EllipsoidMeasure.authalicSines(latitudes: places.latitudes)
        return (
          places, sines,
          ground.rings.areas(of: features, Column(places.longitudes), Column(sines)),
          try DrawnTerritories(layers, to: reference, ground.vertices, tolerance)
        )
      })
    unitAreas = areas
    findings = repaired.findings
    var (longitudes, latitudes) = places
    if layers.isEmpty {
      let added = try projection.degrees(repaired.vertices.addedPositions)
      longitudes += added.longitudes
      latitudes += added.latitudes
      drawn = nil
      edges = Pieces.edges(ofWholeUnits: repaired.edges.table)
      pieces = Pieces(wholeUnits: areas)
    } else {
      let hasParts = features.mapped { ground.rings.polygonCount(of: $0) > 1 }
      var drawings = brought
      try drawings.bendLongSides(to: reference, along: repaired.edges.table.ends, repaired.vertices)
      try drawings.repairSuspects(tolerance)
      func arrange() async throws -> Arrangement {
        let cut: Arrangement.Cut
        do {
          cut = try await Arrangement.Cut(
            repaired.edges, repaired.vertices, drawings.polygons,
            unitVertices: drawings.unitVertices, tolerance, jobs: jobs)
        } catch is TangledEdges {
          throw MeshFault.tangledBorders(layers.paths)
        }
        (longitudes, latitudes) = places
        let added = try projection.degrees(cut.vertices.addedPositions)
        longitudes += added.longitudes
        latitudes += added.latitudes
        return try await Arrangement(
          cut, hasParts: hasParts, firstOfCPTS: drawings.firstOfCPTS, areas: areas,
          mended: repaired.mended, longitudes: Column(longitudes),
          sines: Column(sines + EllipsoidMeasure.authalicSines(latitudes: added.latitudes)),
          jobs: jobs)
      }
      var arrangement = try await arrange()
      if !arrangement.invalidDrawings.isEmpty {
        try drawings.repair(arrangement.invalidDrawings, tolerance)
        arrangement = try await arrange()
      }
      drawn = DrawnGround(drawings, arrangement, in: reference)
      edges = arrangement.edges
      pieces = arrangement.pieces
    }
    self.longitudes = Column(longitudes)
    self.latitudes = Column(latitudes)
    borders = Self.borders(of: edges, pieceCount: pieces.count)
  }

  /// The same mesh with some pieces made one: edges between them divide nothing any more.
  ///
  /// - Complexity: O(edges).
  func joined(by joining: PieceJoining) -> Mesh {
    var result = self
    result.pieces = joining.pieces
    result.edges = EdgeTable(
      edges.ends, left: edges.left.mapped { joining[$0] }, right: edges.right.mapped { joining[$0] }
    )
    result.borders = Self.borders(of: result.edges, pieceCount: joining.pieces.count)
    return result
  }

  /// Metres of one edge on the ellipsoid.
  func length(of edge: Index<Edge>) -> Double {
    let (low, high) = (edges.low[edge], edges.high[edge])
    return EllipsoidMeasure.length(
      (longitudes[low], latitudes[low]), (longitudes[high], latitudes[high]))
  }

  /// The piece on the other side of an edge, or the outside.
  func piece(across edge: Index<Edge>, from piece: Index<Piece>) -> Index<Piece> {
    edges.left[edge] == piece ? edges.right[edge] : edges.left[edge]
  }

  private static func borders(
    of edges: EdgeTable<Piece>, pieceCount: Int
  ) -> Grouping<Piece, Edge> {
    Grouping(groupCount: pieceCount) { visit in
      for edge in edges.indices where edges.isBorder(edge) {
        visit(edges.left[edge], edge)
        visit(edges.right[edge], edge)
      }
    }
  }
}

extension [DrawnLayer] {
  /// The files of the layers, each once.
  var paths: String {
    var seen: Set<String> = []
    return map(\.path).filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
