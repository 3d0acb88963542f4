/// Gives each face one unit where units of the file lie on each other.
///
/// What two units claim is settled at their loose sides. A side of the same face that a third unit
/// borders is not loose, and may still have the other unit: the face goes to the one with the longest
/// sides.
struct ContestedFaces {
  private let fans: EdgeFans
  /// By vertex.
  private let isWanted: [Bool]

  /// - Parameters:
  ///   - isBorder: edges that bounded faces before sides were settled.
  ///   - units: those that lie on another, and those that others lie on.
  /// - Complexity: O(edges).
  static func settle(
    _ edges: inout EdgeTable, _ vertices: RepairedVertices, isBorder: [Bool], units: Set<Int32>
  ) {
    guard let last = units.max() else { return }
    var isConcerned = [Bool](repeating: false, count: Int(last) + 1)
    for unit in units where unit >= 0 { isConcerned[Int(unit)] = true }
    func concerns(_ unit: Int32) -> Bool { unit >= 0 && unit <= last && isConcerned[Int(unit)] }
    let concerned = isBorder.indices.filter {
      isBorder[$0] && (concerns(edges.left[$0]) || concerns(edges.right[$0]))
    }
    let faces = ContestedFaces(edges, vertices, isBorder, concerned)
    var isWalked: Set<DirectedEdge> = []
    for edge in concerned {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: Int32(edge), isForward: isForward)
        guard concerns(edges.unit(onLeftOf: side)), !isWalked.contains(side) else { continue }
        let sides = faces.walk(from: side, edges)
        isWalked.formUnion(sides)
        faces.settle(sides, &edges, vertices)
      }
    }
  }

  private init(
    _ edges: EdgeTable, _ vertices: RepairedVertices, _ isBorder: [Bool], _ concerned: [Int]
  ) {
    var isWanted = [Bool](repeating: false, count: vertices.count)
    for edge in concerned {
      isWanted[Int(edges.low[edge])] = true
      isWanted[Int(edges.high[edge])] = true
    }
    fans = EdgeFans(edges, vertices, active: isBorder, at: isWanted)
    self.isWanted = isWanted
  }

  /// The sides of a face; none where it leads away from the units concerned.
  private func walk(from start: DirectedEdge, _ edges: EdgeTable) -> [DirectedEdge] {
    var sides: [DirectedEdge] = []
    var side = start
    repeat {
      guard isWanted[Int(side.to(edges))] else { return [] }
      sides.append(side)
      side = fans.next(after: side)
    } while side != start
    return sides
  }

  private func settle(
    _ sides: [DirectedEdge], _ edges: inout EdgeTable, _ vertices: RepairedVertices
  ) {
    var lengths: [Int32: Double] = [:]
    for side in sides {
      let way = vertices[side.to(edges)] - vertices[side.from(edges)]
      lengths[edges.unit(onLeftOf: side), default: 0] += (way * way).sum().squareRoot()
    }
    guard lengths.count > 1,
      let owner = lengths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return }
    for side in sides { edges.setUnit(owner, onLeftOf: side) }
  }
}
