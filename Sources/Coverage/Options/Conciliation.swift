/// What two CPTS that cover one place are to each other. The raw value is the word in the files.
///
/// Source: one health project a territory; where projects compete, their promoters are accompanied towards one
/// project, or towards perimeters that change (instruction of 9 October 2019, I.6.1).
public enum OverlapSituation: String, CaseIterable, Sendable {
  case twoValidatedProjects = "deux_projets_valides"
  case projectOverValidated = "projet_sur_projet_valide"
  case twoProjects = "deux_projets"

  init(_ first: Stage, _ second: Stage) {
    switch [first, second].count(where: { $0 >= .validatedProject }) {
    case 2: self = .twoValidatedProjects
    case 1: self = .projectOverValidated
    default: self = .twoProjects
    }
  }
}

/// A way out of an overlap. The raw value is the word in the files.
public enum ConciliationWay: String, CaseIterable, Sendable {
  /// The two become one.
  case oneProject = "projet_commun"
  /// The only one that is validated keeps what they have in common.
  case validatedKeeps = "au_projet_valide"
  /// Each unit goes to the one that has more people of its bassin de vie besides.
  case byLivingArea = "par_bassin"
  /// The same by EPCI.
  case byIntercommunality = "par_epci"
  /// Each unit goes to the one with more of its border.
  case byBorder = "par_frontiere"

  /// The text that asks for the way, and whose the criterion is.
  public var source: Wording {
    let text = Wording(
      fr: "instruction du 9 octobre 2019, I.6.1", en: "instruction of 9 October 2019, I.6.1")
    switch self {
    case .oneProject, .validatedKeeps: return text
    case .byLivingArea, .byIntercommunality, .byBorder:
      return Wording(
        fr: "\(text.french) ; le critère est une convention de l’outil",
        en: "\(text.english); the criterion is a convention of the tool")
    }
  }
}

/// Who keeps which units of an overlap, by one way.
struct Conciliation: Sendable {
  /// Of either CPTS, or of neither where the criterion does not tell.
  struct Share: Sendable {
    var units: [Index<Unit>] = []
    var people = 0
  }

  let way: ConciliationWay
  var first = Share()
  var second = Share()
  /// What stays common, and is to be talked about.
  var undecided = Share()

  /// People of all three: those of the overlap.
  var people: Int { first.people + second.people + undecided.people }
}
