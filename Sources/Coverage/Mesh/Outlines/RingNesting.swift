/// Sorts simple rings into shells and the holes of each.
enum RingNesting {
  /// - Parameter rings: anticlockwise shells and clockwise holes, in any order.
  static func outline(of rings: [[Index<Vertex>]], _ mesh: Mesh) -> Outline {
    let areas = rings.map { mesh.planarArea(of: $0) }
    let shells = rings.indices.filter { areas[$0] > 0 }
    let holes = rings.indices.filter { areas[$0] < 0 }
    var holesOfShell = [[Int]](repeating: [], count: rings.count)
    for hole in holes {
      if let shell = shell(around: hole, shells, rings, areas, mesh) {
        holesOfShell[shell].append(hole)
      }
    }
    var outline = Outline()
    for shell in shells {
      outline.append(rings[shell], isHole: false)
      for hole in holesOfShell[shell] { outline.append(rings[hole], isHole: true) }
    }
    return outline
  }

  /// The smallest shell that holds a point of the hole's edge.
  private static func shell(
    around hole: Int, _ shells: [Int], _ rings: [[Index<Vertex>]], _ areas: [Double],
    _ mesh: Mesh
  ) -> Int? {
    if shells.count == 1 { return shells[0] }
    let (x, y) = mesh.interiorPoint(ofHole: rings[hole])
    var best: Int?
    for shell in shells where areas[shell] > -areas[hole] {
      if areas[shell] < best.map({ areas[$0] }) ?? .infinity,
        mesh.ring(rings[shell], contains: x, y)
      {
        best = shell
      }
    }
    return best
  }
}

extension Mesh {
  /// Signed area in square degrees, positive when anticlockwise.
  func planarArea(of ring: some Collection<Index<Vertex>>) -> Double {
    guard let first = ring.first else { return 0 }
    let originX = longitudes[first]
    let originY = latitudes[first]
    var doubled = 0.0
    var previous = (x: 0.0, y: 0.0)
    for vertex in ring {
      let point = (x: longitudes[vertex] - originX, y: latitudes[vertex] - originY)
      doubled += previous.x * point.y - point.x * previous.y
      previous = point
    }
    return doubled / 2
  }

  /// The middle of a hole's first side: unlike its vertices, no other ring of the set can touch it.
  func interiorPoint(ofHole ring: [Index<Vertex>]) -> (x: Double, y: Double) {
    let a = ring[0]
    let b = ring[1]
    return ((longitudes[a] + longitudes[b]) / 2, (latitudes[a] + latitudes[b]) / 2)
  }

  /// Whether a point lies inside a ring, by counting the sides that a ray to the east crosses.
  func ring(_ ring: some BidirectionalCollection<Index<Vertex>>, contains x: Double, _ y: Double)
    -> Bool
  {
    var isInside = false
    guard var previous = ring.last else { return false }
    for current in ring {
      if (latitudes[current] > y) != (latitudes[previous] > y) {
        let share =
          (y - latitudes[current]) / (latitudes[previous] - latitudes[current])
        let crossing = longitudes[current] + share * (longitudes[previous] - longitudes[current])
        if crossing > x { isInside.toggle() }
      }
      previous = current
    }
    return isInside
  }

  /// Direction of the way from one vertex to another: grows with the angle, anticlockwise from the
  /// east, in [0, 4[ for a whole turn, without trigonometry.
  func direction(_ from: Index<Vertex>, _ to: Index<Vertex>) -> Double {
    planarDirection(
      longitudes[to] - longitudes[from], latitudes[to] - latitudes[from])
  }
}

/// Where a vector points, as a number that grows with its angle: 0 east, 1 north, 2 west, 3 south.
///
/// What has no length points east: places that differ may fall together when they are transformed.
func planarDirection(_ dx: Double, _ dy: Double) -> Double {
  let reach = abs(dx) + abs(dy)
  let along = reach > 0 ? dx / reach : 1
  return dy >= 0 ? 1 - along : 3 + along
}
