/// The kinds of option for a sector; the raw value is the word in the files.
/// ``source`` says where each comes from.
public enum SectorOptionKind: String, CaseIterable, Sendable {
  /// A project at work is brought to the stage required: no territory changes.
  case support = "accompagnement"
  /// Projects that compete become one.
  case uniting = "reunion"
  /// A new CPTS of the whole sector.
  case creation
  /// A neighbour takes the whole sector.
  case extending = "extension"
  /// A neighbour with a signed contract takes the sector until it has its own CPTS, which it mentors.
  case temporaryExtending = "extension_temporaire"
  /// Neighbours share the sector, unit by unit.
  case sharing = "partage"
  /// Neighbours take what belongs with them, the rest creates a CPTS.
  case mixed = "rattachement_mixte"
}

/// One thing that can be done about a sector.
struct SectorOption: Sendable {
  let kind: SectorOptionKind
  /// CPTS of each unit: a neighbour, their number for a new CPTS, a project (`SectorGround.target`), -1 for
  /// none; nil where there is nothing to show.
  var targets: [Int32]?
  var figures: OptionFigures?
  /// Why the option cannot be, in one sentence; nil for one that can.
  var obstacle: Wording?
  /// Why nobody can say whether it can be; nil where that is known.
  var doubt: Wording?
  /// Conventions of the tool that speak against it: it can be, and ranks after those without.
  var reservations: [Wording] = []
  /// nil for an option that cannot be.
  var score: OptionScore?
  /// How the division of the sector was found; nil where there is none.
  var search: SearchResult?

  struct SearchResult: Sendable {
    let worth: Int
    /// No division is worth more.
    let bound: Int
    /// Ten-thousandths that the best could have more; 0 is proven optimal.
    let gap: Int
  }

  var isFeasible: Bool { obstacle == nil && doubt == nil }

  /// Whether nothing speaks against it.
  var isPlain: Bool { isFeasible && reservations.isEmpty }

  /// The word in the files.
  var verdict: String { obstacle != nil ? "non" : isPlain ? "oui" : "a_examiner" }

  /// Why it cannot be, or is to be examined; empty where nothing speaks against it.
  func reason(in language: Language) -> String {
    ([obstacle ?? doubt].compactMap { $0 } + reservations).map { $0[language] }.joined(
      separator: " ")
  }
}

/// Figures of one option for a sector.
public struct OptionFigures: Sendable {
  /// CPTS concerned: those that people join, by number; a new one last.
  var members: [Member] = []
  /// Area of what joins a CPTS, on the ellipsoid.
  public internal(set) var squareMetres = 0.0
  /// Communes wholly or partly in it.
  public internal(set) var communeCount = 0
  /// People of the sector that stay without CPTS.
  public internal(set) var remnantPeople = 0
  /// People of other sectors whom the option covers too: those of a project that it brings to its stage.
  public internal(set) var peopleElsewhere = 0
  /// Projects that the option makes one, by target; empty for other options.
  var united: [Int32] = []
  /// Units that stay without CPTS, and those of unknown population among them.
  var remnantUnits = 0
  var remnantUnitsUnknown = 0
  /// Whether all that joins a CPTS is of one piece with it.
  public internal(set) var isContiguous = true
  /// Bassins de vie of the sector whose people are all in one of the CPTS after, and the others; nil where
  /// they are unknown.
  public internal(set) var livingAreas: WholeAndCut?
  /// The same for EPCI.
  public internal(set) var intercommunalities: WholeAndCut?
  /// Codes of the departments of the CPTS concerned, after.
  public internal(set) var departments: [String] = []
  /// Codes of their regions, after.
  public internal(set) var regions: [String] = []
  /// From the farthest unit that joins to the main commune of its CPTS, in a straight line; nil without
  /// geometry.
  public internal(set) var farthestMetres: Double?
  /// Metres of border that what joins shares with the CPTS that it joins.
  public internal(set) var sharedMetres = 0.0
  /// Metres of the whole border of what joins, coast and outer limits not counted.
  public internal(set) var borderMetres = 0.0

  struct Member: Sendable {
    /// A neighbour of the sector, their number for a new CPTS, or a project.
    let target: Int32
    /// Whether the option creates the CPTS.
    let isNew: Bool
    let peopleBefore: Int
    let knownBefore: CountedPeople.Known
    /// Whether it is a project, of which nothing is formalised yet.
    let isProject: Bool
    /// Whether it has signed its contract, without which no text gives it anything.
    let hasContract: Bool
    /// Whether nobody knows the people of any unit of the sector.
    let isOfUnknownSector: Bool
    var peopleGained = 0
    /// What its territory gains, where that is not whom it covers more.
    var territoryGain: Int?
    /// How far its people after are known, where that is not what is known of it before and of what it gains.
    var knownAfter: CountedPeople.Known?
    var unitsGained = 0
    /// Of them those of unknown population.
    var unitsUnknown = 0
    var farthestMetres: Double?
    var sharedMetres = 0.0
    var borderMetres = 0.0
    /// Codes, ascending.
    var departments: [String] = []
    var regions: [String] = []
    var peopleAfter: Int { peopleBefore + (territoryGain ?? peopleGained) }

    var before: CountedPeople { CountedPeople(count: peopleBefore, known: knownBefore) }
    var gain: CountedPeople {
      CountedPeople(
        count: peopleGained,
        known: CountedPeople.Known(peopleGained, unknown: unitsUnknown, of: unitsGained))
    }
    /// Of a sector of which some people are known, those who are not make the sum the least that it can be.
    var after: CountedPeople {
      let gained = gain.known == .none && !isOfUnknownSector ? .some : gain.known
      return CountedPeople(
        count: peopleAfter,
        known: knownAfter ?? (isNew ? gain.known : .both(knownBefore, gained)))
    }
  }

  /// Areas of a kind (bassins de vie, EPCI) that touch the sector.
  public struct WholeAndCut: Sendable, Equatable {
    /// Areas whose people are all in one of the CPTS concerned.
    public internal(set) var whole = 0
    /// The others.
    public internal(set) var cut = 0
    /// People gained whose area is known.
    public internal(set) var peopleKnown = 0
    /// Of them those whose area is mostly in their CPTS.
    public internal(set) var peopleInside = 0
  }

  /// People of the sector that join a CPTS.
  ///
  /// - Complexity: O(CPTS concerned).
  public var peopleGained: Int { members.reduce(0) { $0 + $1.peopleGained } }

  /// The same, and how far it is known.
  var gain: CountedPeople {
    let (units, unknown) = members.reduce((0, 0)) {
      ($0.0 + $1.unitsGained, $0.1 + $1.unitsUnknown)
    }
    return CountedPeople(
      count: peopleGained, known: CountedPeople.Known(peopleGained, unknown: unknown, of: units))
  }

  /// People who stay without CPTS, and how far they are known.
  var remnant: CountedPeople {
    CountedPeople(
      count: remnantPeople,
      known: CountedPeople.Known(
        remnantPeople, unknown: remnantUnitsUnknown, of: remnantUnits))
  }
}
