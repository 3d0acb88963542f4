/// Numbers sorted into groups, in two flat arrays.
struct Grouping: Sendable {
  private let starts: [Int32]
  private let members: [Int32]

  /// Calls `walk` twice: once to count, once to place. Members of group -1 are passed over.
  ///
  /// - Complexity: O(members + groups).
  init(groupCount: Int, _ walk: ((_ group: Int32, _ member: Int32) -> Void) -> Void) {
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    walk { group, _ in
      if group >= 0 { starts[Int(group) + 1] += 1 }
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Int32](repeating: 0, count: Int(starts[groupCount]))
    walk { group, member in
      guard group >= 0 else { return }
      members[Int(next[Int(group)])] = member
      next[Int(group)] += 1
    }
    self.starts = starts
    self.members = members
  }

  var groupCount: Int { starts.count - 1 }

  subscript(group: Int) -> ArraySlice<Int32> {
    members[Int(starts[group])..<Int(starts[group + 1])]
  }
}
