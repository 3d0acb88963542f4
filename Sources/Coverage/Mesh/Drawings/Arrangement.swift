import GeoKernel

/// One arrangement of the borders of units and of drawn territories: cut where they meet, they divide
/// the plane into faces, each in one unit and in a set of drawings.
struct Arrangement {
  /// With the piece on either side of each edge.
  let edges: EdgeTable
  let vertices: RepairedVertices
  let pieces: Pieces
  /// Drawings that cover some place more than once, or inside out: their polygons are invalid.
  let invalidDrawings: [Int32]
  /// Units at whose borders drawings contradict each other, so that shares there are in doubt.
  let doubtfulUnits: [Int32]
  /// For each drawing, whether some of it lies in a unit.
  let isPlaced: [Bool]
  /// The largest difference between a unit and the sum of its faces, in square metres.
  let closure: Closure

  /// How far the faces of a unit are from adding up to it.
  struct Closure: Sendable {
    var unit: Int32 = -1
    var squareMetres = 0.0
  }

  /// Below this area a face is noise of rounding: a tenth of a millimetre along ten kilometres.
  static let leastSquareMetres = 1.0

  /// Cuts edges again where what joined them moved them: real maps need two or three rounds.
  private static let mostRounds = 12

  /// Borders and drawings cut where they meet.
  struct Cut {
    var edges: EdgeTable
    var vertices: RepairedVertices
    var sides = DrawnSides()

    /// - Parameters:
    ///   - drawings: in the coordinates of the vertices.
    ///   - unitVertices: for each of their vertices, the one given where it stands, or -1; nil where
    ///     that is to be found out.
    /// - Complexity: O(edges), and for edges that only drawings have what is near them.
    /// - Throws: `TangledEdges` when there are more meetings than any map has.
    init(
      _ edges: EdgeTable, _ vertices: RepairedVertices, _ drawings: PolygonColumns,
      unitVertices: [Int32]? = nil, _ tolerance: BorderTolerance, jobs: Int
    ) async throws {
      self.edges = edges
      self.vertices = vertices
      for drawing in 0..<drawings.featureCount {
        for ring in drawings.rings(of: drawing) {
          add(ring, of: drawings, unitVertices, Int32(drawing))
        }
      }
      self.edges.extend(toVertexCount: self.vertices.count)
      let isDrawn = sides.isDrawn(edgeCount: self.edges.count)
      var isFree = isDrawn.indices.map { edge in
        isDrawn[edge] && self.edges.left[edge] == EdgeTable.outside
          && self.edges.right[edge] == EdgeTable.outside
      }
      for round in 0..<Arrangement.mostRounds {
        let cuts = try await EdgeMeetings.cuts(
          self.edges, free: isFree, drawn: sides.isDrawn(edgeCount: self.edges.count),
          &self.vertices, tolerance.narrowed(afterRounds: round), jobs: jobs)
        guard !cuts.isEmpty else { return }
        self.edges.extend(toVertexCount: self.vertices.count)
        isFree = sides.cut(&self.edges, cuts)
        guard isFree.contains(true) else { return }
      }
    }

    private mutating func add(
      _ ring: Int, of drawings: PolygonColumns, _ unitVertices: [Int32]?, _ drawing: Int32
    ) {
      let isReversed = (drawings.signedArea(of: ring) > 0) == drawings.ringIsHole[ring]
      var last: Int32 = -1
      var path = drawings.vertices(of: ring).map { vertex in
        let position = SIMD2(drawings.x[vertex] + 0.0, drawings.y[vertex] + 0.0)
        if let known = unitVertices?[vertex] {
          return known >= 0 ? known : vertices.addedID(position)
        }
        last = vertices.id(position, near: last)
        return last
      }
      if isReversed { path.reverse() }
      edges.extend(toVertexCount: vertices.count)
      guard var previous = path.last else { return }
      for vertex in path {
        if vertex != previous {
          sides.add(from: previous, to: vertex, drawing: drawing, &edges)
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
    _ cut: consuming Cut, hasParts: [Bool], firstOfCPTS: [Int32], areas: [Double],
    mended: Set<Int32>, longitudes: [Double], sines: [Double], jobs: Int
  ) async throws {
    let isDrawn = cut.sides.isDrawn(edgeCount: cut.edges.count)
    var edges = try await DrawnInsideUnits.settled(
      cut.edges, isDrawn: isDrawn, cut.vertices, jobs: jobs)
    let faces = try await Faces(
      edges, cut.vertices, isDrawn: isDrawn, hasParts: hasParts, jobs: jobs
    ) { side in
      let (from, to) = (Int(side.from(edges)), Int(side.to(edges)))
      return EllipsoidMeasure.areaUnderSide(
        from: (longitudes[from], sines[from]), to: (longitudes[to], sines[to]))
    }
    let labels = FaceLabels(faces, cut.sides, edges)
    invalidDrawings = Self.invalidDrawings(labels, faces, areas)
    doubtfulUnits = Set(
      labels.contradictions.flatMap { [edges.left[Int($0)], edges.right[Int($0)]] }
    ).union(faces.disputed).filter { $0 >= 0 }.sorted()
    closure = Self.closure(faces, areas, except: mended)
    isPlaced = Self.placed(labels, faces, drawingCount: firstOfCPTS.count)
    pieces = Pieces(faces, labels, firstOfCPTS: firstOfCPTS, areas: areas, &edges)
    self.edges = edges
    vertices = cut.vertices
  }

  private static func invalidDrawings(
    _ labels: FaceLabels, _ faces: Faces, _ areas: [Double]
  ) -> [Int32] {
    var invalid: Set<Int32> = []
    let isWrong = labels.turns.map { $0.contains { $0.times != 1 } }
    for (face, label) in labels.labelOfFace.enumerated() where isWrong[Int(label)] {
      let unit = faces.unit[face]
      let isWhole = face > 0 && face <= areas.count
      // The outside is not measured; what is wrong there is wrong somewhere else too, or of no matter.
      guard unit >= 0, isWhole ? !faces.isDivided[Int(unit)] : true else { continue }
      let area = isWhole ? areas[Int(unit)] : faces.squareMetres[face]
      guard area > leastSquareMetres else { continue }
      invalid.formUnion(labels.turns[Int(label)].filter { $0.times != 1 }.map { $0.drawing })
    }
    return invalid.sorted()
  }

  private static func placed(
    _ labels: FaceLabels, _ faces: Faces, drawingCount: Int
  ) -> [Bool] {
    var isPlaced = [Bool](repeating: false, count: drawingCount)
    let inUnits = Set(
      faces.unit.indices.filter { faces.unit[$0] >= 0 }.map { labels.labelOfFace[$0] })
    for label in inUnits {
      for turn in labels.turns[Int(label)] where turn.times > 0 {
        isPlaced[Int(turn.drawing)] = true
      }
    }
    return isPlaced
  }

  private static func closure(
    _ faces: Faces, _ areas: [Double], except mended: Set<Int32>
  ) -> Closure {
    var sums = [Double](repeating: 0, count: areas.count)
    for face in areas.count + 1..<max(areas.count + 1, faces.count) where faces.unit[face] >= 0 {
      sums[Int(faces.unit[face])] += faces.squareMetres[face]
    }
    var worst = Closure()
    for unit in areas.indices where faces.isDivided[unit] && !mended.contains(Int32(unit)) {
      let difference = abs(sums[unit] - areas[unit])
      if difference > worst.squareMetres {
        worst = Closure(unit: Int32(unit), squareMetres: difference)
      }
    }
    return worst
  }
}
