/// Shares out the people of a cut unit among its pieces, in whole numbers.
///
/// People at a stage or above are those that the weights give, rounded. So a territory drawn within
/// others of its stage or above moves nobody in or out of them, and one that is added never lowers the
/// coverage of a unit. The people of each stage are then shared out by the largest remainder, among the
/// sets of CPTS that cover some of the unit, and those of each set among its pieces: noise of drawing,
/// which makes many tiny pieces, moves nobody by rounding, nor does the number of rows of a drawing.
struct StagedShares {
  private let weights: [Double]
  /// Places of the pieces, by stage and then by the set of CPTS that covers them.
  private let groups: [(stage: Stage, sets: [[Int]])]

  /// - Parameters:
  ///   - weights: of each piece, not negative.
  ///   - covers: indices of the CPTS over each piece, sorted.
  ///   - stage: of a CPTS.
  init(
    _ weights: [Double], _ covers: [[Index<DatedCPTS>]], stage: (Index<DatedCPTS>) -> Stage
  ) {
    self.weights = weights
    let bySet = Dictionary(grouping: covers.indices, by: { covers[$0] })
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let byStage = Dictionary(
      grouping: bySet, by: { set in set.key.map { stage($0) }.max() ?? .none })
    groups = byStage.sorted { $0.key > $1.key }.map { ($0.key, $0.value.map { $0.value }) }
  }

  /// - Complexity: O(n log n) in the pieces.
  func share(_ people: Int) -> [Int] {
    var result = [Int](repeating: 0, count: weights.count)
    var above: [Double] = []
    for group in groups {
      above.append((above.last ?? 0) + sum(group.sets.flatMap { $0 }))
    }
    guard let total = above.last, total > 0 else {
      // A unit without area or people anywhere has its people in its first piece.
      if !result.isEmpty { result[0] = people }
      return result
    }
    var given = 0
    for (group, above) in zip(groups, above) {
      let next = Int(withoutNoise(Double(people) * (above / total)).rounded())
      share(next - given, among: group.sets, &result)
      given = next
    }
    return result
  }

  private func share(_ people: Int, among sets: [[Int]], _ result: inout [Int]) {
    guard people > 0 else { return }
    for (members, whole) in zip(sets, apportion(people, weights: sets.map { sum($0) })) {
      guard whole > 0 else { continue }
      let shares = apportion(whole, weights: members.map { weights[$0] })
      for (member, share) in zip(members, shares) { result[member] = share }
    }
  }

  private func sum(_ members: [Int]) -> Double { members.reduce(0) { $0 + weights[$1] } }
}
