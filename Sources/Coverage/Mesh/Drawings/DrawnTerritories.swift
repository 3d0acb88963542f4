import GeoKernel

/// Territories drawn as polygons, in the coordinates of the units.
struct DrawnTerritories: Sendable {
  /// One feature a drawing.
  private(set) var polygons = PolygonColumns()
  /// For each vertex of the polygons, that of the units where it stands, if any; nil where sides were
  /// bent or drawings repaired since.
  private(set) var unitVertices: [Index<Vertex>]? = []
  /// The maps, with the drawings that have a place among the units.
  private(set) var layers: [DrawnLayer] = []
  private(set) var anomalies: [Anomaly] = []
  /// Drawings that break the rules of simple features: they may cover a place more than once.
  private var suspects: [Index<Drawing>] = []
  /// Features of each layer in the units' coordinates, until their long sides are bent.
  private var moved: [PolygonColumns] = []

  /// CPTS of each drawing.
  var cpts: Column<Drawing, CPTSID> { Column(layers.flatMap { $0.rows.map(\.cpts) }) }

  /// For each drawing, the first of its CPTS.
  var firstOfCPTS: Column<Drawing, Index<Drawing>> {
    var first: [CPTSID: Index<Drawing>] = [:]
    let cpts = cpts
    return Column(count: cpts.count) { drawing in
      if let known = first[cpts[drawing]] { return known }
      first[cpts[drawing]] = drawing
      return drawing
    }
  }

  /// Brings maps to the units' coordinates, and vertices within tolerance of the units' onto them.
  ///
  /// - Complexity: O(vertices), about 0.2 µs each where the systems differ.
  /// - Throws: `InputFault` for a system that PROJ refuses.
  init(
    _ layers: [DrawnLayer], to reference: DeclaredReference, _ vertices: VertexTable,
    _ tolerance: BorderTolerance
  ) throws(InputFault) {
    for layer in layers {
      let brought = try layer.brought(to: reference)
      anomalies += brought.anomalies
      var polygons = brought.moved
      unitVertices? += NearVertices.snap(
        &polygons, to: vertices, tolerance: tolerance.snapping)
      suspects += SuspectDrawings.among(polygons, after: moved.reduce(0) { $0 + $1.featureCount })
      moved.append(polygons)
      self.layers.append(brought.layer)
    }
  }

  /// Adds points along long sides, and puts the drawings of all maps together.
  ///
  /// A side that is straight in one system bends in another. With points in between it stays within a
  /// centimetre of what was drawn; one that follows the side of a unit stays with it.
  mutating func bendLongSides(
    to reference: DeclaredReference, along edges: EdgeEnds, _ vertices: RepairedVertices
  ) throws(InputFault) {
    for (layer, polygons) in zip(layers, moved) {
      self.polygons.append(
        layer.reference.definition == reference.definition
          ? polygons
          : try LongSides.bent(
            layer, polygons, to: reference,
            isUnitSide: { edges.hasSide($0, $1, vertices) }))
    }
    moved = []
    if polygons.vertexCount != unitVertices?.count { unitVertices = nil }
  }

  /// The map of a drawing, and its number there.
  func place(of drawing: Index<Drawing>) -> (layer: DrawnLayer, feature: Int) {
    var feature = Int(drawing)
    for layer in layers {
      if feature < layer.rows.count { return (layer, feature) }
      feature -= layer.rows.count
    }
    preconditionFailure("drawing \(drawing.raw) is in no map")
  }

  /// Repairs the drawings that GEOS finds invalid where that changes what they cover, before borders and drawings
  /// are cut where they meet: found only then, they would all be cut twice. Drawings of very many sides wait for it,
  /// which knows how often they cross themselves.
  ///
  /// - Throws: `InputFault` where GEOS gives up.
  mutating func repairSuspects(_ tolerance: BorderTolerance) throws(InputFault) {
    guard SuspectDrawings.areFew(suspects, of: polygons) else { return }
    try repair(suspects, tolerance, changing: Arrangement.leastSquareMetres)
  }

  /// Repairs drawings with GEOS for the computation.
  ///
  /// - Parameter least: a repair that changes the area by no more square metres is left alone.
  /// - Throws: `InputFault` where GEOS gives up.
  mutating func repair(
    _ invalid: [Index<Drawing>], _ tolerance: BorderTolerance, changing least: Double = -1
  ) throws(InputFault) {
    guard !invalid.isEmpty else { return }
    let context = GEOSContext()
    var mended = PolygonColumns()
    var rest = invalid[...]
    var isChanged = false
    for drawing in 0..<polygons.featureCount {
      guard rest.first == Index(drawing) else {
        mended.append(drawing, of: polygons)
        continue
      }
      rest.removeFirst()
      let repair = try repair(of: drawing, in: context)
      let first = polygons.vertices(of: polygons.rings(of: drawing).lowerBound).lowerBound
      let scale = tolerance.squareMetres(at: polygons[first])
      guard abs(repair.areaAfter - repair.areaBefore) * scale > least else {
        mended.append(drawing, of: polygons)
        continue
      }
      isChanged = true
      mended.append(repair.polygons)
      let (layer, feature) = place(of: Index(drawing))
      anomalies.append(
        repair.isEmpty
          ? layer.withoutArea(feature)
          : layer.repaired(
            feature, areaBefore: repair.areaBefore * scale, areaAfter: repair.areaAfter * scale))
    }
    guard isChanged else { return }
    polygons = mended
    unitVertices = nil
  }

  private func repair(
    of drawing: Int, in context: GEOSContext
  ) throws(InputFault) -> DrawingRepair {
    do throws(GEOSFault) {
      return try DrawingRepair(drawing, of: polygons, in: context)
    } catch { throw MeshFault.refusedByGEOS(error, layers.paths) }
  }
}

extension BorderTolerance {
  /// Square metres of a squared unit of the coordinates.
  fileprivate func squareMetres(at position: SIMD2<Double>) -> Double {
    let scale = EllipsoidMeasure.metresPerUnit(atLatitude: isGeographic ? position.y : nil)
    return scale.x * scale.y
  }
}

extension EdgeEnds {
  /// Whether an edge runs between two places.
  fileprivate func hasSide(
    _ start: SIMD2<Double>, _ end: SIMD2<Double>, _ vertices: RepairedVertices
  ) -> Bool {
    guard let first = vertices.find(start), let second = vertices.find(end) else { return false }
    return find(first, second) != nil
  }
}
