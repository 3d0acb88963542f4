/// Which drawings cover each face.
///
/// To cross the side of a drawing from its right to its left is to enter it once more. So faces stand at
/// known differences from each other, and the unbounded face is in nothing: each difference is a sum of
/// one random number a drawing, and equal sums are equal sets.
struct FaceLabels {
  /// A drawing, and how many times a place is inside it: 1 in a valid polygon.
  struct Turns: Equatable {
    let drawing: Int32
    var times: Int32
  }

  /// Label of each face.
  private(set) var labelOfFace: [Int32]
  /// What each label stands for, by drawing. The first is empty.
  private(set) var turns: [[Turns]] = [[]]
  /// Edges whose two faces contradict their drawings: the borders there do not divide the plane.
  private(set) var contradictions: [Int32] = []

  /// - Complexity: O(edges + labels × drawings in each).
  init(_ faces: Faces, _ sides: DrawnSides, _ edges: EdgeTable) {
    var rises = [UInt64](repeating: 0, count: edges.count)
    for (side, drawing) in zip(sides.sides, sides.drawings) {
      let number = Self.number(of: drawing)
      rises[Int(side.edge)] &+= side.isForward ? number : 0 &- number
    }
    var sets = PotentialSets(count: faces.count)
    var agreed: (left: Int32, right: Int32, rise: UInt64)?
    for edge in faces.isActive.indices where faces.isActive[edge] {
      let (left, right) = Self.faces(beside: edge, faces, edges)
      let rise = rises[edge]
      // Along a border one edge after another says the same.
      if let agreed, agreed == (left, right, rise) { continue }
      if sets.unite(left, right, difference: rise) {
        agreed = (left, right, rise)
      } else {
        contradictions.append(Int32(edge))
      }
    }
    let ground = sets.find(Faces.unbounded)
    var labelOfHeight: [UInt64: Int32] = [0: 0]
    var heights: [UInt64] = [0]
    labelOfFace = (0..<Int32(faces.count)).map { face in
      let (root, above) = sets.find(face)
      guard root == ground.root else { return 0 }
      let height = above &- ground.above
      if let label = labelOfHeight[height] { return label }
      let label = Int32(heights.count)
      labelOfHeight[height] = label
      heights.append(height)
      return label
    }
    name(heights.count, faces, sides, edges)
  }

  private static func faces(
    beside edge: Int, _ faces: Faces, _ edges: EdgeTable
  ) -> (left: Int32, right: Int32) {
    let side = DirectedEdge(edge: Int32(edge), isForward: true)
    return (faces.face(onLeftOf: side, edges), faces.face(onLeftOf: side.reversed, edges))
  }

  /// Names the drawings of each label, from one label to those across its edges.
  private mutating func name(
    _ count: Int, _ faces: Faces, _ sides: DrawnSides, _ edges: EdgeTable
  ) {
    let sidesOfEdge = Grouping(groupCount: edges.count) { visit in
      for (index, side) in sides.sides.enumerated() { visit(side.edge, Int32(index)) }
    }
    var crossings: [(from: Int32, over: DirectedEdge, to: Int32)] = []
    var known: Set<SIMD2<Int32>> = []
    var last = SIMD2<Int32>(-1, -1)
    for edge in 0..<edges.count where !sidesOfEdge[edge].isEmpty {
      let (leftFace, rightFace) = Self.faces(beside: edge, faces, edges)
      let (left, right) = (labelOfFace[Int(leftFace)], labelOfFace[Int(rightFace)])
      let pair = SIMD2(left, right)
      guard left != right, pair != last else { continue }
      last = pair
      guard known.insert(pair).inserted else { continue }
      let side = DirectedEdge(edge: Int32(edge), isForward: true)
      crossings.append((right, side, left))
      crossings.append((left, side.reversed, right))
    }
    let crossingsFrom = Grouping(groupCount: count) { visit in
      for (index, crossing) in crossings.enumerated() { visit(crossing.from, Int32(index)) }
    }
    turns = Array(repeating: [], count: count)
    var isNamed = [Bool](repeating: false, count: count)
    isNamed[0] = true
    var front: [Int32] = [0]
    while let label = front.popLast() {
      for crossing in crossingsFrom[Int(label)].map({ crossings[Int($0)] })
      where !isNamed[Int(crossing.to)] {
        isNamed[Int(crossing.to)] = true
        var entered: [Int32: Int32] = [:]
        for index in sidesOfEdge[Int(crossing.over.edge)] {
          let isEntry = sides.sides[Int(index)].isForward == crossing.over.isForward
          entered[sides.drawings[Int(index)], default: 0] += isEntry ? 1 : -1
        }
        turns[Int(crossing.to)] = Self.sum(turns[Int(label)], entered)
        front.append(crossing.to)
      }
    }
  }

  private static func sum(_ turns: [Turns], _ entered: [Int32: Int32]) -> [Turns] {
    var entered = entered
    var sum = turns.map { turn in
      let more = entered.removeValue(forKey: turn.drawing) ?? 0
      return Turns(drawing: turn.drawing, times: turn.times + more)
    }
    sum += entered.map { Turns(drawing: $0.key, times: $0.value) }
    return sum.filter { $0.times != 0 }.sorted { $0.drawing < $1.drawing }
  }

  /// A number of 64 bits for each drawing, as if at random (the mix of SplitMix64).
  private static func number(of drawing: Int32) -> UInt64 {
    var mixed = UInt64(drawing + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
