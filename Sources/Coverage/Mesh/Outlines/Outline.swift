/// Rings of vertex ids without closing vertex: each shell anticlockwise, then its holes clockwise.
struct Outline: Equatable, Sendable {
  private(set) var vertices: [Index<Vertex>] = []
  private(set) var ringEnds: [Int32] = []
  private(set) var isHole: [Bool] = []

  var isEmpty: Bool { ringEnds.isEmpty }
  var ringCount: Int { ringEnds.count }

  mutating func append(_ ring: some Sequence<Index<Vertex>>, isHole: Bool) {
    vertices.append(contentsOf: ring)
    ringEnds.append(Int32(vertices.count))
    self.isHole.append(isHole)
  }

  func ring(_ index: Int) -> ArraySlice<Index<Vertex>> {
    vertices[(index == 0 ? 0 : Int(ringEnds[index - 1]))..<Int(ringEnds[index])]
  }
}
