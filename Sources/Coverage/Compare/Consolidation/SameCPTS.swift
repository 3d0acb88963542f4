/// Which declarations of several senders are of one CPTS: those of one identifier, unless nothing else is the
/// same; those of one FINESS number; those of one name that have most of their people in common.
struct SameCPTS {
  private let senders: [Sender]
  private let declarations: [Declaration]
  private var sets: UnionFind<Declaration>
  /// Senders of each set, by its root.
  private var sendersOfSet: [[Int]]

  /// The declarations of each CPTS, by sender.
  private(set) var groups: [[Declaration]] = []
  /// Identifiers that stand for two CPTS, each with the sender to whom a decision leaves it bare, where one does.
  private(set) var shared: [CPTSID: Int?] = [:]

  /// - Complexity: O(declarations × log), and O(n²) for n of one name, of which at most 50 are compared.
  /// - Throws: where a decision is none of its choices.
  init(
    _ declarations: [Declaration], _ senders: [Sender], _ desk: inout ArbitrationDesk
  ) throws(InputFault) {
    self.senders = senders
    self.declarations = declarations.sorted {
      ($0.id, $0.sender) < ($1.id, $1.sender)
    }
    sets = UnionFind(count: declarations.count)
    sendersOfSet = self.declarations.map { [$0.sender] }
    uniteIdentifiers()
    shared = try decideShared(&desk)
    uniteOthers()
    groups = parted()
  }

  // MARK: One identifier

  private mutating func uniteIdentifiers() {
    for range in rangesOfIdentifiers() where range.count > 1 {
      // One of each CPTS found so far stands for it.
      var found: [Int] = []
      for place in range {
        let same = found.filter { Self.mayBeOne(declarations[$0], declarations[place]) }
        for other in same { unite(other, place) }
        if same.isEmpty { found.append(place) }
      }
    }
  }

  /// Whether two declarations of one identifier are of one CPTS: not where neither the name nor any place is the
  /// same. Numbers from 1 on are identifiers too, and have no name to tell them by.
  private static func mayBeOne(_ left: Declaration, _ right: Declaration) -> Bool {
    if left.extent.isEmpty || right.extent.isEmpty { return true }
    return !SimilarNames.pairs([left.record.name, right.record.name]).isEmpty
      || left.inCommon(with: right).units > 0
  }

  private func rangesOfIdentifiers() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in declarations.indices {
      if let last = ranges.last, declarations[last.lowerBound].id == declarations[index].id {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges
  }

  private mutating func decideShared(
    _ desk: inout ArbitrationDesk
  ) throws(InputFault) -> [CPTSID: Int?] {
    var shared: [CPTSID: Int?] = [:]
    for range in rangesOfIdentifiers() {
      let roots = Set(range.map { sets.find(Index($0)) })
      guard roots.count > 1 else { continue }
      let (choice, _) = try desk.settle(.shared(Array(declarations[range]), senders))
      if choice == .oneCPTS {
        for place in range.dropFirst() { unite(range.lowerBound, place) }
      } else {
        shared[declarations[range.lowerBound].id] = .some(choice.sender)
      }
    }
    return shared
  }

  // MARK: Several identifiers

  private mutating func uniteOthers() {
    var places: [String: [Int]] = [:]
    for (index, declaration) in declarations.enumerated() {
      if let finess = FinessNumber.text(declaration.id.text)
        ?? FinessNumber.text(declaration.finess)
      {
        places["finess " + finess, default: []].append(index)
      }
      let name = SimilarNames.key(declaration.title)
      if !name.isEmpty { places["nom " + name, default: []].append(index) }
    }
    for (key, members) in places.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      let some = members.prefix(Self.mostCompared)
      for first in some {
        for second in some where second > first {
          let (left, right) = (declarations[first], declarations[second])
          guard left.id != right.id, left.sender != right.sender else { continue }
          if key.hasPrefix("finess ") || Self.shareMost(left, right) { unite(first, second) }
        }
      }
    }
  }

  /// Of many declarations of one name, so many are held to one another.
  private static let mostCompared = 50

  private static func shareMost(_ left: Declaration, _ right: Declaration) -> Bool {
    let common = left.inCommon(with: right)
    let people = min(left.people, right.people)
    if people == 0 {
      return common.units * 2 > min(left.extent.count, right.extent.count)
    }
    return common.people > people / 2
  }

  /// Puts two declarations together, unless one sender told two of theirs apart.
  private mutating func unite(_ first: Int, _ second: Int) {
    let (left, right) = (sets.find(Index(first)), sets.find(Index(second)))
    guard left != right else { return }
    let all = sendersOfSet[Int(left)] + sendersOfSet[Int(right)]
    guard Set(all).count == all.count else { return }
    sets.unite(left, right)
    sendersOfSet[Int(sets.find(left))] = all
  }

  /// The declarations of each CPTS.
  private mutating func parted() -> [[Declaration]] {
    var members: [Index<Declaration>: [Declaration]] = [:]
    for (index, declaration) in declarations.enumerated() {
      members[sets.find(Index(index)), default: []].append(declaration)
    }
    return members.values.map { $0.sorted { ($0.sender, $0.id) < ($1.sender, $1.id) } }
      .sorted { ($0[0].id, $0[0].sender) < ($1[0].id, $1[0].sender) }
  }
}
