/// Two sectors of a division, and what each way to divide their nodes costs: the one measure of all moves.
struct CutPair {
  /// Nodes of both, in ascending order.
  let nodes: [Int]
  let ground: CutGround
  let rules: CutRules
  /// Areas that touch the nodes: their weight and people, and the most that a third sector has of each.
  private(set) var weights: [Int] = []
  private(set) var people: [Int] = []
  private(set) var others: [Int] = []
  /// Areas of each node, by place in those.
  private(set) var areasOfNode: [(Int32, Int32)]
  private(set) var departmentOfNode: [Int32]
  let departmentCount: Int
  let weightOfDepartment: Int
  let weightOfDistance: Int
  /// Metres from a main unit to each of the nodes, made once; person-metres of all of them.
  private var metres: [Int: [Int]] = [:]
  private var farOfMain: [Int: Int] = [:]
  /// The nodes, those of most people first.
  lazy var byPeople = nodes.indices.sorted {
    (ground.people[nodes[$1]], $0) < (ground.people[nodes[$0]], $1)
  }

  /// - Parameters:
  ///   - areas: those that are better not divided; nil where they do not count.
  ///   - most: the most people of an area in any sector that is not one of the two.
  /// - Complexity: O(nodes + areas that touch them × sectors).
  init(
    _ nodes: [Int], _ ground: CutGround, _ rules: CutRules, _ areas: CutAreas?,
    most: (_ area: Int) -> Int
  ) {
    self.nodes = nodes
    self.ground = ground
    self.rules = rules
    weightOfDepartment = rules[.department]
    weightOfDistance = rules[.distance]
    var placeOfArea: [Int: Int32] = [:]
    var placeOfDepartment: [Int: Int32] = [:]
    areasOfNode = []
    departmentOfNode = []
    for node in nodes {
      var places: [Int32] = []
      for area in areas?.ofNode[node] ?? [] {
        if placeOfArea[area] == nil {
          placeOfArea[area] = Int32(weights.count)
          weights.append(areas?.all[area].weight ?? 0)
          people.append(areas?.all[area].people ?? 0)
          others.append(most(area))
        }
        places.append(placeOfArea[area] ?? -1)
      }
      areasOfNode.append((places.first ?? -1, places.count > 1 ? places[1] : -1))
      let next = Int32(placeOfDepartment.count)
      let department = placeOfDepartment[ground.departments[node]] ?? next
      placeOfDepartment[ground.departments[node]] = department
      departmentOfNode.append(department)
    }
    departmentCount = placeOfDepartment.count
  }

  /// - Parameters:
  ///   - isSecond: the sector of each node.
  ///   - limit: from which on the cost is of no interest; distances are not looked at then.
  /// - Complexity: O(nodes + areas that touch them).
  mutating func cost(
    _ isSecond: [Bool], limit: CutCost = CutCost(outOfBounds: .max)
  ) -> CutCost {
    var counts = [Int](repeating: 0, count: 2 * weights.count)
    var departmentCounts = [Int](repeating: 0, count: 2 * departmentCount)
    var sums = (0, 0)
    var sizes = (0, 0)
    var mains = (-1, -1)
    for (place, node) in nodes.enumerated() {
      let own = ground.people[node]
      let side = isSecond[place] ? 1 : 0
      if isSecond[place] {
        sums.1 += own
        sizes.1 += 1
        if mains.1 < 0 || own > ground.people[mains.1] { mains.1 = node }
      } else {
        sums.0 += own
        sizes.0 += 1
        if mains.0 < 0 || own > ground.people[mains.0] { mains.0 = node }
      }
      let (first, second) = areasOfNode[place]
      if first >= 0 { counts[2 * Int(first) + side] += own }
      if second >= 0 { counts[2 * Int(second) + side] += own }
      departmentCounts[2 * Int(departmentOfNode[place]) + side] += own
    }
    var result = CutCost()
    if sizes.0 > 0 { result.outOfBounds += rules.outOfBounds(sums.0, nodes: sizes.0) }
    if sizes.1 > 0 { result.outOfBounds += rules.outOfBounds(sums.1, nodes: sizes.1) }
    var weighed = 0
    for area in weights.indices {
      let most = max(others[area], counts[2 * area], counts[2 * area + 1])
      weighed += weights[area] * (people[area] - most)
    }
    var inside = (0, 0)
    for place in stride(from: 0, to: departmentCounts.count, by: 2) {
      inside.0 = max(inside.0, departmentCounts[place])
      inside.1 = max(inside.1, departmentCounts[place + 1])
    }
    weighed += weightOfDepartment * (sums.0 - inside.0 + sums.1 - inside.1)
    result.cost = weighed * CutRules.farMetres
    guard result < limit else { return result }
    result.cost += weightOfDistance * far(isSecond, mains)
    return result
  }

  /// Person-metres to the main units of two sectors.
  private mutating func far(_ isSecond: [Bool], _ mains: (Int, Int)) -> Int {
    let first = row(of: mains.0)
    let second = row(of: mains.1)
    var sum = 0
    for (place, node) in nodes.enumerated() {
      sum += ground.people[node] * (isSecond[place] ? second[place] : first[place])
    }
    return sum
  }

  mutating func row(of main: Int) -> [Int] {
    guard main >= 0 else { return [] }
    if let known = metres[main] { return known }
    let from = ground.points[main]
    let row = nodes.map { node in
      guard let from, let point = ground.points[node] else { return 0 }
      return Int(point.metres(to: from).rounded())
    }
    metres[main] = row
    return row
  }

  /// Person-metres of all nodes to one main unit.
  mutating func farOfAll(from main: Int) -> Int {
    if let known = farOfMain[main] { return known }
    let sum = zip(nodes, row(of: main)).reduce(0) { $0 + ground.people[$1.0] * $1.1 }
    farOfMain[main] = sum
    return sum
  }
}
