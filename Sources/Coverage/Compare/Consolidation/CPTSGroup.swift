/// The declarations of one CPTS, and the identifier that it is to have.
struct CPTSGroup {
  /// By sender.
  let members: [Declaration]
  /// The smallest identifier in the lists, with the first sender where another CPTS has it too: the same every
  /// month, whatever is decided.
  let key: String
  let id: CPTSID
  /// Whether the senders give it several identifiers.
  let hasSeveralIdentifiers: Bool

  /// The CPTS of all declarations, by key.
  ///
  /// - Complexity: O(declarations × log).
  /// - Throws: where a decision is none of its choices.
  static func all(
    _ declarations: [Declaration], _ senders: [Sender], _ precedence: Precedence,
    _ desk: inout ArbitrationDesk
  ) throws(InputFault) -> [CPTSGroup] {
    let same = try SameCPTS(declarations, senders, &desk)
    var groups: [CPTSGroup] = []
    for members in same.groups {
      groups += try groupsOf(members, same.shared, senders, precedence, &desk)
    }
    return withOwnIdentifiers(groups.sorted { $0.key < $1.key })
  }

  /// One group, or one an identifier where a person tells them apart.
  private static func groupsOf(
    _ members: [Declaration], _ shared: [CPTSID: Int?], _ senders: [Sender],
    _ precedence: Precedence, _ desk: inout ArbitrationDesk
  ) throws(InputFault) -> [CPTSGroup] {
    let ids = Set(members.map(\.id)).sorted()
    func group(_ members: [Declaration], _ id: CPTSID, _ key: CPTSID) -> CPTSGroup {
      let suffix = "@" + senders[members[0].sender].suffix(among: senders)
      let isBare =
        shared[id].map { owner in
          owner.map { owner in members.contains { $0.sender == owner } } ?? false
        } ?? true
      return CPTSGroup(
        members: members, key: key.text + (shared[key] == nil ? "" : suffix),
        id: isBare ? id : CPTSID(id.text + suffix), hasSeveralIdentifiers: ids.count > 1)
    }
    guard ids.count > 1 else { return [group(members, ids[0], ids[0])] }
    let (kept, rule) = precedence.kept(of: members)
    let people = precedence.units.peopleByRegion(members).values.reduce(0, +)
    let row = Arbitration(
      .identifier, members, kept, rule, key: group(members, ids[0], ids[0]).key, people: people,
      senders, precedence.units, others: [.twoCPTS])
    let (choice, _) = try desk.settle(row)
    guard choice == .twoCPTS else {
      let id = members.first { $0.sender == choice.sender }?.id ?? kept.id
      return [group(members, id, ids[0])]
    }
    return ids.map { id in group(members.filter { $0.id == id }, id, id) }
  }

  /// A list may have an identifier that looks like one of ours.
  private static func withOwnIdentifiers(_ groups: [CPTSGroup]) -> [CPTSGroup] {
    var seen: Set<CPTSID> = []
    var keys: Set<String> = []
    return groups.map { group in
      var (id, key) = (group.id, group.key)
      var number = 2
      while seen.contains(id) || keys.contains(key) {
        if seen.contains(id) { id = CPTSID("\(group.id)~\(number)") }
        if keys.contains(key) { key = "\(group.key)~\(number)" }
        number += 1
      }
      seen.insert(id)
      keys.insert(key)
      return CPTSGroup(
        members: group.members, key: key, id: id,
        hasSeveralIdentifiers: group.hasSeveralIdentifiers)
    }
  }
}
