/// What areas and departments lose where the subtree of a place of a tree becomes a sector of its own: counts
/// are carried along the tree, the larger part of each subtree being counted once for it and its parent.
struct SubtreeCounts {
  private let pair: CutPair
  private let tree: CutTree
  private var inside: [Int]
  private let whole: [Int]
  private var departments: [Int]
  private let wholeDepartments: [Int]
  private var people = 0
  private var wholePeople = 0
  /// Weighed people off the sector that has most of their area.
  private var lost = 0
  private let lostOfNone: Int
  /// By place.
  private(set) var costs: [Int]

  /// - Complexity: O(nodes × log + nodes × departments).
  init(_ pair: CutPair, _ tree: CutTree) {
    self.pair = pair
    self.tree = tree
    inside = [Int](repeating: 0, count: pair.weights.count)
    departments = [Int](repeating: 0, count: pair.departmentCount)
    var (whole, wholeDepartments) = (inside, departments)
    for (node, own) in pair.nodes.enumerated() {
      let count = pair.ground.people[own]
      let (first, second) = pair.areasOfNode[node]
      if first >= 0 { whole[Int(first)] += count }
      if second >= 0 { whole[Int(second)] += count }
      wholeDepartments[Int(pair.departmentOfNode[node])] += count
      wholePeople += count
    }
    (self.whole, self.wholeDepartments) = (whole, wholeDepartments)
    lostOfNone = whole.indices.reduce(0) { sum, area in
      sum + pair.weights[area] * (pair.people[area] - max(pair.others[area], whole[area]))
    }
    lost = lostOfNone
    costs = [Int](repeating: 0, count: tree.nodes.count)
    count()
  }

  /// Each path of the largest subtrees from its end to its top, then the paths that hang on it.
  private mutating func count() {
    var tops = [0]
    while let top = tops.popLast() {
      var place = top
      while tree.largestChildren[place] >= 0 { place = Int(tree.largestChildren[place]) }
      while place >= top {
        add(place)
        let below = Int(tree.largestChildren[place])
        var child = place + 1
        while child < Int(tree.ends[place]) {
          let end = Int(tree.ends[child])
          if child != below {
            tops.append(child)
            for inner in child..<end { add(inner) }
          }
          child = end
        }
        costs[place] = lost + lostOfDepartments
        place = Int(tree.parents[place])
      }
      for place in tree.span(of: top) { remove(place) }
      (people, lost) = (0, lostOfNone)
    }
  }

  private mutating func add(_ place: Int) {
    let node = Int(tree.nodes[place])
    let own = pair.ground.people[pair.nodes[node]]
    let (first, second) = pair.areasOfNode[node]
    if first >= 0 { add(own, to: Int(first)) }
    if second >= 0 { add(own, to: Int(second)) }
    departments[Int(pair.departmentOfNode[node])] += own
    people += own
  }

  private mutating func add(_ own: Int, to area: Int) {
    let before = most(of: area)
    inside[area] += own
    lost += pair.weights[area] * (before - most(of: area))
  }

  private func most(of area: Int) -> Int {
    max(pair.others[area], inside[area], whole[area] - inside[area])
  }

  private mutating func remove(_ place: Int) {
    let node = Int(tree.nodes[place])
    let (first, second) = pair.areasOfNode[node]
    if first >= 0 { inside[Int(first)] = 0 }
    if second >= 0 { inside[Int(second)] = 0 }
    departments[Int(pair.departmentOfNode[node])] = 0
  }

  private var lostOfDepartments: Int {
    var most = (0, 0)
    for (department, count) in departments.enumerated() {
      most.0 = max(most.0, wholeDepartments[department] - count)
      most.1 = max(most.1, count)
    }
    return pair.weightOfDepartment * (wholePeople - most.0 - most.1)
  }
}
