/// One thing that can be done about a white zone.
struct ZoneOption: Sendable {
  /// The kinds of option; the raw value is the word in the files.
  enum Kind: String, CaseIterable, Sendable {
    /// A new CPTS of the whole zone.
    case creation
    /// A neighbour takes the whole zone.
    case extending = "extension"
    /// A neighbour with a signed contract takes the zone until it has its own CPTS, which it mentors.
    case temporaryExtending = "extension_temporaire"
    /// Neighbours share the zone, unit by unit.
    case sharing = "partage"
    /// Neighbours take what belongs with them, the rest creates a CPTS.
    case mixed = "rattachement_mixte"
  }

  let kind: Kind
  /// CPTS of each unit: a neighbour, their number for a new CPTS, -1 for none; nil where there is
  /// nothing to show.
  var targets: [Int32]?
  var figures: OptionFigures?
  /// Why the option cannot be, in one sentence; nil for one that can.
  var obstacle: Wording?
  /// nil for an option that cannot be.
  var score: OptionScore?
  /// How the division of the zone was found; nil where there is none.
  var search: SearchResult?

  struct SearchResult: Sendable {
    let worth: Int
    /// No division is worth more.
    let bound: Int
    /// Ten-thousandths that the best could have more; 0 is proven optimal.
    let gap: Int
  }

  var isFeasible: Bool { obstacle == nil }
}

/// Figures of one option.
struct OptionFigures: Sendable {
  /// CPTS concerned: those that people join, by number; a new one last.
  var members: [Member] = []
  var squareMetres = 0.0
  var communeCount = 0
  /// People of the zone that stay without CPTS.
  var remnantPeople = 0
  /// Whether all that joins a CPTS is of one piece with it.
  var isContiguous = true
  /// Areas of the zone whose people are all in one of the CPTS after, and the others; nil where the
  /// areas are unknown.
  var livingAreas: WholeAndCut?
  var intercommunalities: WholeAndCut?
  /// Of the CPTS concerned, after.
  var departments: [String] = []
  var regions: [String] = []
  /// From a unit that joins to the main commune of its CPTS; nil without geometry.
  var farthestMetres: Double?
  /// Metres shared by what joins with the CPTS it joins, and metres of its whole border.
  var sharedMetres = 0.0
  var borderMetres = 0.0

  struct Member: Sendable {
    /// A neighbour of the zone, or their number for a new CPTS.
    let target: Int32
    /// Whether the option creates the CPTS.
    let isNew: Bool
    let peopleBefore: Int
    var peopleGained = 0
    var unitsGained = 0
    var farthestMetres: Double?
    var sharedMetres = 0.0
    var borderMetres = 0.0
    /// Codes, ascending.
    var departments: [String] = []
    var regions: [String] = []
    var peopleAfter: Int { peopleBefore + peopleGained }
  }

  struct WholeAndCut: Sendable, Equatable {
    var whole = 0
    var cut = 0
    /// People gained whose area is known, and of them those whose area is mostly in their CPTS.
    var peopleKnown = 0
    var peopleInside = 0
  }

  var peopleGained: Int { members.reduce(0) { $0 + $1.peopleGained } }
}

extension OptionFigures {
  /// Euros a year that the CPTS concerned can get at most, before and after.
  func euros(_ pack: RulePack) -> (before: Int, after: Int) {
    members.reduce(into: (before: 0, after: 0)) { sum, member in
      sum.before += member.euros(pack).before
      sum.after += member.euros(pack).after
    }
  }
}

extension OptionFigures.Member {
  /// A CPTS that does not exist yet costs nothing before.
  func euros(_ pack: RulePack) -> (before: Int, after: Int) {
    (isNew ? 0 : pack.yearlyTotal(people: peopleBefore), pack.yearlyTotal(people: peopleAfter))
  }
}
