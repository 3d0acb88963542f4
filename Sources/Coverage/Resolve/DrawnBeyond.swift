import GeoKernel

/// How much of each drawing lies outside of the units.
struct DrawnBeyond {
  /// Part of a drawing outside from which on it is told: a coast drawn by hand leaves less.
  private static let leastShare = 0.1

  private let drawn: DrawnGround
  /// The drawings in degrees.
  private let degrees: PolygonColumns
  /// Square metres of each drawing, and of what of it units hold.
  private let areas: Column<Drawing, Double>
  private var inUnits: Column<Drawing, Double>
  /// Square metres of parts that lie wholly beside the rectangle around all units.
  private var apart: Column<Drawing, Double>

  /// - Complexity: O(vertices of drawings + pieces).
  init(_ drawn: DrawnGround, _ mesh: Mesh) throws(InputFault) {
    self.drawn = drawn
    let polygons = drawn.territories.polygons
    let degrees = try Self.degrees(of: polygons, drawn)
    self.degrees = degrees
    let sines = EllipsoidMeasure.authalicSines(latitudes: degrees.y)
    let box = Self.box(around: mesh)
    var areas = Column<Drawing, Double>(repeating: 0, count: polygons.featureCount)
    apart = areas
    for drawing in areas.indices {
      var part = (area: 0.0, isApart: false)
      for ring in polygons.rings(of: Int(drawing)) {
        let area = abs(Self.area(polygons.vertices(of: ring), degrees.x, sines))
        if polygons.ringIsHole[ring] {
          part.area = -area
        } else {
          let extent = Extent(polygons.vertices(of: ring), of: degrees)
          part = (area, !extent.meets(box))
        }
        areas[drawing] += part.area
        if part.isApart { apart[drawing] += part.area }
      }
    }
    self.areas = areas
    inUnits = Column(repeating: 0, count: polygons.featureCount)
    count(mesh.pieces)
  }

  /// Drawings of one CPTS are one territory, which pieces know by its first drawing.
  private mutating func count(_ pieces: Pieces) {
    for piece in pieces.indices {
      for drawing in pieces.labels[pieces.label[piece]] {
        inUnits[drawing] += pieces.squareMetres[piece]
      }
    }
  }

  /// A territory of which much, or a whole part, is outside.
  var anomalies: [Anomaly] {
    let first = drawn.territories.firstOfCPTS
    var territory = Column<Drawing, (whole: Double, apart: Double)>(
      repeating: (0, 0), count: areas.count)
    for drawing in areas.indices where drawn.isPlaced[drawing] {
      territory[first[drawing]].whole += areas[drawing]
      territory[first[drawing]].apart += apart[drawing]
    }
    return areas.indices.compactMap { drawing in
      let (sum, apart) = territory[drawing]
      var whole = sum
      func isOutside() -> Bool { whole - inUnits[drawing] >= Self.leastShare * whole }
      guard whole > 0, inUnits[drawing] > 0, isOutside() || apart > 0 else { return nil }
      // What several drawings hold counts once.
      let own = areas.indices.filter { first[$0] == drawing && drawn.isPlaced[$0] }
      whole = united(own) ?? whole
      guard isOutside() || apart > 0 else { return nil }
      let outside = max(0, whole - inUnits[drawing])
      let (layer, feature) = drawn.territories.place(of: drawing)
      return layer.beyondUnits(feature, outside: outside, of: whole)
    }
  }

  /// Square metres that some drawings hold together; nil where GEOS gives up.
  ///
  /// - Complexity: that of an overlay: call it for territories that seem to lie outside.
  private func united(_ drawings: [Index<Drawing>]) -> Double? {
    let context = GEOSContext()
    do throws(GEOSFault) {
      var shapes: [Shape] = []
      for drawing in drawings {
        shapes.append(
          try Shape.polygons(Int(drawing), of: degrees, in: context).madeValid())
      }
      var union = PolygonColumns()
      try Shape.collection(shapes, in: context).unaryUnion().appendPolygons(to: &union)
      union.endFeature()
      let sines = EllipsoidMeasure.authalicSines(latitudes: union.y)
      return union.rings(of: 0).reduce(0) { sum, ring in
        let area = abs(Self.area(union.vertices(of: ring), union.x, sines))
        return union.ringIsHole[ring] ? sum - area : sum + area
      }
    } catch { return nil }
  }

  // MARK: Degrees

  private static func degrees(
    of polygons: PolygonColumns, _ drawn: DrawnGround
  ) throws(InputFault) -> PolygonColumns {
    var degrees = polygons
    guard drawn.reference.definition != Projection.degrees else { return degrees }
    do throws(ProjectionFault) {
      try Projection(from: drawn.reference.definition)
        .transformWherePossible(x: &degrees.x, y: &degrees.y)
    } catch {
      throw MeshFault.inputFault(error, path: drawn.territories.layers.first?.path ?? "")
    }
    return degrees
  }

  /// The rectangle around all units, in degrees: the mesh has vertices of drawings beyond it.
  private static func box(around mesh: Mesh) -> Extent {
    var box = Extent()
    for piece in mesh.pieces.indices {
      for edge in mesh.borders[piece] {
        for vertex in [mesh.edges.low[edge], mesh.edges.high[edge]] {
          box.extend(to: mesh.longitudes[vertex], mesh.latitudes[vertex])
        }
      }
    }
    return box
  }

  private static func area(_ vertices: Range<Int>, _ x: [Double], _ sines: [Double]) -> Double {
    guard var previous = vertices.last else { return 0 }
    var area = 0.0
    for vertex in vertices {
      area += EllipsoidMeasure.areaUnderSide(
        from: (x[previous], sines[previous]), to: (x[vertex], sines[vertex]))
      previous = vertex
    }
    return area.isFinite ? area : 0
  }
}

extension Extent {
  fileprivate func meets(_ other: Extent) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }
}
