import Testing

@testable import Coverage

/// The borders of random worlds as arcs, against the edges that they are made of.
@Suite struct BorderArcsTests {
  static let seeds = 1...80 as ClosedRange<UInt64>

  /// A random world whose units are dealt out to a few faces; some units are not drawn.
  struct World {
    let tiles: TileWorld
    let mesh: Mesh
    let faceOfPiece: Column<Piece, Int32>
    let faceCount = 4
    let arcs: BorderArcs

    init(seed: UInt64) async throws {
      var random = SplitMix(seed: seed)
      tiles = TileWorld(&random)
      mesh = try await tiles.mesh()
      let lowest = random.int(in: 0...3) == 0 ? -1 : 0
      let count = faceCount
      faceOfPiece = Column(count: tiles.unitCount) { _ in
        Int32(random.int(in: lowest...count - 1))
      }
      arcs = BorderArcs(
        mesh.edges, faceOfPiece: faceOfPiece, vertexCount: mesh.longitudes.count)
    }

    func face(_ piece: Index<Piece>) -> Int32 { piece.exists ? faceOfPiece[piece] : -1 }

    var rings: [[[Int32]]] {
      FaceRings.rings(
        arcs, groupOfFace: (0..<Int32(faceCount)).map { $0 }, groupCount: faceCount)
    }
  }

  @Test("every edge between faces is in one arc, with its faces on its sides", arguments: seeds)
  func edges(seed: UInt64) async throws {
    let world = try await World(seed: seed)
    var sides: [Pair: [Int32]] = [:]
    for arc in 0..<world.arcs.count {
      let path = Array(world.arcs[arc])
      for (from, to) in zip(path, path.dropFirst()) {
        let isUp = from < to
        let (left, right) = (world.arcs.left[arc], world.arcs.right[arc])
        #expect(sides[Pair(from, to)] == nil, "an edge in two arcs")
        sides[Pair(from, to)] = isUp ? [left, right] : [right, left]
      }
    }
    var expected: [Pair: [Int32]] = [:]
    let edges = world.mesh.edges
    for edge in edges.indices {
      let (left, right) = (world.face(edges.left[edge]), world.face(edges.right[edge]))
      if left != right { expected[Pair(edges.low[edge], edges.high[edge])] = [left, right] }
    }
    #expect(sides == expected)
  }

  @Test("every ring closes, and each side of an arc is walked once", arguments: seeds)
  func rings(seed: UInt64) async throws {
    let world = try await World(seed: seed)
    var walked: [Int32: Int] = [:]
    for (face, rings) in world.rings.enumerated() {
      for ring in rings {
        for (walk, next) in zip(ring, ring.dropFirst() + [ring[0]]) {
          #expect(world.arcs.end(of: walk) == world.arcs.start(of: next))
          let arc = Int(walk < 0 ? ~walk : walk)
          #expect((walk < 0 ? world.arcs.right[arc] : world.arcs.left[arc]) == Int32(face))
          walked[walk, default: 0] += 1
        }
      }
    }
    for arc in 0..<world.arcs.count {
      #expect((walked[Int32(arc)] ?? 0) == (world.arcs.left[arc] >= 0 ? 1 : 0))
      #expect((walked[~Int32(arc)] ?? 0) == (world.arcs.right[arc] >= 0 ? 1 : 0))
    }
  }

  @Test("the rings of a face enclose the area of its units", arguments: seeds)
  func areas(seed: UInt64) async throws {
    let world = try await World(seed: seed)
    for (face, rings) in world.rings.enumerated() {
      let enclosed = rings.reduce(0.0) { sum, ring in
        sum + world.mesh.planarArea(of: ring.flatMap { world.vertices(of: $0) })
      }
      let own = world.tiles.unitOfCell.indices.filter { cell in
        let unit = world.tiles.unitOfCell[cell]
        return unit >= 0 && world.faceOfPiece[unit] == Int32(face)
      }
      let expected = own.reduce(0.0) { $0 + shoelace(world.tiles.ring(ofCell: $1)) }
      #expect(abs(enclosed - expected) < 1e-12, "face \(face)")
    }
  }

  private func shoelace(_ ring: [(x: Double, y: Double)]) -> Double {
    zip(ring, ring.dropFirst() + [ring[0]]).reduce(0) { sum, side in
      sum + ((side.0.x - 2) * (side.1.y - 46) - (side.1.x - 2) * (side.0.y - 46)) / 2
    }
  }
}

extension BorderArcsTests.World {
  /// The vertices of an arc as it is walked, without the last.
  fileprivate func vertices(of walk: Int32) -> [Index<Vertex>] {
    let path = Array(arcs[Int(walk < 0 ? ~walk : walk)])
    return Array((walk < 0 ? path.reversed() : path).dropLast())
  }
}
