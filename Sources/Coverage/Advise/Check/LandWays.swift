/// Shortest ways over land, in pieces, to a group of pieces.
struct LandWays {
  /// The next piece on the way; the piece itself in the group, none where no way leads there.
  private let next: Column<Piece, Index<Piece>>
  /// Borders to cross.
  private let steps: Column<Piece, Int32>

  /// - Complexity: O(edges).
  init(_ mesh: Mesh, to target: [Index<Piece>]) {
    var next = Column<Piece, Index<Piece>>(repeating: .missing, count: mesh.pieces.count)
    var steps = Column<Piece, Int32>(repeating: 0, count: mesh.pieces.count)
    for piece in target { next[piece] = piece }
    // Each front is in ascending order, so that equal ways go through the lowest pieces.
    var front = target.sorted()
    var depth: Int32 = 0
    while !front.isEmpty {
      depth += 1
      var reached: [Index<Piece>] = []
      for piece in front {
        for edge in mesh.borders[piece] {
          let other = mesh.piece(across: edge, from: piece)
          guard other.exists, !next[other].exists else { continue }
          next[other] = piece
          steps[other] = depth
          reached.append(other)
        }
      }
      front = reached.sorted()
    }
    self.next = next
    self.steps = steps
  }

  /// The pieces between a group and the target; nil where no way leads there.
  func way(from pieces: [Index<Piece>]) -> [Index<Piece>]? {
    let reached = pieces.filter { next[$0].exists }
    guard let start = reached.min(by: { (steps[$0], $0) < (steps[$1], $1) }) else {
      return nil
    }
    var way: [Index<Piece>] = []
    var piece = next[start]
    while steps[piece] > 0 {
      way.append(piece)
      piece = next[piece]
    }
    return way
  }
}

/// Distances between the outlines of groups of pieces, from point to point.
struct OutlineDistances {
  private let mesh: Mesh
  private let groupOfPiece: Column<Piece, Int32>
  private let groups: [[Index<Piece>]]
  /// Points of the outline of the main group by latitude, the southernmost first.
  private let main: [(latitude: Double, point: GlobePoint)]
  /// Points passed over between two that are looked at, 1 for none.
  private let step: Int

  /// Pairs of points that a territory may cost: about a second.
  private static let mostPairs = 100_000_000

  /// - Parameter groups: the main one first.
  /// - Complexity: O(points × log).
  init(_ mesh: Mesh, _ groups: [[Index<Piece>]]) {
    self.mesh = mesh
    self.groups = groups
    var groupOfPiece = Column<Piece, Int32>(repeating: -1, count: mesh.pieces.count)
    for (index, pieces) in groups.enumerated() {
      for piece in pieces { groupOfPiece[piece] = Int32(index) }
    }
    self.groupOfPiece = groupOfPiece
    let vertices = groups.indices.map { index in
      Self.outline(of: groups[index], Int32(index), groupOfPiece, mesh)
    }
    let others = vertices.dropFirst().reduce(0) { $0 + $1.count }
    step = max(1, vertices[0].count * others / Self.mostPairs)
    main = stride(from: 0, to: vertices[0].count, by: step).map { place in
      let vertex = vertices[0][place]
      return (mesh.latitudes[vertex], Self.point(vertex, mesh))
    }
    .sorted { $0.latitude < $1.latitude }
  }

  /// Metres from a group to the main one.
  func metres(toMainFrom group: Int) -> Double? {
    let vertices = Self.outline(of: groups[group], Int32(group), groupOfPiece, mesh)
    var best = Double.infinity
    for place in stride(from: 0, to: vertices.count, by: step) {
      let vertex = vertices[place]
      let point = Self.point(vertex, mesh)
      let latitude = mesh.latitudes[vertex]
      let start = firstPlace(from: latitude)
      // Away from the same latitude, first to the north, then to the south, as far as can be nearer.
      for index in start..<main.count {
        if Self.leastMetres(main[index].latitude - latitude) > best { break }
        best = min(best, point.metres(to: main[index].point))
      }
      for index in stride(from: start - 1, through: 0, by: -1) {
        if Self.leastMetres(latitude - main[index].latitude) > best { break }
        best = min(best, point.metres(to: main[index].point))
      }
    }
    return best.isFinite ? best : nil
  }

  private func firstPlace(from latitude: Double) -> Int {
    var (low, high) = (0, main.count)
    while low < high {
      let middle = (low + high) / 2
      if main[middle].latitude < latitude { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Two points are at least so far apart whose latitudes differ by some degrees.
  private static func leastMetres(_ degrees: Double) -> Double { degrees * 111_000 }

  private static func point(_ vertex: Index<Vertex>, _ mesh: Mesh) -> GlobePoint {
    GlobePoint(longitude: mesh.longitudes[vertex], latitude: mesh.latitudes[vertex])
  }

  private static func outline(
    of pieces: [Index<Piece>], _ group: Int32, _ groupOfPiece: Column<Piece, Int32>, _ mesh: Mesh
  ) -> [Index<Vertex>] {
    var vertices: [Index<Vertex>] = []
    for piece in pieces {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        guard !other.exists || groupOfPiece[other] != group else { continue }
        vertices.append(mesh.edges.low[edge])
        vertices.append(mesh.edges.high[edge])
      }
    }
    return Array(Set(vertices)).sorted()
  }
}
