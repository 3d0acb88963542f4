/// People counted in a place, and how far they are known: what no file says is never zero.
struct CountedPeople: Sendable, Equatable {
  /// Of how many units of the place a file gives the population.
  enum Known: Sendable {
    case all
    /// The count is the least that it can be.
    case some
    case none

    /// What is known of two places together.
    static func both(_ left: Known, _ right: Known) -> Known {
      left == .none || right == .none ? .none : left == .all && right == .all ? .all : .some
    }
  }

  let count: Int
  let known: Known

  /// What a file has: nil where the population of none of the units is known.
  var figure: Int? { known == .none ? nil : count }

  /// The count where all are known: what a size, euros or a doubling can be told by.
  var exact: Int? { known == .all ? count : nil }

  /// People of two places that have nobody in common.
  static func + (left: CountedPeople, right: CountedPeople) -> CountedPeople {
    CountedPeople(count: left.count + right.count, known: .both(left.known, right.known))
  }

  /// What a page says instead of the number alone.
  func words(_ language: Language = .french) -> String {
    switch known {
    case .all: NumberText.whole(count)
    case .some:
      Wording(fr: "au moins ", en: "at least ")[language] + NumberText.whole(count)
    case .none: Wording(fr: "inconnu", en: "unknown")[language]
    }
  }
}

extension CountedPeople.Known {
  /// - Parameters:
  ///   - count: people counted: whoever is counted is known, though they live in a part too slight to name
  ///     its unit.
  ///   - unknown: units of unknown population, of all units of the place.
  init(_ count: Int, unknown: Int, of units: Int) {
    self = unknown == 0 ? .all : unknown < units || count > 0 ? .some : .none
  }
}

extension StudyUnits {
  /// Units of unknown population among some.
  func unknownCount(of members: [Index<Unit>]) -> Int {
    members.count { self[$0].population == nil }
  }

  /// People counted in some units, and how far they are known.
  func people(_ count: Int, in members: [Index<Unit>]) -> CountedPeople {
    CountedPeople(
      count: count,
      known: CountedPeople.Known(count, unknown: unknownCount(of: members), of: members.count))
  }

  /// Whether the population of any unit is unknown: tables then have a column that counts them.
  var haveUnknownPeople: Bool { units.contains { $0.population == nil } }
}
