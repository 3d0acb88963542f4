/// What a criterion finds. The raw value is the word in every file.
enum OpinionFinding: String, CaseIterable, Sendable {
  case favourable = "favorable"
  case toExamine = "à examiner"
  /// Only where the rule of a text is broken.
  case againstRule = "contraire à une règle"
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
struct OpinionCriterion: Sendable {
  /// What is looked at, in the order of the opinion. The raw value is the name in every file.
  enum Kind: String, CaseIterable, Sendable {
    case overlap = "chevauchement"
    case contiguity = "continuite"
    case whiteZones = "zones_blanches"
    case size = "taille"
    case livingAreas = "bassins_de_vie"
    case intercommunalities = "epci"
    case limits = "limites_administratives"
    case compactness = "compacite"
    case codes
    case population
  }

  let kind: Kind
  let finding: OpinionFinding
  /// Why, in one plain French sentence or two.
  let reason: String
  var figures: [OpinionFigure] = []
  var tables: [DocumentTable] = []
  /// What else a reader must know: thresholds that are the tool's own, what is set apart.
  var notes: [String] = []
}

/// A number with its name, for scripts and for people.
struct OpinionFigure: Sendable {
  /// The name in JSON.
  let key: String
  /// The name in the document, with the unit.
  let label: String
  let value: Cell

  init(_ key: String, _ label: String, _ value: Cell) {
    self.key = key
    self.label = label
    self.value = value
  }
}
