import GeoKernel

/// The frames of a map and where they stand: the largest place on the right, the others in a column of
/// insets on its left.
struct MapFrames: Sendable {
  /// Units along the longer side of the main frame.
  static let mainSide = 200_000.0
  /// Insets that fit in one column before they get smaller.
  private static let insetsInColumn = 5
  private static let gap = 2_000.0

  private(set) var frames: [MapFrame] = []
  /// Width and height of the whole map, in units.
  private(set) var size = SIMD2<Double>(mainSide, mainSide)
  /// Frame of each face; -1 where nothing bounds it: what lies on it is the same on both sides of every border.
  let frameOfFace: [Int32]

  /// Faces that share a border have one frame, that of the first of them: a border is never torn.
  ///
  /// - Parameter metres: gets each vertex of the arcs, in the plane of its frame.
  /// - Complexity: O(vertices of the arcs).
  init(
    _ arcs: BorderArcs, faceCount: Int, _ mesh: Mesh, metres: inout [SIMD2<Double>]
  ) {
    var sets = UnionFind<DisplayFaces.Face>(count: faceCount)
    var firstVertex = [Index<Vertex>](repeating: .missing, count: faceCount)
    for arc in 0..<arcs.count {
      let (left, right) = (arcs.left[arc], arcs.right[arc])
      if left >= 0 && right >= 0 { sets.unite(Index(left), Index(right)) }
      for face in [left, right] where face >= 0 && !firstVertex[Int(face)].exists {
        firstVertex[Int(face)] = arcs.start(of: Int32(arc))
      }
    }
    let roots = sets.roots().values
    var placeOfRoot: [Index<DisplayFaces.Face>: FramedPlace] = [:]
    for face in 0..<faceCount where firstVertex[face].exists && placeOfRoot[roots[face]] == nil {
      let vertex = firstVertex[face]
      placeOfRoot[roots[face]] = .around(
        longitude: mesh.longitudes[vertex], latitude: mesh.latitudes[vertex])
    }
    let places = roots.map { placeOfRoot[$0] ?? .elsewhere }
    let used = FramedPlace.allCases.filter { place in
      places.indices.contains { places[$0] == place && firstVertex[$0].exists }
    }
    frameOfFace = places.indices.map { face in
      firstVertex[face].exists ? Int32(used.firstIndex(of: places[face]) ?? 0) : -1
    }
    metres = Array(repeating: SIMD2(0, 0), count: arcs.vertices.count)
    for place in used {
      let own = (0..<arcs.count).filter { places[Int(arcs.face(of: $0))] == place }
      frames.append(Self.frame(place, own, arcs, mesh, &metres))
    }
    arrange()
  }

  private static func frame(
    _ place: FramedPlace, _ own: [Int], _ arcs: BorderArcs, _ mesh: Mesh,
    _ metres: inout [SIMD2<Double>]
  ) -> MapFrame {
    var degrees = MapBox()
    for arc in own {
      for vertex in arcs[arc] {
        degrees.add(SIMD2(mesh.longitudes[vertex], mesh.latitudes[vertex]))
      }
    }
    let middle = (degrees.low + degrees.high) / 2
    let projection: DisplayProjection =
      place == .metropolitanFrance
      ? .lambertFrance : .equirectangular(longitude: middle.x, latitude: middle.y)
    var extent = MapBox()
    for arc in own {
      for index in arcs[arc].indices {
        let vertex = arcs.vertices[index]
        metres[index] = MapFrame.metres(
          projection, longitude: mesh.longitudes[vertex], latitude: mesh.latitudes[vertex])
        extent.add(metres[index])
      }
    }
    return MapFrame(place: place, projection: projection, extent: extent)
  }

  private mutating func arrange() {
    // Metropolitan France first; else the place that covers most.
    let area = { (frame: MapFrame) in frame.extent.size.x * frame.extent.size.y }
    guard
      let main = frames.indices.first(where: { frames[$0].place == .metropolitanFrance })
        ?? frames.indices.max(by: { area(frames[$0]) < area(frames[$1]) })
    else { return }
    let extent = frames[main].extent.size
    frames[main].scale = Self.mainSide / max(extent.x, extent.y, 1)
    let insets = frames.indices.filter { $0 != main }
    guard !insets.isEmpty else {
      frames[main].corner = SIMD2(repeating: Self.gap)
      size = frames[main].size + 2 * Self.gap
      return
    }
    let height = max(frames[main].size.y, Self.mainSide / 2) + 2 * Self.gap
    let cell = height / Double(max(insets.count, Self.insetsInColumn))
    for (row, frame) in insets.enumerated() {
      let extent = frames[frame].extent.size
      frames[frame].scale = (cell - 2 * Self.gap) / max(extent.x, extent.y, 1)
      let slack = SIMD2(cell, cell) - frames[frame].size
      frames[frame].corner = slack / 2 + SIMD2(0, Double(row) * cell)
    }
    frames[main].corner = SIMD2(cell + Self.gap, (height - frames[main].size.y) / 2)
    size = SIMD2(cell + 2 * Self.gap + frames[main].size.x, height)
  }
}
