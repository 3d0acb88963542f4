/// Which drawings cover each face.
///
/// To cross the side of a drawing from its right to its left is to enter it once more. So faces stand at
/// known differences from each other, and the unbounded face is in nothing: each difference is a sum of
/// one random number a drawing, and equal sums are equal sets.
struct FaceLabels {
  /// A drawing, and how many times a place is inside it: 1 in a valid polygon.
  struct Turns: Equatable {
    let drawing: Index<Drawing>
    var times: Int32
  }

  /// Label of each face.
  private(set) var labelOfFace: Column<Face, Index<Label>>
  /// What each label stands for, by drawing. The first is empty.
  private(set) var turns: Column<Label, [Turns]> = Column([[]])
  /// Edges whose two faces contradict their drawings: the borders there do not divide the plane.
  private(set) var contradictions: [Index<Edge>] = []

  /// A set of drawings, each with its turns.
  enum Label {}

  /// - Parameter length: of an edge, roughly: what long edges tell stands, where short ones that rounding may have
  ///   turned tell something else.
  /// - Complexity: O(edges + labels × drawings in each).
  init(
    _ faces: Faces, _ sides: DrawnSides, _ edges: EdgeTable<Unit>,
    length: (Index<Edge>) -> Double = { _ in 1 }
  ) {
    var rises = Column<Edge, UInt64>(repeating: 0, count: edges.count)
    for (side, drawing) in zip(sides.sides, sides.drawings) {
      let number = Self.number(of: drawing)
      rises[side.edge] &+= side.isForward ? number : 0 &- number
    }
    var sets = PotentialSets<Face>(count: faces.count)
    var agreed: (left: Index<Face>, right: Index<Face>, rise: UInt64)?
    var contradictions: [Index<Edge>] = []
    func learn(from edge: Index<Edge>) {
      let (left, right) = Self.faces(beside: edge, faces, edges)
      let rise = rises[edge]
      // Along a border one edge after another says the same.
      if let agreed, agreed == (left, right, rise) { return }
      if sets.unite(left, right, difference: rise) {
        agreed = (left, right, rise)
      } else {
        contradictions.append(edge)
      }
    }
    let classes = Grouping<LengthClass, Edge>(groupCount: Self.classCount) { visit in
      for edge in faces.isActive.indices where faces.isActive[edge] {
        visit(Self.lengthClass(length(edge)), edge)
      }
    }
    for lengths in 0..<Self.classCount {
      for edge in classes[Index(lengths)] { learn(from: edge) }
    }
    self.contradictions = contradictions
    let ground = sets.find(Faces.unbounded)
    var labelOfHeight: [UInt64: Index<Label>] = [0: Index(0)]
    var heights: [UInt64] = [0]
    labelOfFace = Column(count: faces.count) { face in
      let (root, above) = sets.find(face)
      guard root == ground.root else { return Index(0) }
      let height = above &- ground.above
      if let label = labelOfHeight[height] { return label }
      let label = Index<Label>(heights.count)
      labelOfHeight[height] = label
      heights.append(height)
      return label
    }
    name(heights.count, faces, sides, edges)
  }

  /// Edges that are as long as each other but for a factor of two: the longest first.
  private enum LengthClass {}
  private static let classCount = 64

  private static func lengthClass(_ length: Double) -> Index<LengthClass> {
    guard length > 0 else { return Index(classCount - 1) }
    return Index(max(0, min(classCount - 1, 17 - Int(length.exponent))))
  }

  private static func faces(
    beside edge: Index<Edge>, _ faces: Faces, _ edges: EdgeTable<Unit>
  ) -> (left: Index<Face>, right: Index<Face>) {
    let side = DirectedEdge(edge: edge, isForward: true)
    return (faces.face(onLeftOf: side, edges), faces.face(onLeftOf: side.reversed, edges))
  }

  /// A way from one label to another, over a side from its right to its left.
  private struct Crossing {
    let from: Index<Label>
    let over: DirectedEdge
    let to: Index<Label>
  }

  /// Names the drawings of each label, from one label to those across its edges.
  private mutating func name(
    _ count: Int, _ faces: Faces, _ sides: DrawnSides, _ edges: EdgeTable<Unit>
  ) {
    let sidesOfEdge = Grouping<Edge, DrawnSides.Side>(groupCount: edges.count) { visit in
      for (index, side) in sides.sides.pairs { visit(side.edge, index) }
    }
    var crossings = Column<Crossing, Crossing>()
    var known: Set<SIMD2<Int32>> = []
    var last = SIMD2<Int32>(-1, -1)
    for edge in edges.indices where !sidesOfEdge[edge].isEmpty {
      let (leftFace, rightFace) = Self.faces(beside: edge, faces, edges)
      let (left, right) = (labelOfFace[leftFace], labelOfFace[rightFace])
      let pair = SIMD2(left.raw, right.raw)
      guard left != right, pair != last else { continue }
      last = pair
      guard known.insert(pair).inserted else { continue }
      let side = DirectedEdge(edge: edge, isForward: true)
      crossings.append(Crossing(from: right, over: side, to: left))
      crossings.append(Crossing(from: left, over: side.reversed, to: right))
    }
    let crossingsFrom = Grouping<Label, Crossing>(groupCount: count) { visit in
      for (index, crossing) in crossings.pairs { visit(crossing.from, index) }
    }
    turns = Column(repeating: [], count: count)
    var isNamed = Column<Label, Bool>(repeating: false, count: count)
    isNamed[Index(0)] = true
    var front = [Index<Label>(0)]
    while let label = front.popLast() {
      for crossing in crossingsFrom[label].map({ crossings[$0] })
      where !isNamed[crossing.to] {
        isNamed[crossing.to] = true
        var entered: [Index<Drawing>: Int32] = [:]
        for index in sidesOfEdge[crossing.over.edge] {
          let isEntry = sides.sides[index].isForward == crossing.over.isForward
          entered[sides.drawings[index], default: 0] += isEntry ? 1 : -1
        }
        turns[crossing.to] = Self.sum(turns[label], entered)
        front.append(crossing.to)
      }
    }
  }

  private static func sum(_ turns: [Turns], _ entered: [Index<Drawing>: Int32]) -> [Turns] {
    var entered = entered
    var sum = turns.map { turn in
      let more = entered.removeValue(forKey: turn.drawing) ?? 0
      return Turns(drawing: turn.drawing, times: turn.times + more)
    }
    sum += entered.map { Turns(drawing: $0.key, times: $0.value) }
    return sum.filter { $0.times != 0 }.sorted { $0.drawing < $1.drawing }
  }

  /// A number of 64 bits for each drawing, as if at random.
  private static func number(of drawing: Index<Drawing>) -> UInt64 {
    MixedBits.number(at: Int(drawing))
  }
}
