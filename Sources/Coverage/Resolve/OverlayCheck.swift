import GeoKernel

/// Cut units computed again with the overlays of GEOS, to compare with the arrangement.
///
/// For each unit: the area under the drawings of each CPTS, and under all drawings at a stage or above together.
struct OverlayCheck: Sendable {
  /// Units computed again.
  private(set) var unitCount = 0
  /// Areas compared.
  private(set) var comparisons = 0
  /// The largest difference met, in square metres.
  private(set) var largest = 0.0
  /// Differences beyond the tolerance: a square metre, or a millionth of the unit.
  private(set) var differences: [Difference] = []
  /// Slivers that follow their unit, narrowed by GEOS until nothing should be left of them.
  private(set) var sliverCount = 0
  /// Units of slivers of which something is left.
  private(set) var wideSlivers: [Index<Unit>] = []

  struct Difference: Sendable {
    let unit: Index<Unit>
    let place: Place
    /// Square metres by the arrangement, and by GEOS.
    let arranged: Double
    let overlaid: Double
  }

  /// What covers the area compared.
  enum Place: Sendable {
    /// The CPTS of which this is the first drawing.
    case drawing(Index<Drawing>)
    case stage(Stage)
  }

  /// Units whose shares are in doubt are computed again whatever is asked for, and no other where nothing is.
  ///
  /// - Parameters:
  ///   - verification: how many of the cut units; a sample is spread evenly over them.
  ///   - stages: stage of each drawing.
  ///   - area: units outside are not computed again.
  /// - Complexity: an overlay for each cut unit and drawing that enters it: about a thousand a second.
  /// - Throws: `GEOSFault` where GEOS gives up.
  init(
    _ verification: Verification?, _ mesh: Mesh, _ drawn: DrawnGround,
    stages: Column<Drawing, Stage>, in area: StudyArea = .all, aligned: Alignment? = nil
  ) throws {
    let cut =
      verification == nil ? [] : mesh.units.filter { mesh.pieces.isCut($0) && area.contains($0) }
    let asked: [Index<Unit>] =
      switch verification {
      case .sample(let count) where count < cut.count:
        (0..<count).map { cut[$0 * cut.count / count] }
      case .all, .sample, nil: cut
      }
    let doubtful = Set(drawn.doubtfulUnits.filter { area.contains($0) })
    let overlays = try UnitOverlays(mesh, drawn)
    for unit in doubtful.union(asked).sorted() {
      try check(unit, isInDoubt: doubtful.contains(unit), mesh, overlays, stages)
    }
    if let aligned { try check(aligned, of: Set(asked), mesh, overlays.context) }
  }

  /// A sliver has no circle as wide as the threshold: nothing is left of it when half of that, and two
  /// centimetres, go from all its sides.
  private mutating func check(
    _ alignment: Alignment, of units: Set<Index<Unit>>, _ mesh: Mesh, _ context: GEOSContext
  ) throws {
    var regions = Regions(mesh)
    for piece in alignment.moved where units.contains(mesh.pieces.unit[piece]) {
      sliverCount += 1
      let shape = try Shape.polygons(0, of: regions.region(of: [piece]), in: context)
      let sound = try shape.isValid() ? shape : shape.madeValid()
      if try !sound.buffered(by: -(alignment.rule.width / 2 + 0.02)).isEmpty() {
        wideSlivers.append(mesh.pieces.unit[piece])
      }
    }
  }

  private mutating func check(
    _ unit: Index<Unit>, isInDoubt: Bool, _ mesh: Mesh, _ overlays: UnitOverlays,
    _ stages: Column<Drawing, Stage>
  ) throws {
    unitCount += 1
    let pieces = mesh.pieces
    var found = Set(pieces.of(unit).flatMap { pieces.labels[pieces.label[$0]] })
    // A drawing that covers a unit in doubt may have been lost there.
    if isInDoubt { found.formUnion(overlays.drawings(near: unit)) }
    let drawings = found.sorted()
    let inside = try overlays.intersections(of: drawings, with: unit)
    func compare(_ place: Place, _ overlaid: Double, _ isIn: (Index<Drawing>) -> Bool) {
      let arranged = pieces.of(unit).reduce(0.0) { sum, piece in
        pieces.labels[pieces.label[piece]].contains(where: isIn)
          ? sum + pieces.squareMetres[piece] : sum
      }
      comparisons += 1
      let difference = abs(arranged - overlaid)
      largest = max(largest, difference)
      if difference > max(1, 1e-6 * mesh.unitAreas[unit]) {
        differences.append(
          Difference(unit: unit, place: place, arranged: arranged, overlaid: overlaid))
      }
    }
    for (drawing, shape) in zip(drawings, inside) {
      compare(.drawing(drawing), try overlays.squareMetres(of: shape)) { $0 == drawing }
    }
    for stage in Set(drawings.map { stages[$0] }).sorted() {
      let members = zip(drawings, inside).filter { stages[$0.0] >= stage }.map(\.1)
      let union = try Shape.collection(members, in: overlays.context).unaryUnion()
      compare(.stage(stage), try overlays.squareMetres(of: union)) { stages[$0] >= stage }
    }
  }
}

