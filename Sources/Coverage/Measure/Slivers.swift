import GeoKernel

/// When a strip of land is noise of drawing (a *liseré*): narrow, and hardly anybody lives there.
public struct SliverRule: Sendable {
  /// Metres: a strip is at least this wide not to be noise.
  public let width: Double
  /// People: a strip where at least as many live is no noise, however narrow.
  public let people: Int

  func isSliver(width: Double, people: Int) -> Bool {
    width < self.width && people < self.people
  }

  /// Widths that the rule, or its sensitivity table, tells apart.
  var widths: [Double] { SliverSensitivity.factors.map { $0 * width } }

  /// The rule with its thresholds multiplied.
  func scaled(width: Double, people: Double) -> SliverRule {
    SliverRule(width: self.width * width, people: Int((Double(self.people) * people).rounded()))
  }
}

extension SliverRule {
  init(_ options: StudyOptions) {
    self.init(width: options.sliverWidth, people: options.sliverPeople)
  }
}

/// Places too small to be told from noise of rounding: counted together, listed nowhere.
struct Crumbs: Sendable {
  private(set) var count = 0
  private(set) var squareMetres = 0.0

  mutating func add(_ area: Double) {
    count += 1
    squareMetres += area
  }
}

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
    let outline = tracer.outline(of: pieces)
    guard let first = outline.vertices.first else { return 0 }
    let scale = EllipsoidMeasure.metresPerUnit(atLatitude: mesh.latitudes[first])
    let (east, north) = (mesh.longitudes[first], mesh.latitudes[first])
    var region = PolygonColumns()
    for ring in 0..<outline.ringCount {
      for vertex in outline.ring(ring) {
        region.x.append((mesh.longitudes[vertex] - east) * scale.x)
        region.y.append((mesh.latitudes[vertex] - north) * scale.y)
      }
      region.endRing(isHole: outline.isHole[ring])
    }
    region.endFeature()
    return InscribedCircle.diameter(of: region, asking: question)
  }
}
