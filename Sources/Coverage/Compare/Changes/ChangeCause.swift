/// Why people are covered who were not, or the other way. The raw value is the word in the files; the order is that of
/// precedence: a person who changes side has the first cause that holds.
public enum ChangeCause: String, CaseIterable, Sendable, Comparable {
  /// A CPTS that did not exist before.
  case newCPTS = "nouvelle_cpts"
  /// A CPTS that no longer exists.
  case end = "fin"
  /// A CPTS that had the commune has reached the stage required.
  case stageReached = "stade_monte"
  /// A CPTS that keeps the commune has fallen below the stage required.
  case stageLost = "stade_baisse"
  /// A CPTS has taken the commune, on a day between both dates.
  case territoryTaken = "perimetre_etendu"
  /// A CPTS has given it up, on a day between both dates.
  case territoryGiven = "perimetre_reduit"
  /// The same people counted by another census.
  case population
  /// Communes merged, divided, or gone to another department.
  case communes
  /// A correction: no date says that anything changed on the ground.
  case data = "donnees"

  public static func < (left: ChangeCause, right: ChangeCause) -> Bool {
    left.place < right.place
  }

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// People of one group of communes who change side for one cause.
struct CommuneChange: Sendable, Equatable {
  /// Place among the groups.
  var group: Int32
  /// Codes of the area that it counts in.
  var department: String
  var region: String
  var cause: ChangeCause
  /// Above nought for people who become covered.
  var people: Int
  /// The CPTS that makes it: of after for a gain, of before for a loss. -1 where none does.
  var cpts: Int32 = -1
}
