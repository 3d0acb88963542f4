/// Branch and bound over the CPTS that units may join.
///
/// A node says for each unit which CPTS are still open to it. Without contiguity each unit takes the
/// best that is open: that is the bound. Where this best leaves no CPTS in pieces and none above its
/// room it is the answer of the node; else a unit at fault is either held to its CPTS or kept from it.
struct AssignmentSearch {
  private let problem: AssignmentProblem
  private var best: (targets: [Int32], worth: Int)?
  private var visitsLeft: Int
  /// What the best could be worth where nobody has looked; nil when all is looked at.
  private var unseen: Int?

  /// Looks at units that a zone may cost: all zones of France take a fraction of a second.
  static let usualVisits = 12_000

  init(_ problem: AssignmentProblem, incumbent: [Int32]?, visits: Int) {
    self.problem = problem
    best = incumbent.map { ($0, problem.worth(of: $0)) }
    visitsLeft = visits
  }

  mutating func run() -> AssignmentProblem.Outcome {
    var root = AssignmentNode(open: problem.allowed, bound: .max)
    guard hasRoomForAll, root.narrow(problem) else { return .impossible }
    root.bound = problem.worth(of: bestOpen(root.open))
    explore(root)
    guard let best else { return unseen == nil ? .impossible : .notFound }
    return .solved(
      AssignmentProblem.Solution(
        targets: best.targets, worth: best.worth, bound: max(best.worth, unseen ?? 0)))
  }

  private var hasRoomForAll: Bool {
    var left = problem.people.reduce(0, +)
    for room in problem.room { left -= min(left, room) }
    return left == 0
  }

  private mutating func explore(_ root: AssignmentNode) {
    var stack = [root]
    while var node = stack.popLast() {
      if let best, node.bound <= best.worth { continue }
      guard node.narrow(problem) else { continue }
      let targets = bestOpen(node.open)
      node.bound = problem.worth(of: targets)
      if let best, node.bound <= best.worth { continue }
      visitsLeft -= problem.unitCount
      guard visitsLeft > 0 else {
        unseen = stack.reduce(node.bound) { max($0, $1.bound) }
        return
      }
      guard let fault = fault(of: targets, node.open) else {
        best = (targets, node.bound)
        continue
      }
      guard fault.unit >= 0 else { continue }
      // Held to its CPTS, or kept from it.
      let held: UInt64 = 1 << UInt64(fault.target)
      for mask in [held, node.open[fault.unit] & ~held] {
        var part = node
        part.open[fault.unit] = mask
        part.taken = node.open[fault.unit] & ~mask
        part.bound +=
          problem.worth(of: fault.unit, in: bestOpen(mask, to: fault.unit))
          - problem.worth(of: fault.unit, in: Int(targets[fault.unit]))
        stack.append(part)
      }
    }
  }

  /// For each unit the best CPTS open to it.
  private func bestOpen(_ open: [UInt64]) -> [Int32] {
    open.indices.map { Int32(bestOpen(open[$0], to: $0)) }
  }

  /// The best of the CPTS open to a unit, the first of equals.
  private func bestOpen(_ open: UInt64, to unit: Int) -> Int {
    var best = open.trailingZeroBitCount
    var rest = open & (open - 1)
    while rest != 0 {
      let target = rest.trailingZeroBitCount
      rest &= rest - 1
      if problem.worth(of: unit, in: target) > problem.worth(of: unit, in: best) { best = target }
    }
    return best
  }

  /// A unit to decide upon; unit -1 where nothing can mend the fault; nil without fault.
  private func fault(
    of targets: [Int32], _ open: [UInt64]
  ) -> (unit: Int, target: Int32)? {
    let isReached = problem.reached(targets)
    if let adrift = isReached.firstIndex(of: false) {
      return decision(onPieceOf: adrift, targets, open)
    }
    var people = [Int](repeating: 0, count: problem.targetCount)
    for (unit, target) in targets.enumerated() { people[Int(target)] += problem.people[unit] }
    guard let full = people.indices.first(where: { people[$0] > problem.room[$0] }) else {
      return nil
    }
    let choices = targets.indices.filter { Int(targets[$0]) == full && open[$0].isUndecided }
    let unit = choices.max { (problem.people[$0], $1) < (problem.people[$1], $0) }
    return (unit ?? -1, Int32(full))
  }

  /// The unit of a piece adrift that would lose most by leaving it; where all of the piece are held, a
  /// unit beside it that could join it to its CPTS.
  private func decision(
    onPieceOf adrift: Int, _ targets: [Int32], _ open: [UInt64]
  ) -> (unit: Int, target: Int32) {
    let target = targets[adrift]
    var piece = [adrift]
    var isSeen = [Bool](repeating: false, count: targets.count)
    isSeen[adrift] = true
    var around: [Int] = []
    var next = 0
    while next < piece.count {
      for other in problem.beside[Index(piece[next])] where !isSeen[Int(other)] {
        isSeen[Int(other)] = true
        if targets[Int(other)] == target {
          piece.append(Int(other))
        } else {
          around.append(Int(other))
        }
      }
      next += 1
    }
    let undecided = piece.filter { open[$0].isUndecided }
    if let unit = undecided.max(by: { (loss($0, open), $1) < (loss($1, open), $0) }) {
      return (unit, target)
    }
    let bridges = around.filter { open[$0] & (1 << UInt64(target)) != 0 && open[$0].isUndecided }
    return (bridges.min() ?? -1, target)
  }

  /// What a unit loses with its second best.
  private func loss(_ unit: Int, _ open: [UInt64]) -> Int {
    var (first, second) = (-1, -1)
    var rest = open[unit]
    while rest != 0 {
      let worth = problem.worth(of: unit, in: rest.trailingZeroBitCount)
      rest &= rest - 1
      if worth > first { (first, second) = (worth, first) } else { second = max(second, worth) }
    }
    return first - second
  }
}
