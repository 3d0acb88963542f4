import GeoKernel

/// One arrangement of the borders of units and of drawn territories: cut where they meet, they divide
/// the plane into faces, each in one unit and in a set of drawings.
struct Arrangement {
  /// With the piece on either side of each edge.
  let edges: EdgeTable<Piece>
  let vertices: RepairedVertices
  let pieces: Pieces
  /// Drawings that cover some place more than once, or inside out: their polygons are invalid.
  let invalidDrawings: [Index<Drawing>]
  /// Units at whose borders drawings contradict each other, so that shares there are in doubt.
  let doubtfulUnits: [Index<Unit>]
  /// For each drawing, whether some of it lies in a unit.
  let isPlaced: Column<Drawing, Bool>
  /// The largest difference between a unit and the sum of its faces, in square metres.
  let closure: Closure

  /// How far the faces of a unit are from adding up to it.
  struct Closure: Sendable {
    var unit: Index<Unit>?
    var squareMetres = 0.0
  }

  /// Below this area a face is noise of rounding: a tenth of a millimetre along ten kilometres.
  static let leastSquareMetres = 1.0

  /// Cuts edges again where what joined them moved them: real maps need two or three rounds.
  private static let mostRounds = 12

  /// Borders and drawings cut where they meet.
  struct Cut {
    var edges: ClaimedEdges
    var vertices: RepairedVertices
    var sides = DrawnSides()

    /// - Parameters:
    ///   - drawings: in the coordinates of the vertices.
    ///   - unitVertices: for each of their vertices, the one given where it stands, if any; nil where
    ///     that is to be found out.
    /// - Complexity: O(edges), and for edges that only drawings have what is near them.
    /// - Throws: `TangledEdges` when there are more meetings than any map has.
    init(
      _ edges: ClaimedEdges, _ vertices: RepairedVertices, _ drawings: PolygonColumns,
      unitVertices: [Index<Vertex>]? = nil, _ tolerance: BorderTolerance, jobs: Int
    ) async throws {
      self.edges = edges
      self.vertices = vertices
      for drawing in 0..<drawings.featureCount {
        for ring in drawings.rings(of: drawing) {
          add(ring, of: drawings, unitVertices, Index(drawing))
        }
      }
      self.edges.table.extend(toVertexCount: self.vertices.count)
      let isDrawn = sides.isDrawn(edgeCount: self.edges.table.count)
      var isFree = Column<Edge, Bool>(count: isDrawn.count) { edge in
        isDrawn[edge] && self.edges.table.isBare(edge)
      }
      for round in 0..<Arrangement.mostRounds {
        let cuts = try await EdgeMeetings.cuts(
          self.edges.table, free: isFree, drawn: sides.isDrawn(edgeCount: self.edges.table.count),
          &self.vertices, tolerance.narrowed(afterRounds: round), jobs: jobs)
        guard !cuts.isEmpty else { return }
        self.edges.table.extend(toVertexCount: self.vertices.count)
        isFree = sides.cut(&self.edges, cuts)
        guard isFree.contains(true) else { return }
      }
    }

    private mutating func add(
      _ ring: Int, of drawings: PolygonColumns, _ unitVertices: [Index<Vertex>]?,
      _ drawing: Index<Drawing>
    ) {
      let isReversed = (drawings.signedArea(of: ring) > 0) == drawings.ringIsHole[ring]
      var last = Index<Vertex>.missing
      var path = drawings.vertices(of: ring).map { vertex in
        let position = SIMD2(drawings.x[vertex] + 0.0, drawings.y[vertex] + 0.0)
        if let known = unitVertices?[vertex] {
          return known.exists ? vertices.standing(for: known) : vertices.addedID(position)
        }
        last = vertices.id(position, near: last)
        return last
      }
      if isReversed { path.reverse() }
      edges.table.extend(toVertexCount: vertices.count)
      guard var previous = path.last else { return }
      for vertex in path {
        if vertex != previous {
          sides.add(from: previous, to: vertex, drawing: drawing, &edges.table)
        }
        previous = vertex
      }
    }
  }

