/// An edge walked in one of its two directions.
struct DirectedEdge: Hashable, Sendable {
  let edge: Int32
  /// From the low to the high vertex.
  let isForward: Bool

  /// A number of its own: twice the edge, and one more against its direction.
  var index: Int { 2 * Int(edge) + (isForward ? 0 : 1) }

  var reversed: DirectedEdge { DirectedEdge(edge: edge, isForward: !isForward) }

  func from(_ edges: EdgeTable) -> Int32 {
    isForward ? edges.low[Int(edge)] : edges.high[Int(edge)]
  }

  func to(_ edges: EdgeTable) -> Int32 {
    isForward ? edges.high[Int(edge)] : edges.low[Int(edge)]
  }
}

extension EdgeTable {
  func unit(onLeftOf side: DirectedEdge) -> Int32 {
    side.isForward ? left[Int(side.edge)] : right[Int(side.edge)]
  }

  mutating func setUnit(_ unit: Int32, onLeftOf side: DirectedEdge) {
    if side.isForward { left[Int(side.edge)] = unit } else { right[Int(side.edge)] = unit }
  }
}

/// Walks the faces on the empty side of loose edges.
struct FaceWalker {
  /// What lies on the empty side of a run of loose edges.
  enum Face {
    /// The sides run inside a unit.
    case inside(Int32, [DirectedEdge])
    /// The sides enclose a place that no unit has.
    case gap([DirectedEdge])
  }

  private let edges: EdgeTable
  private let vertices: RepairedVertices
  /// Edges between different units, or between a unit and nothing.
  let isBorder: [Bool]
  private let fans: EdgeFans

  private static let unwalked: Int32 = -2

  init(_ edges: EdgeTable, _ vertices: RepairedVertices) {
    self.edges = edges
    self.vertices = vertices
    isBorder = (0..<edges.count).map { edges.isBorder($0) }
    var hasLoose = [Bool](repeating: false, count: vertices.count)
    for edge in 0..<edges.count where edges.isLoose(edge) {
      hasLoose[Int(edges.low[edge])] = true
      hasLoose[Int(edges.high[edge])] = true
    }
    fans = EdgeFans(edges, vertices, active: isBorder, at: hasLoose)
  }

  /// Faces on the empty side of loose edges, the open sea left out.
  ///
  /// - Complexity: O(loose edges × edges at a vertex + edges × log(islands)).
  func looseFaces() -> [Face] {
    var faces: [Face] = []
    var outsides: [[DirectedEdge]] = []
    var found = [Int32](repeating: Self.unwalked, count: 2 * edges.count)
    for edge in 0..<edges.count where edges.isLoose(edge) {
      let empty = DirectedEdge(
        edge: Int32(edge), isForward: edges.left[edge] == EdgeTable.outside)
      guard found[empty.index] == Self.unwalked else { continue }
      switch walk(from: empty, &found) {
      case .closed(let sides) where doubledArea(of: sides) > 0: faces.append(.gap(sides))
      case .closed(let sides): outsides.append(sides)
      case .inside(let unit, let sides): faces.append(.inside(unit, sides))
      case .joined: break
      }
    }
    // What surrounds an island is told by its nearest neighbour to the east.
    let east = EastwardSearch(
      edges, vertices, among: isBorder, from: outsides.map { easternmost(of: $0) })
    for (sides, met) in zip(outsides, east.sidesMet()) {
      guard let met, edges.unit(onLeftOf: met) != EdgeTable.outside else { continue }
      faces.append(.inside(edges.unit(onLeftOf: met), sides))
    }
    return faces
  }

  private enum Walk {
    /// Back at the start: around a face, or around an island.
    case closed([DirectedEdge])
    case inside(Int32, [DirectedEdge])
    /// Into sides that have been walked before.
    case joined
  }

  /// - Parameter found: by the index of each side walked, what was found on its left: a unit, or
  ///   `outside`.
  private func walk(from start: DirectedEdge, _ found: inout [Int32]) -> Walk {
    var sides: [DirectedEdge] = []
    var side = start
    while edges.unit(onLeftOf: side) == EdgeTable.outside {
      let earlier = found[side.index]
      if earlier != Self.unwalked {
        // Back at the start the face is closed; elsewhere a run walked before goes on.
        if side == start { return .closed(sides) }
        return earlier == EdgeTable.outside ? .joined : inside(earlier, sides, &found)
      }
      found[side.index] = EdgeTable.outside
      sides.append(side)
      side = fans.next(after: side)
    }
    return inside(edges.unit(onLeftOf: side), sides, &found)
  }

  private func inside(
    _ unit: Int32, _ sides: [DirectedEdge], _ found: inout [Int32]
  ) -> Walk {
    for side in sides { found[side.index] = unit }
    return .inside(unit, sides)
  }

  /// A face walked with itself on the left runs anticlockwise; around an island the walk is clockwise.
  private func doubledArea(of sides: [DirectedEdge]) -> Double {
    guard let origin = sides.first.map({ vertices[$0.from(edges)] }) else { return 0 }
    return sides.reduce(0) { doubled, side in
      let from = vertices[side.from(edges)] - origin
      let to = vertices[side.to(edges)] - origin
      return doubled + from.x * to.y - to.x * from.y
    }
  }

  private func easternmost(of sides: [DirectedEdge]) -> Int32 {
    sides.map { $0.from(edges) }.max { vertices[$0].x < vertices[$1].x } ?? 0
  }
}
