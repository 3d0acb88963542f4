import GeoKernel

/// Widths of places made of pieces.
struct Regions {
  private let mesh: Mesh
  private var tracer: OutlineTracer

  init(_ mesh: Mesh) {
    self.mesh = mesh
    tracer = OutlineTracer(mesh)
  }

  /// The widths of many places, every other one on each of two tasks.
  static func widths(
    of places: [[Index<Piece>]], in mesh: Mesh, asking question: WidthQuestion, jobs: Int
  ) async throws -> [Double] {
    try await mapInTurns(jobs: jobs, places.count, with: Regions(mesh)) {
      $0.width(of: places[$1], asking: question)
    }
  }

  /// Diameter in metres of the largest circle inside some pieces, as exactly as it is asked for.
  mutating func width(of pieces: [Index<Piece>], asking question: WidthQuestion) -> Double {
    InscribedCircle.diameter(of: region(of: pieces), asking: question)
  }

  /// Metres of the longest line inside a piece across its axis: no circle inside is wider.
  mutating func tallest(_ piece: Index<Piece>) -> Double {
    let region = region(of: [piece])
    return InscribedCircle.polygons(of: region).reduce(0.0) {
      max($0, TurnedSides($1, of: region).tallest)
    }
  }

  /// Some pieces as one feature, in metres around one of its corners.
  mutating func region(of pieces: [Index<Piece>]) -> PolygonColumns {
    let outline = tracer.outline(of: pieces)
    var region = PolygonColumns()
    guard let first = outline.vertices.first else { return region }
    let scale = EllipsoidMeasure.metresPerUnit(atLatitude: mesh.latitudes[first])
    let (east, north) = (mesh.longitudes[first], mesh.latitudes[first])
    for ring in 0..<outline.ringCount {
      for vertex in outline.ring(ring) {
        region.x.append((mesh.longitudes[vertex] - east) * scale.x)
        region.y.append((mesh.latitudes[vertex] - north) * scale.y)
      }
      region.endRing(isHole: outline.isHole[ring])
    }
    region.endFeature()
    return region
  }
}
