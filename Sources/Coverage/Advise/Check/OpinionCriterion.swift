/// What a criterion finds. The raw value is the word in every file.
public enum OpinionFinding: String, CaseIterable, Sendable {
  /// Nothing speaks against it.
  case favourable = "favorable"
  /// Somebody must judge.
  case toExamine = "à examiner"
  /// Only where the rule of a text is broken.
  case againstRule = "contraire à une règle"
  /// What it would take is not known.
  case notAssessed = "non évalué"

  /// The name of its count in JSON.
  var key: String {
    switch self {
    case .favourable: "favorable"
    case .toExamine: "a_examiner"
    case .againstRule: "contraire_a_une_regle"
    case .notAssessed: "non_evalue"
    }
  }
}

/// One criterion of an opinion: what it finds, the figures that it finds it by, who is concerned.
public struct OpinionCriterion: Sendable {
  /// What is looked at, in the order of the opinion. The raw value is the name in every file.
  public enum Kind: String, CaseIterable, Sendable {
    /// What it has in common with CPTS that are there.
    case overlap = "chevauchement"
    /// Whether it is in one piece, and what it leaves inside.
    case contiguity = "continuite"
    /// Which white zones it closes, and what it leaves of them.
    case whiteZones = "zones_blanches"
    /// Which sectors it covers or cuts, and which projects are at work there.
    case sectors = "secteurs"
    /// Size class, amounts, distance to the bounds.
    case size = "taille"
    /// Bassins de vie that it cuts.
    case livingAreas = "bassins_de_vie"
    /// EPCI that it cuts.
    case intercommunalities = "epci"
    /// Departments and regions straddled.
    case limits = "limites_administratives"
    /// How wide and how compact it is beside the CPTS of the study.
    case compactness = "compacite"
    /// What was wrong in its file.
    case codes
    /// Which population is counted, and where it is unknown or shared out.
    case population
  }

  /// What is looked at.
  public let kind: Kind
  /// What is found.
  public let finding: OpinionFinding
  /// Why, in one plain French sentence or two.
  public let reason: String
  /// The figures that it is found by.
  public internal(set) var figures: [OpinionFigure] = []
  /// Who is concerned.
  public internal(set) var tables: [DocumentTable] = []
  /// What else a reader must know: thresholds that are the tool's own, what is set apart. In French.
  public internal(set) var notes: [String] = []
}

/// A number with its name, for scripts and for people.
public struct OpinionFigure: Sendable {
  /// The name in JSON.
  public let key: String
  /// The name in the document, with the unit, in French.
  public let label: String
  let value: Cell

  init(_ key: String, _ label: String, _ value: Cell) {
    self.key = key
    self.label = label
    self.value = value
  }
}
