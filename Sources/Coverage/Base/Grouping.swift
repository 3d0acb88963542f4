/// Things of one kind sorted into groups, in two flat arrays.
struct Grouping<Group, Member>: Sendable {
  private let starts: [Int32]
  private var members: [Index<Member>]

  /// Calls `walk` twice: once to count, once to place. Members of no group are passed over.
  ///
  /// - Complexity: O(members + groups).
  init(
    groupCount: Int, _ walk: ((_ group: Index<Group>, _ member: Index<Member>) -> Void) -> Void
  ) {
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    walk { group, _ in
      if group.exists { starts[Int(group) + 1] += 1 }
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var members = [Index<Member>](repeating: Index(0), count: Int(starts[groupCount]))
    walk { group, member in
      guard group.exists else { return }
      members[Int(next[Int(group)])] = member
      next[Int(group)] += 1
    }
    self.starts = starts
    self.members = members
  }

  var groupCount: Int { starts.count - 1 }

  /// The same groups; members of those that have more than a few are in ascending order of a key.
  ///
  /// - Complexity: O(members × log of those in a group).
  func sorted<Key: Comparable>(
    groupsAbove few: Int, by key: (_ group: Index<Group>, _ member: Index<Member>) -> Key
  ) -> Grouping {
    var sorted = self
    var keyed: [(key: Key, member: Index<Member>)] = []
    for group in 0..<groupCount where Int(starts[group + 1] - starts[group]) > few {
      let span = Int(starts[group])..<Int(starts[group + 1])
      keyed.removeAll(keepingCapacity: true)
      for place in span { keyed.append((key(Index(group), members[place]), members[place])) }
      keyed.sort { $0.key < $1.key }
      for (place, entry) in zip(span, keyed) { sorted.members[place] = entry.member }
    }
    return sorted
  }

  subscript(group: Index<Group>) -> ArraySlice<Index<Member>> {
    members[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}
