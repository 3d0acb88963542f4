/// Professionals of some CPTS, as far as the files say.
public struct Headcounts: Sendable, Equatable {
  /// CPTS at `projet` or above.
  public private(set) var cptsCount = 0
  /// Those that give at least one count.
  public private(set) var answeringCount = 0
  /// Sum of the professionals given; nil where no CPTS gives any.
  public private(set) var professionals: Int?
  /// Sum of the members given; nil where no CPTS gives any.
  public private(set) var members: Int?
  /// Sum of the active members given; nil where no CPTS gives any.
  public private(set) var activeMembers: Int?
  /// Members of professionals, over the CPTS that give both.
  public private(set) var membersShare = Share()
  /// Active members of members, over the CPTS that give both.
  public private(set) var activeShare = Share()

  /// A part of a whole; where the whole is 0 nothing is known of it.
  public struct Share: Sendable, Equatable {
    /// Professionals in the part.
    public fileprivate(set) var part = 0
    /// Professionals in the whole.
    public fileprivate(set) var whole = 0

    fileprivate mutating func add(_ part: Int?, of whole: Int?) {
      guard let part, let whole else { return }
      self.part += part
      self.whole += whole
    }
  }

  /// What one CPTS gives, or its share in one area.
  struct Answer: Sendable, Equatable {
    var professionals: Int?
    var members: Int?
    var activeMembers: Int?

    var isGiven: Bool { professionals != nil || members != nil || activeMembers != nil }
  }

  mutating func add(_ answer: Answer) {
    cptsCount += 1
    if answer.isGiven { answeringCount += 1 }
    professionals = sum(professionals, answer.professionals)
    members = sum(members, answer.members)
    activeMembers = sum(activeMembers, answer.activeMembers)
    membersShare.add(answer.members, of: answer.professionals)
    activeShare.add(answer.activeMembers, of: answer.members)
  }
}

extension Headcounts.Answer {
  init(_ cpts: CPTS) {
    professionals = cpts.professionals
    members = cpts.members
    activeMembers = cpts.activeMembers
  }

  /// Whole counts shared out by weights: the shares add up to the answer.
  func shared(by weights: [Double]) -> [Headcounts.Answer] {
    func shares(_ count: Int?) -> [Int?] {
      count.map { apportion($0, weights: weights) } ?? weights.map { _ in nil }
    }
    let (professionals, members) = (shares(professionals), shares(members))
    let activeMembers = shares(activeMembers)
    return weights.indices.map {
      Headcounts.Answer(
        professionals: professionals[$0], members: members[$0], activeMembers: activeMembers[$0])
    }
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      professionals: sum(left.professionals, right.professionals),
      members: sum(left.members, right.members),
      activeMembers: sum(left.activeMembers, right.activeMembers))
  }
}

/// A sum of what is known; nil where nothing is.
private func sum(_ left: Int?, _ right: Int?) -> Int? {
  guard let left else { return right }
  return left + (right ?? 0)
}