/// Overlays of units and drawings, in the coordinates of the units.
private final class UnitOverlays {
  let context = GEOSContext()
  private let mesh: Mesh
  private let drawn: DrawnGround
  /// Drawings of a CPTS, by the first of them.
  private let rows: [Index<Drawing>: [Index<Drawing>]]
  private var shapes: [Index<Drawing>: Shape] = [:]

  private let projection: DegreeProjection
  /// Extent of each drawing.
  private lazy var boxes = drawn.territories.polygons.boxes()

  init(_ mesh: Mesh, _ drawn: DrawnGround) throws {
    projection = try DegreeProjection(drawn.reference)
    self.mesh = mesh
    self.drawn = drawn
    let first = drawn.territories.firstOfCPTS
    rows = Dictionary(grouping: first.indices, by: { first[$0] })
  }

  /// Drawings, the first of each CPTS, whose extent meets that of a unit.
  ///
  /// - Complexity: O(drawings + vertices of the unit).
  func drawings(near unit: Index<Unit>) -> Set<Index<Drawing>> {
    let outline = mesh.outline(of: unit)
    var box = SegmentGrid.Box.nothing
    for ring in 0..<outline.ringCount {
      for vertex in outline.ring(ring) { box.add(drawn.vertices[vertex]) }
    }
    let first = drawn.territories.firstOfCPTS
    return Set(boxes.indices.filter { boxes[$0].touches(box, margin: 0) }.map { first[$0] })
  }

  /// - Parameter drawings: the first of each CPTS, which stands for all of them.
  func intersections(of drawings: [Index<Drawing>], with unit: Index<Unit>) throws -> [Shape] {
    let outline = mesh.outline(of: unit)
    var polygons = PolygonColumns()
    for ring in 0..<outline.ringCount {
      for vertex in outline.ring(ring) {
        polygons.x.append(drawn.vertices[vertex].x)
        polygons.y.append(drawn.vertices[vertex].y)
      }
      polygons.endRing(isHole: outline.isHole[ring])
    }
    polygons.endFeature()
    let unitShape = try valid(Shape.polygons(0, of: polygons, in: context))
    // A tenth of the tolerance: in full precision GEOS errs on borders that nearly coincide.
    let gridSize = BorderTolerance(isGeographic: drawn.reference.isGeographic).joining / 10
    return try drawings.map { first in
      let parts = try (rows[first] ?? []).map {
        try unitShape.intersection(shape(of: $0), gridSize: gridSize)
      }
      return parts.count == 1 ? parts[0] : try Shape.collection(parts, in: context).unaryUnion()
    }
  }

  private func shape(of drawing: Index<Drawing>) throws -> Shape {
    if let shape = shapes[drawing] { return shape }
    let shape = try valid(
      Shape.polygons(Int(drawing), of: drawn.territories.polygons, in: context))
    shapes[drawing] = shape
    return shape
  }

  /// A change of reference system itself can make a polygon invalid, by less than a square metre.
  private func valid(_ shape: Shape) throws -> Shape {
    try shape.isValid() ? shape : shape.madeValid()
  }

  /// Square metres on the ellipsoid.
  func squareMetres(of shape: Shape) throws -> Double {
    var columns = PolygonColumns()
    try shape.appendPolygons(to: &columns)
    columns.endFeature()
    let positions = columns.x.indices.map { columns[$0] }
    let (longitudes, latitudes) = try projection.degrees(positions)
    let sines = EllipsoidMeasure.authalicSines(latitudes: latitudes)
    return columns.ringEnds.indices.reduce(0.0) { total, ring in
      let span = columns.vertices(of: ring)
      var previous = span.upperBound - 1
      var area = 0.0
      for index in span {
        area += EllipsoidMeasure.areaUnderSide(
          from: (longitudes[previous], sines[previous]), to: (longitudes[index], sines[index]))
        previous = index
      }
      return total + (columns.ringIsHole[ring] ? -abs(area) : abs(area))
    }
  }
}

extension PolygonColumns {
  /// The extent of each drawing.
  fileprivate func boxes() -> Column<Drawing, SegmentGrid.Box> {
    Column(count: featureCount) { drawing in
      var box = SegmentGrid.Box.nothing
      for ring in rings(of: Int(drawing)) {
        for vertex in vertices(of: ring) { box.add(self[vertex]) }
      }
      return box
    }
  }
}
