/// How wide and how compact a territory is.
struct TerritoryShape: Sendable {
  /// The unit with most people, the first of equals.
  let mainUnit: Index<Unit>
  let squareMetres: Double
  /// Metres of its whole outline, coasts and holes included.
  let perimeter: Double
  /// The largest distance between two of its units.
  let extent: Double
  /// The mean distance of its people to the main unit, and the largest.
  let meanMetres: Double
  let farthestMetres: Double
  /// The unit that is the farthest from the main one.
  let farthestUnit: Index<Unit>

  /// Of Polsby and Popper (1991): 1 for a disc, near 0 for a ribbon.
  var compactness: Double {
    perimeter > 0 ? 4 * .pi * squareMetres / (perimeter * perimeter) : 0
  }
}

/// Measures the shapes of territories; keeps its scratch space.
struct ShapeMeasure {
  private let mesh: Mesh
  private let points: Column<Unit, GlobePoint?>
  private var isMember: Column<Piece, Bool>

  init(_ mesh: Mesh, _ points: Column<Unit, GlobePoint?>) {
    self.mesh = mesh
    self.points = points
    isMember = Column(repeating: false, count: mesh.pieces.count)
  }

  /// - Parameter parts: of one territory, sorted by unit, then by piece.
  /// - Returns: nil where no unit of it has a map.
  /// - Complexity: O(edges of its pieces), and what its extent costs.
  mutating func shape(of parts: [Part]) -> TerritoryShape? {
    var named = NamedUnits()
    var people: [(unit: Index<Unit>, count: Int)] = []
    var squareMetres = 0.0
    for part in parts {
      named.add(part)
      squareMetres += mesh.areas[part.piece] * part.areaShare
      if people.last?.unit == part.unit {
        people[people.count - 1].count += part.population
      } else {
        people.append((part.unit, part.population))
      }
    }
    let places = named.units.filter { points[$0] != nil }
    let located = people.filter { points[$0.unit] != nil }
    // Of equals, `max` takes the one that no other precedes: the lowest unit.
    guard squareMetres > 0, !places.isEmpty,
      let main = located.max(by: { ($0.count, $1.unit) < ($1.count, $0.unit) })?.unit,
      let seat = points[main]
    else { return nil }
    var (sum, count) = (0.0, 0)
    for (unit, people) in located {
      guard let point = points[unit] else { continue }
      sum += Double(people) * point.metres(to: seat)
      count += people
    }
    let distances = places.map { unit in
      (metres: points[unit].map { $0.metres(to: seat) } ?? 0, unit: unit)
    }
    let farthest = distances.max { ($0.metres, $1.unit) < ($1.metres, $0.unit) }
    return TerritoryShape(
      mainUnit: main, squareMetres: squareMetres, perimeter: perimeter(of: named.pieces),
      extent: Self.extent(of: places.compactMap { points[$0] }, from: seat),
      meanMetres: count > 0 ? sum / Double(count) : 0, farthestMetres: farthest?.metres ?? 0,
      farthestUnit: farthest?.unit ?? main)
  }

  private mutating func perimeter(of pieces: [Index<Piece>]) -> Double {
    for piece in pieces { isMember[piece] = true }
    defer { for piece in pieces { isMember[piece] = false } }
    var metres = 0.0
    for piece in pieces {
      for edge in mesh.borders[piece] {
        let other = mesh.piece(across: edge, from: piece)
        if !other.exists || !isMember[other] { metres += mesh.length(of: edge) }
      }
    }
    return metres
  }

  /// The largest distance between two points. Two points are no farther apart than the sum of their
  /// distances to a third: from the outermost on, few pairs are left to look at.
  ///
  /// - Complexity: O(n log n) for most territories, O(n²) for points on a circle.
  static func extent(of points: [GlobePoint], from centre: GlobePoint) -> Double {
    let outermost = points.map { (point: $0, radius: $0.metres(to: centre)) }
      .sorted { $0.radius > $1.radius }
    var best = 0.0
    for (index, first) in outermost.enumerated() {
      if 2 * first.radius <= best { break }
      for second in outermost[(index + 1)...] {
        if first.radius + second.radius <= best { break }
        best = max(best, first.point.metres(to: second.point))
      }
    }
    return best
  }
}
