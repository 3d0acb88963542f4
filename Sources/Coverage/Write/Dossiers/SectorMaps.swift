import GeoKernel

/// What the maps of all sectors are drawn from, made once: faces, and the arcs between them in metres.
struct SectorMaps: Sendable {
  /// How far a border may move, in metres: less than a tenth of a millimetre on a sheet.
  private static let tolerance = 25.0

  let faces: SectorFaces
  let arcs: BorderArcs
  /// Metres east and south in the plane of the frame.
  let points: ArcPoints
  /// Rings of arcs around each face.
  let rings: [[[Int32]]]
  /// What each face takes of its plane; empty for one without border.
  let boxes: [MapBox]
  /// Faces that each CPTS covers, whatever its stage.
  let ofCPTS: [Index<DatedCPTS>: [Int32]]
  private let frames: MapFrames
  private let stages: [Stage]
  private let coverings: Column<Covering, [Index<DatedCPTS>]>

  /// - Complexity: O(edges + points × log points).
  init(_ study: Study) {
    faces = SectorFaces(study)
    let mesh = study.mesh
    let count = faces.faces.count
    let arcs = BorderArcs(
      mesh.edges, faceOfPiece: faces.ofPiece, vertexCount: mesh.longitudes.count)
    var metres: [SIMD2<Double>] = []
    frames = MapFrames(arcs, faceCount: count, mesh, metres: &metres)
    var simplifier = ArcSimplifier(tolerance: Self.tolerance)
    var points = ArcPoints()
    var boxes = [MapBox](repeating: MapBox(), count: count)
    for arc in 0..<arcs.count {
      let own = simplifier.simplified(
        arcs[arc].indices.map { SIMD2(Int32(metres[$0].x), Int32(-metres[$0].y)) })
      points.append(own)
      for face in [arcs.left[arc], arcs.right[arc]] where face >= 0 {
        for point in own { boxes[Int(face)].add(SIMD2(Double(point.x), Double(point.y))) }
      }
    }
    rings = FaceRings.rings(
      arcs, groupOfFace: (0..<count).map { Int32($0) }, groupCount: count)
    (self.arcs, self.points, self.boxes) = (arcs, points, boxes)
    stages = study.territories.cpts.map(\.stage)
    coverings = study.territories.coverings
    var ofCPTS: [Index<DatedCPTS>: [Int32]] = [:]
    for (number, face) in faces.faces.enumerated() {
      for cpts in coverings[face.covering] { ofCPTS[cpts, default: []].append(Int32(number)) }
    }
    self.ofCPTS = ofCPTS
  }

  func frame(of face: Int32) -> Int32 { frames.frameOfFace[Int(face)] }

  /// Where a point of the globe is in the plane of a frame: metres east and south.
  func position(_ point: GlobePoint, in frame: Int32) -> SIMD2<Double> {
    let degrees = point.degrees
    let metres = MapFrame.metres(
      frames.frames[Int(frame)].projection, longitude: degrees.longitude,
      latitude: degrees.latitude)
    return SIMD2(metres.x, -metres.y)
  }

  /// CPTS at a stage or above that cover a face, and the highest stage of all that do.
  func covering(_ face: Int32, from lowest: Stage) -> (cpts: [Index<DatedCPTS>], stage: Stage) {
    let all = coverings[faces.faces[Int(face)].covering]
    let stage = all.map { stages[Int($0)] }.max() ?? .none
    return (all.filter { stages[Int($0)] >= lowest }, stage)
  }

  /// The points of an arc, thinned to what a view shows.
  func thinned(_ arc: Int, _ simplifier: inout ArcSimplifier) -> [SIMD2<Double>] {
    simplifier.simplified(Array(points[arc])).map { SIMD2(Double($0.x), Double($0.y)) }
  }
}
