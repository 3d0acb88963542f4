/// The vertices that one unit alone has, those of coasts among them, and which of them are near each other.
struct LoneCorners {
  struct Lone {
    let vertex: Index<Vertex>
    let unit: Index<Unit>
    let place: SIMD2<Double>
    /// The square of how far another corner may be.
    let squaredReach: Double
  }

  private var corners = Column<Corner, Lone>()
  /// How far apart the nearest corners are along a border that is drawn twice.
  private let closeness: Double
  /// How far apart two corners may be that are one.
  private let reach: Double
  /// Corners this near to each other are one, be they of one unit or of two.
  private let snapping: Double

  var count: Int { corners.count }

  subscript(corner: Index<Corner>) -> Lone { corners[corner] }

  private static let shared = Index<Unit>(-2)
  /// Along a border that is drawn twice, how much farther the farthest corners may be apart than the nearest.
  private static let reaches = 3.0
  /// A corner may move by this share of its sides, squared.
  private static let squaredShare = 1.0 / 16
  /// Looks for each corner, on average, beyond which nothing is told: more are near each other on no map.
  private static let mostLooksEach = 64

  /// - Complexity: O(vertices).
  init(
    _ ground: MeshGround, _ features: Column<Unit, Index<Feature>>, _ tolerance: BorderTolerance
  ) {
    closeness = tolerance.welding
    reach = Self.reaches * closeness
    snapping = tolerance.snapping
    let positions = ground.vertices.positions
    var owners = Column<Vertex, Index<Unit>>(repeating: .missing, count: positions.count)
    for (unit, feature) in features.pairs {
      ground.rings.forEachRing(of: feature) { ring in
        for vertex in ring where owners[vertex] != unit {
          owners[vertex] = owners[vertex] == .missing ? unit : Self.shared
        }
      }
    }
    var squares = Column<Vertex, Double>(repeating: reach * reach, count: positions.count)
    for feature in features {
      ground.rings.forEachRing(of: feature) { ring in
        guard var previous = ring.last else { return }
        for vertex in ring {
          if owners[vertex].exists || owners[previous].exists {
            let way = positions[vertex] - positions[previous]
            let square = (way * way).sum()
            if square > snapping * snapping {
              squares[vertex] = min(squares[vertex], square * Self.squaredShare)
              squares[previous] = min(squares[previous], square * Self.squaredShare)
            }
          }
          previous = vertex
        }
      }
    }
    for (vertex, unit) in owners.pairs where unit.exists {
      corners.append(
        Lone(
          vertex: vertex, unit: unit, place: positions[vertex], squaredReach: squares[vertex]))
    }
  }

  /// Whether two corners are near enough to become one: those of one unit only where no side is between them to speak
  /// of.
  func mayMeet(_ first: Index<Corner>, _ second: Index<Corner>) -> Bool {
    let (a, b) = (corners[first], corners[second])
    let way = a.place - b.place
    let square = (way * way).sum()
    return square <= snapping * snapping
      || a.unit != b.unit && square <= min(a.squaredReach, b.squaredReach)
  }

  private enum Cell {}

  private struct NearPair {
    let squaredDistance: Double
    let first: Index<Corner>
    let second: Index<Corner>
  }

  /// Two units.
  private enum Border {}

  /// Corners that may meet along borders that are drawn twice, the nearest pair first.
  ///
  /// - Complexity: O(corners) expected, and O(pairs × log).
  func pairsOfBorders() -> [(first: Index<Corner>, second: Index<Corner>)] {
    var pairs = Column<NearPair, NearPair>(nearPairs())
    pairs.values.sort {
      ($0.squaredDistance, $0.first, $0.second) < ($1.squaredDistance, $1.first, $1.second)
    }
    var borders = PairTable<Border, Int>(expected: pairs.count / 4)
    let borderOfPair = pairs.mapped { pair in
      let (one, other) = (corners[pair.first].unit, corners[pair.second].unit)
      return borders.index(of: SIMD2(Int(min(one, other)), Int(max(one, other))))
    }
    let pairsOfBorder = Grouping<Border, NearPair>(groupCount: borders.pairs.count) { visit in
      for (pair, border) in borderOfPair.pairs { visit(border, pair) }
    }
    let isTwice = drawnTwice(pairsOfBorder, pairs)
    return pairs.pairs.filter { pair, near in
      near.squaredDistance <= snapping * snapping || isTwice[borderOfPair[pair]]
    }.map { ($0.1.first, $0.1.second) }
  }

  /// Whether two corners of one unit are each within reach of another corner of the other, and one is close, by
  /// border.
  private func drawnTwice(
    _ pairsOfBorder: Grouping<Border, NearPair>, _ pairs: Column<NearPair, NearPair>
  ) -> Column<Border, Bool> {
    // The border for which each corner was counted last.
    var counted = Column<Corner, Index<Border>>(repeating: .missing, count: corners.count)
    return Column(count: pairsOfBorder.groupCount) { border in
      // The nearest pair comes first.
      guard let nearest = pairsOfBorder[border].first,
        pairs[nearest].squaredDistance <= closeness * closeness
      else { return false }
      var count = 0
      for pair in pairsOfBorder[border] {
        let (first, second) = (pairs[pair].first, pairs[pair].second)
        guard counted[first] != border, counted[second] != border else { continue }
        (counted[first], counted[second]) = (border, border)
        count += 1
        if count == 2 { return true }
      }
      return false
    }
  }

  /// Corners that may meet; none where corners lie too close together to tell.
  ///
  /// - Complexity: O(corners) expected.
  private func nearPairs() -> [NearPair] {
    let perUnit = 1 / (4 * reach)
    func column(_ coordinate: Double) -> Int {
      Int(max(-0x1p60, min(0x1p60, (coordinate * perUnit).rounded(.down))))
    }
    var cells = PairTable<Cell, Int>(expected: corners.count / 2)
    let cellOfCorner = corners.mapped { corner in
      cells.index(of: SIMD2(column(corner.place.x), column(corner.place.y)))
    }
    let members = Grouping<Cell, Corner>(groupCount: cells.pairs.count) { visit in
      for (corner, cell) in cellOfCorner.pairs { visit(cell, corner) }
    }
    var pairs: [NearPair] = []
    var looksLeft = Self.mostLooksEach * corners.count
    for (corner, cell) in cellOfCorner.pairs {
      let (own, place) = (cells.pairs[cell], corners[corner].place)
      let reach = max(snapping, corners[corner].squaredReach.squareRoot())
      // Each pair is met from the west.
      for x in own.x...column(place.x + reach) {
        for y in column(place.y - reach)...column(place.y + reach) {
          guard let near = own == SIMD2(x, y) ? cell : cells.find(SIMD2(x, y)) else { continue }
          looksLeft -= members[near].count
          guard looksLeft > 0 else { return [] }
          for other in members[near] where isBefore(corner, other) && mayMeet(corner, other) {
            let way = corners[other].place - place
            pairs.append(NearPair(squaredDistance: (way * way).sum(), first: corner, second: other))
          }
        }
      }
    }
    return pairs
  }

  /// From west to east, and in their order where they lie on one meridian.
  private func isBefore(_ first: Index<Corner>, _ second: Index<Corner>) -> Bool {
    (corners[first].place.x, first) < (corners[second].place.x, second)
  }
}
