/// What became of one row of a plan.
public struct PlanOutcome: Sendable {
  /// What became of a row. The raw value is the word in the file.
  public enum Fate: String, CaseIterable, Sendable {
    /// Something changed by it.
    case applied = "appliquee"
    /// The study was already as the row wants it.
    case withoutEffect = "sans_effet"
    /// The row cannot be; `reason` says why.
    case setAside = "ecartee"
  }

  /// The row as written.
  public let row: PlanRow
  /// What became of it.
  public internal(set) var fate = Fate.applied
  /// People of the place that the row is about.
  public internal(set) var people = 0
  /// People covered after the row less people covered before it.
  public internal(set) var gained = 0
  /// How far these people are known.
  var known = CountedPeople.Known.all
  /// Why the row was set aside, and the cure; nil for one that was not.
  public internal(set) var reason: Wording?
}

extension Wording {
  static func unknownAction(_ text: String) -> Wording {
    let known = PlanAction.allCases.map(\.rawValue).joined(separator: ", ")
    return Wording(
      fr: "action « \(text) » inconnue : écrivez l’une de \(known)",
      en: "unknown action “\(text)”: write one of \(known)")
  }

  static func unknownSector(_ text: String) -> Wording {
    let text = ShownName.text(text)
    return Wording(
      fr: "Le secteur « \(text) » n’est pas dans secteurs.csv de l’étude avant le plan.",
      en: "The sector “\(text)” is not in secteurs.csv of the study before the plan.")
  }

  /// The code of a zone in the column of sectors.
  static func zoneAsSector(_ text: String) -> Wording {
    otherColumn(text, Wording(fr: "une zone blanche", en: "a white zone"), "zone")
  }

  /// The code of a sector in the column of zones.
  static func sectorAsZone(_ text: String) -> Wording {
    otherColumn(text, Wording(fr: "un secteur", en: "a sector"), "secteur")
  }

  private static func otherColumn(_ text: String, _ what: Wording, _ column: String) -> Wording {
    let text = ShownName.text(text)
    return Wording(
      fr: "« \(text) » est \(what.french) : écrivez-le dans la colonne \(column).",
      en: "“\(text)” is \(what.english): write it in the column \(column).")
  }

  static func sectorOfOtherZone(_ sector: String, _ zone: String, _ other: String) -> Wording {
    let (sector, other) = (ShownName.text(sector), ShownName.text(other))
    return Wording(
      fr: "Le secteur \(sector) est dans la zone \(zone), pas dans \(other) : ôtez l’un des deux.",
      en: "The sector \(sector) is in the zone \(zone), not in \(other): remove one of them.")
  }

  static func unknownZone(_ text: String) -> Wording {
    Wording(
      fr: "« \(text) » n’est pas une zone blanche de l’étude : voyez zones_blanches.csv",
      en: "“\(text)” is no white zone of the study: see zones_blanches.csv")
  }

  static func outsideStudy(_ text: String) -> Wording {
    Wording(
      fr: "« \(text) » est hors de l’étude (--area) : rien de ce qui y change n’y est compté",
      en: "“\(text)” is outside of the study (--area): nothing that changes there is counted in it")
  }

  static func unknownCommune(_ text: String) -> Wording {
    Wording(
      fr: "« \(text) » n’est ni une commune ni un arrondissement des unités",
      en: "“\(text)” is neither a commune nor an arrondissement of the units")
  }

  static func doubtfulCommune(_ text: String, _ choices: [String]) -> Wording {
    let list = choices.prefix(8).map { ShownName.shortened($0) }.joined(separator: " ; ")
    return Wording(
      fr: "« \(ShownName.shortened(text)) » peut être : \(list)",
      en: "“\(ShownName.shortened(text))” may be: \(list)")
  }

  static func notInZone(_ commune: String, _ zone: String) -> Wording {
    Wording(
      fr: "\(commune) n’est pas dans la zone \(zone)", en: "\(commune) is not in the zone \(zone)")
  }

  static func unknownCPTS(_ text: String) -> Wording {
    Wording(
      fr: "la CPTS « \(text) » n’existe pas : créez-la d’abord (action creation)",
      en: "the CPTS “\(text)” does not exist: create it first (action creation)")
  }

  static func existingCPTS(_ text: String) -> Wording {
    Wording(
      fr: "la CPTS « \(text) » existe déjà : action extension, ou un autre identifiant",
      en: "the CPTS “\(text)” exists already: action extension, or another identifier")
  }

  static func unknownPlannedStage(_ text: String) -> Wording {
    let known = Stage.allCases.map(\.key).joined(separator: ", ")
    return Wording(
      fr: "stade « \(text) » inconnu : écrivez l’un de \(known)",
      en: "unknown stage “\(text)”: write one of \(known)")
  }

  static func otherStage(_ wanted: Stage, _ actual: Stage) -> Wording {
    Wording(
      fr:
        "la CPTS est au stade \(actual.key), non \(wanted.key) : ajoutez une ligne d’action stade",
      en: "the CPTS is at \(actual.key), not \(wanted.key): add a row of action stade")
  }

  static let noPlannedCPTS = Wording(
    fr: "pas de cpts_id : nommez la CPTS", en: "no cpts_id: name the CPTS")
  static let noPlace = Wording(
    fr: "ni zone ni commune : dites où", en: "neither zone nor commune: say where")
  static let placeNotExpected = Wording(
    fr: "stade et fin valent pour toute la CPTS : ôtez la zone et la commune",
    en: "stade and fin are about the whole CPTS: remove zone and commune")
  static let mentoringNotExpected = Wording(
    fr: "cpts_a_venir et date_fin_mentorat sont celles d’une extension_temporaire : ôtez-les, ou "
      + "changez l’action",
    en: "cpts_a_venir and date_fin_mentorat are those of an extension_temporaire: remove them, or "
      + "change the action")
  static let ownMentor = Wording(
    fr: "la CPTS à venir est celle qui accompagne : nommez l’autre dans cpts_a_venir",
    en: "the CPTS to come is the one that mentors: name the other one in cpts_a_venir")

  static func unreadableEnd(_ text: String) -> Wording {
    let text = ShownName.shortened(text)
    return Wording(
      fr: "date_fin_mentorat « \(text) » illisible ou douteuse : écrivez-la 2027-12-31",
      en: "date_fin_mentorat “\(text)” cannot be read for sure: write it 2027-12-31")
  }

  static func endedBefore(_ end: CivilDate, _ day: CivilDate) -> Wording {
    Wording(
      fr: "le mentorat finit le \(end), et la situation étudiée est celle du \(day) : corrigez "
        + "date_fin_mentorat",
      en: "the mentoring ends on \(end), and the study is of \(day): correct date_fin_mentorat")
  }

  static let noPlannedStage = Wording(
    fr: "pas de stade : dites lequel la CPTS atteint",
    en: "no stage: say which one the CPTS reaches")
}
