/// Closed walks along the sides of divided units and of the outside.
struct FaceWalks {
  /// Walk of each side, by the side's index; -1 for sides of units that are not divided.
  private(set) var walkOfSide: [Int32]
  /// Unit that each walk is in, or the outside.
  private(set) var unit: [Int32] = []
  /// Whether a walk runs around its face; otherwise it runs around what lies in the face.
  private(set) var isOuter: [Bool] = []
  /// For a walk around what lies in a face, a walk of that face nearer to its outer one; -1 for none.
  private var host: [Int32] = []
  private var easternmost: [Int32] = []
  /// Units with a side on a walk of another unit: the borders there divide nothing.
  private(set) var disputed: Set<Int32> = []

  var count: Int { unit.count }

  init(
    _ edges: EdgeTable, _ vertices: RepairedVertices, isActive: [Bool], isDivided: [Bool]
  ) {
    walkOfSide = Array(repeating: -1, count: 2 * edges.count)
    func isWalked(_ unit: Int32) -> Bool { unit < 0 || isDivided[Int(unit)] }
    var isWanted = [Bool](repeating: false, count: vertices.count)
    var isMet = [Bool](repeating: false, count: edges.count)
    for edge in isActive.indices where isActive[edge] {
      guard isWalked(edges.left[edge]) || isWalked(edges.right[edge]) else { continue }
      isMet[edge] = true
      isWanted[Int(edges.low[edge])] = true
      isWanted[Int(edges.high[edge])] = true
    }
    let fans = EdgeFans(edges, vertices, active: isActive, at: isWanted)
    for edge in isMet.indices where isMet[edge] {
      for isForward in [true, false] {
        let side = DirectedEdge(edge: Int32(edge), isForward: isForward)
        if walkOfSide[side.index] < 0, isWalked(edges.unit(onLeftOf: side)) {
          walk(from: side, edges, vertices, fans)
        }
      }
    }
    findHosts(edges, vertices, isMet)
  }

  private mutating func walk(
    from start: DirectedEdge, _ edges: EdgeTable, _ vertices: RepairedVertices, _ fans: EdgeFans
  ) {
    let walk = Int32(count)
    let origin = vertices[start.from(edges)]
    var (from, doubledArea) = (SIMD2<Double>.zero, 0.0)
    var east = start.from(edges)
    var eastmost = 0.0
    var side = start
    let owner = edges.unit(onLeftOf: start)
    while walkOfSide[side.index] < 0 {
      walkOfSide[side.index] = walk
      let unit = edges.unit(onLeftOf: side)
      if unit != owner { disputed.formUnion([owner, unit]) }
      let to = vertices[side.to(edges)] - origin
      doubledArea += from.x * to.y - to.x * from.y
      if to.x > eastmost {
        eastmost = to.x
        east = side.to(edges)
      }
      from = to
      side = fans.next(after: side)
    }
    unit.append(owner)
    isOuter.append(doubledArea > 0)
    host.append(-1)
    easternmost.append(east)
  }

  private mutating func findHosts(
    _ edges: EdgeTable, _ vertices: RepairedVertices, _ isMet: [Bool]
  ) {
    let inner = isOuter.indices.filter { !isOuter[$0] }
    let east = EastwardSearch(
      edges, vertices, among: isMet, from: inner.map { easternmost[$0] })
    for (walk, side) in zip(inner, east.sidesMet()) {
      if let side { host[walk] = walkOfSide[side.index] }
    }
  }

  /// The walk around the face that a walk is in; nil in the unbounded face.
  ///
  /// - Complexity: O(walks between them): each host lies further east.
  func outer(of walk: Int) -> Int? {
    var walk = walk
    while !isOuter[walk] {
      guard host[walk] >= 0 else { return nil }
      walk = Int(host[walk])
    }
    return walk
  }
}
