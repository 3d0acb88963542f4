/// What may move between two sectors: single nodes at their border, and all that one of them has of a
/// bassin, an EPCI or a department.
struct CutPieces {
  private let nodes: [Int]
  private let beside: [[Int]]
  private let groups: [[Int]]

  /// - Complexity: O(borders of the nodes).
  init(_ nodes: [Int], _ ground: CutGround) {
    self.nodes = nodes
    let place = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    beside = nodes.map { node in ground.beside[node].compactMap { place[$0] } }
    var groups: [[Int]] = []
    for numbers in [ground.livingAreas, ground.intercommunalities, ground.departments] {
      var members: [Int: [Int]] = [:]
      for (place, node) in nodes.enumerated() where numbers[node] >= 0 {
        members[numbers[node], default: []].append(place)
      }
      groups += members.sorted { $0.key < $1.key }.map(\.value)
    }
    self.groups = groups.filter { $0.count > 1 && $0.count < nodes.count }
  }

  /// Visits each division that one move makes; what `visit` takes is what later moves start from.
  ///
  /// - Complexity: O(nodes × visits).
  func forEachMove(from start: [Bool], _ visit: ([Bool]) -> Bool) {
    var isSecond = start
    for node in nodes.indices where beside[node].contains(where: { isSecond[$0] != isSecond[node] })
    {
      isSecond[node].toggle()
      if !visit(isSecond) { isSecond[node].toggle() }
    }
    for group in groups {
      for side in [false, true] {
        let moving = group.filter { isSecond[$0] == side }
        guard moving.count > 1 else { continue }
        for node in moving { isSecond[node].toggle() }
        if !visit(isSecond) {
          for node in moving { isSecond[node].toggle() }
        }
      }
    }
  }

  /// Whether both sectors have nodes, and each is of one piece.
  ///
  /// - Complexity: O(borders of the nodes).
  func areOfOnePiece(_ isSecond: [Bool]) -> Bool {
    var isReached = [Bool](repeating: false, count: nodes.count)
    var pieces = 0
    for side in [false, true] {
      guard let first = isSecond.firstIndex(of: side) else { return false }
      isReached[first] = true
      var found = [first]
      while let node = found.popLast() {
        pieces += 1
        for other in beside[node] where !isReached[other] && isSecond[other] == side {
          isReached[other] = true
          found.append(other)
        }
      }
    }
    return pieces == nodes.count
  }
}
