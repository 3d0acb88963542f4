/// What a study would take a file for. The raw value is the word in the JSON.
enum FileUse: String, Sendable {
  case units = "unites"
  case drawnTerritories = "territoires_dessines"
  case cpts = "liste_cpts"
  case pairs = "communes_des_cpts"
  case proposal = "proposition"
  case drawnProposal = "proposition_dessinee"
  case population
  case attributes = "attributs"
  case grid = "population_carroyee"
  case movements = "mouvements_de_communes"
  case study = "etude"
  case plan
  case rules = "regles"
  case proposedRules = "regles_proposees"
  case decisions
  case sectorDecisions = "decisions_par_secteur"
  case followUp = "suivi"
  case arbitrations = "arbitrages"
  case unknown = "inconnu"

  /// The setting that takes such a file; nil where none does, or an option of one command.
  var setting: (any AnySetting)? {
    let table = SettingTable.shared
    switch self {
    case .units: return table.units
    case .drawnTerritories, .cpts, .pairs: return table.cpts
    case .proposal, .drawnProposal: return table.proposals
    case .population: return table.population
    case .attributes: return table.attributes
    case .grid: return table.grid
    case .movements: return table.movements
    case .decisions: return table.decisions
    case .rules: return table.rules
    case .study, .plan, .proposedRules, .sectorDecisions, .followUp, .arbitrations, .unknown:
      return nil
    }
  }

  /// The option that takes such a file, with its dashes; nil where none does.
  var flag: String? { self == .plan ? "--plan" : setting?.face.flag }

  var wording: Wording {
    switch self {
    case .units: Wording(fr: "unités (polygones de communes)", en: "units (polygons of communes)")
    case .drawnTerritories:
      Wording(fr: "territoires de CPTS dessinés", en: "drawn territories of CPTS")
    case .cpts: Wording(fr: "liste de CPTS", en: "list of CPTS")
    case .pairs: Wording(fr: "communes des CPTS", en: "communes of the CPTS")
    case .proposal:
      Wording(
        fr: "territoire proposé, pour check : les communes d’une CPTS à venir",
        en: "proposed territory, for check: the communes of a CPTS to come")
    case .drawnProposal:
      Wording(
        fr: "territoire proposé, pour check : le dessin d’une CPTS à venir",
        en: "proposed territory, for check: the drawing of a CPTS to come")
    case .population: Wording(fr: "population par commune", en: "population by commune")
    case .attributes: Wording(fr: "colonnes par commune", en: "columns by commune")
    case .grid: Wording(fr: "population carroyée", en: "gridded population")
    case .movements:
      Wording(fr: "mouvements de communes (INSEE)", en: "movements of communes (INSEE)")
    case .study, .plan, .rules, .proposedRules, .decisions, .sectorDecisions, .followUp,
      .arbitrations:
      wordingOfOwnFile
    case .unknown:
      Wording(
        fr: "rien de reconnu : ni code de commune, ni CPTS, ni carreau",
        en: "nothing recognised: no code of a commune, CPTS or cell")
    }
  }

  private var wordingOfOwnFile: Wording {
    switch self {
    case .study: Wording(fr: "fichier d’étude", en: "study file")
    case .plan: Wording(fr: "plan d’actions, pour simulate", en: "plan of actions, for simulate")
    case .rules: Wording(fr: "paquet de règles", en: "rule pack")
    case .proposedRules:
      Wording(
        fr: "proposition de règle, qui n’est jamais en vigueur : aucune option ne la prend",
        en: "proposal of a rule, which is never in force: no option takes it")
    case .decisions:
      Wording(
        fr: "décisions : vos choix là où les fichiers en laissent un",
        en: "decisions: your choices where the files leave one")
    case .arbitrations:
      Wording(
        fr: "arbitrages : à remplir, puis à donner à consolidate par --decisions",
        en: "arbitrations: to be filled in, and given to consolidate by --decisions")
    case .sectorDecisions:
      Wording(
        fr: "décisions par secteur, que cette version ne lit pas",
        en: "decisions by sector, which this version does not read")
    default:
      Wording(
        fr: "suivi des secteurs, que cette version ne lit pas",
        en: "follow-up of sectors, which this version does not read")
    }
  }
}
