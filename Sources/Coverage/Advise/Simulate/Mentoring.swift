/// A temporary extension: a CPTS takes a place until the CPTS to come, which it mentors, has it.
///
/// Source: national plan of 2023, 2.1.
public struct Mentoring: Sendable {
  /// Who mentors.
  public let mentor: CPTSID
  /// The CPTS to come, as the plan names it; empty where it names none.
  public let mentored: String
  /// The last day of the mentoring; nil where the plan does not say.
  public let end: CivilDate?
  /// People of the place: those of the CPTS to come.
  public internal(set) var people = 0
  /// Of them those whom nobody else covers at the stage required.
  public internal(set) var peopleCovered = 0
  /// How far its people are known.
  var known = CountedPeople.Known.all
  /// Units wholly or partly in it, by code.
  var units: [Index<Unit>] = []
}

/// Which parts CPTS have only for a time.
struct TemporaryLand {
  struct Mentor: Hashable {
    let cpts: Index<DatedCPTS>
    let mentored: String
    let end: CivilDate?
  }

  private var mentors: [Index<Part>: [Mentor]] = [:]

  var isEmpty: Bool { mentors.isEmpty }

  /// A CPTS has a part from now on, for a time.
  mutating func give(part: Index<Part>, to mentor: Mentor) {
    mentors[part, default: []].append(mentor)
  }

  /// A CPTS has a part for good from now on, or no more.
  ///
  /// - Returns: whether it had it for a time, and otherwise than `same`.
  mutating func settle(
    part: Index<Part>, of cpts: Index<DatedCPTS>, unless same: Mentor?
  ) -> Bool {
    guard let found = mentors[part], found.contains(where: { $0.cpts == cpts && $0 != same }) else {
      return false
    }
    let left = found.filter { $0.cpts != cpts }
    mentors[part] = left.isEmpty ? nil : left
    return true
  }

  /// The territories of a change as they are when all mentoring has ended and nothing has come after it.
  func ended(of change: TerritoryChange) -> TerritoryChange {
    var change = change
    for (part, mentors) in mentors {
      for mentor in mentors { change.take(part: part, from: mentor.cpts) }
    }
    return change
  }

  /// By CPTS that mentors, then by CPTS to come.
  ///
  /// - Complexity: O(parts given for a time × log).
  func all(_ study: Study, _ change: TerritoryChange) -> [Mentoring] {
    let ended = ended(of: change)
    let lowest = study.options.whiteBelow
    var parts: [Mentor: [Index<Part>]] = [:]
    for (part, mentors) in mentors {
      for mentor in mentors { parts[mentor, default: []].append(part) }
    }
    func key(_ mentoring: Mentoring) -> (CPTSID, String, String) {
      (mentoring.mentor, mentoring.mentored, mentoring.end?.description ?? "")
    }
    let found = parts.map { mentor, parts -> Mentoring in
      var mentoring = Mentoring(
        mentor: change.id(of: mentor.cpts), mentored: mentor.mentored, end: mentor.end)
      let studied = parts.filter { study.territories.parts[$0].isStudied }
      for part in studied {
        let people = study.territories.parts[part].population
        mentoring.people += people
        if change.isCovered(part: part, from: lowest), !ended.isCovered(part: part, from: lowest) {
          mentoring.peopleCovered += people
        }
      }
      mentoring.units = Set(studied.map { study.territories.parts[$0].unit }).sorted()
      mentoring.known = study.units.people(mentoring.people, in: mentoring.units).known
      return mentoring
    }
    return found.sorted { key($0) < key($1) }
  }
}

extension Simulation {
  /// Of the people covered after, those whom only temporary extensions cover.
  ///
  /// - Complexity: O(1).
  public var peopleCoveredForATime: Int {
    let lowest = before.options.whiteBelow
    return after.coverage[0].breakdown.cumulative(lowest) - lasting[0].breakdown.cumulative(lowest)
  }
}