  /// - Parameters:
  ///   - hasParts: for each unit, whether it has several polygons.
  ///   - firstOfCPTS: for each drawing, the first of its CPTS.
  ///   - areas: square metres of each unit, by its own rings.
  ///   - mended: units whose borders did not fit, so that their faces need not add up to them.
  ///   - sines: of the authalic latitude of each vertex.
  init(
    _ cut: consuming Cut, hasParts: Column<Unit, Bool>,
    firstOfCPTS: Column<Drawing, Index<Drawing>>, areas: Column<Unit, Double>,
    mended: Set<Index<Unit>>, longitudes: Column<Vertex, Double>,
    sines: Column<Vertex, Double>, jobs: Int
  ) async throws {
    let isDrawn = cut.sides.isDrawn(edgeCount: cut.edges.table.count)
    let edges = try await DrawnInsideUnits.settled(
      cut.edges.table, isDrawn: isDrawn, cut.vertices, jobs: jobs)
    let faces = try await Faces(
      edges, cut.vertices, isDrawn: isDrawn, hasParts: hasParts, jobs: jobs
    ) { side in
      let (from, to) = (side.from(edges.ends), side.to(edges.ends))
      return EllipsoidMeasure.areaUnderSide(
        from: (longitudes[from], sines[from]), to: (longitudes[to], sines[to]))
    }
    let labels = FaceLabels(faces, cut.sides, edges) { edge in
      let way = cut.vertices[edges.low[edge]] - cut.vertices[edges.high[edge]]
      return max(abs(way.x), abs(way.y))
    }
    invalidDrawings = Self.invalidDrawings(labels, faces, areas)
    doubtfulUnits = Set(
      labels.contradictions.flatMap { [edges.left[$0], edges.right[$0]] }
    ).union(faces.disputed).filter { $0.exists }.sorted()
    closure = Self.closure(faces, areas, except: mended)
    isPlaced = Self.placed(labels, faces, drawingCount: firstOfCPTS.count)
    (pieces, self.edges) = Pieces.divided(
      faces, labels, firstOfCPTS: firstOfCPTS, areas: areas, edges)
    vertices = cut.vertices
  }

  private static func invalidDrawings(
    _ labels: FaceLabels, _ faces: Faces, _ areas: Column<Unit, Double>
  ) -> [Index<Drawing>] {
    var invalid: Set<Index<Drawing>> = []
    let isWrong = labels.turns.mapped { $0.contains { $0.times != 1 } }
    for (face, label) in labels.labelOfFace.pairs where isWrong[label] {
      let unit = faces.unit[face]
      let isWhole = unit.exists && face == Faces.whole(unit)
      // The outside is not measured; what is wrong there is wrong somewhere else too, or of no matter.
      guard unit.exists, isWhole ? !faces.isDivided[unit] : true else { continue }
      let area = isWhole ? areas[unit] : faces.squareMetres[face]
      guard area > leastSquareMetres else { continue }
      invalid.formUnion(labels.turns[label].filter { $0.times != 1 }.map { $0.drawing })
    }
    return invalid.sorted()
  }

  private static func placed(
    _ labels: FaceLabels, _ faces: Faces, drawingCount: Int
  ) -> Column<Drawing, Bool> {
    var isPlaced = Column<Drawing, Bool>(repeating: false, count: drawingCount)
    let inUnits = Set(
      faces.unit.indices.filter { faces.unit[$0].exists }.map { labels.labelOfFace[$0] })
    for label in inUnits {
      for turn in labels.turns[label] where turn.times > 0 {
        isPlaced[turn.drawing] = true
      }
    }
    return isPlaced
  }

  private static func closure(
    _ faces: Faces, _ areas: Column<Unit, Double>, except mended: Set<Index<Unit>>
  ) -> Closure {
    var sums = Column<Unit, Double>(repeating: 0, count: areas.count)
    for face in faces.walked where faces.unit[face].exists {
      sums[faces.unit[face]] += faces.squareMetres[face]
    }
    var worst = Closure()
    for unit in areas.indices
    where faces.isDivided[unit] && areas[unit] > 0 && !mended.contains(unit) {
      let difference = abs(sums[unit] - areas[unit])
      if difference > worst.squareMetres {
        worst = Closure(unit: unit, squareMetres: difference)
      }
    }
    return worst
  }
}
