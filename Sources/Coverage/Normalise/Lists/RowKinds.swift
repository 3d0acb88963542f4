/// Columns whose values say that not all rows are CPTS of one kind, one time and one decision: `MSP` beside
/// `CPTS`, `défavorable` beside `favorable`, `v1` beside `v2`. A study counts all of them.
enum RowKinds {
  case structures, opinions, versions

  /// - Complexity: O(values).
  init?(_ column: UnusedColumn) {
    let values = Set(column.values.map { folded($0) }).subtracting([""])
    guard !values.isEmpty, values.count <= Self.mostKinds else { return nil }
    func are(_ hold: (String) -> Bool) -> Bool { 2 * values.count(where: hold) > values.count }
    if are(Self.isStructure), values.contains(where: { !Self.isCPTS($0) }) {
      self = .structures
    } else if are(Self.isOpinion), values.contains(where: Self.isAgainst) {
      self = .opinions
    } else if values.count > 1 || !column.isEverywhere,
      are(Self.isVersion) || values.contains(where: Self.isOfAnotherTime)
    {
      self = .versions
    } else {
      return nil
    }
  }

  private static let mostKinds = 30

  /// Whether a value is one that may not be meant to count.
  func isOdd(_ value: String) -> Bool {
    switch self {
    case .structures: Self.isStructure(value) && !Self.isCPTS(value)
    case .opinions: Self.isAgainst(value)
    case .versions: Self.isOfAnotherTime(value)
    }
  }

  // MARK: Structures

  private static let structureWords: Set<String> = [
    "cpts", "msp", "mspp", "mdp", "esp", "esps", "ess", "clap", "dac", "sec", "sep", "cds", "csp",
    "pole", "hopital", "ehpad", "had", "ssiad", "clic", "maia", "pta", "gcs", "sisa", "esspo",
    "autre", "ptsm", "cls", "clsm", "gps", "cabinet", "pharmacie",
  ]
  private static let beginnings = [
    "maison_de_sante", "maisons_de_sante", "centre_de_sante", "centres_de_sante",
    "equipe_de_soins", "equipes_de_soins", "equipe_de_soin", "communaute_professionnelle",
    "dispositif_d_appui", "structure_d_exercice", "pole_de_sante", "cabinet_de_groupe", "cpts_",
  ]

  private static func isStructure(_ value: String) -> Bool {
    structureWords.contains(value) || beginnings.contains { value.hasPrefix($0) }
  }

  private static func isCPTS(_ value: String) -> Bool {
    value == "cpts" || value.hasPrefix("communaute_professionnelle")
  }

  // MARK: Opinions

  private static let against = [
    "defavorable", "refus", "rejet", "ajourn", "sursis", "report", "irrecevable", "negati",
    "contre", "reserve", "incomplet", "invalid", "oppos", "recal",
  ]
  private static let opinionWords =
    against + [
      "favorable", "accord", "accept", "valid", "positi", "approuv", "recevable", "complet",
      "agree",
    ]

  private static func holds(_ value: String, _ beginnings: [String]) -> Bool {
    value.split(separator: "_").contains { word in beginnings.contains { word.hasPrefix($0) } }
  }

  private static func isOpinion(_ value: String) -> Bool { holds(value, opinionWords) }

  private static func isAgainst(_ value: String) -> Bool {
    holds(value, against) || value.hasPrefix("non_") || value.hasPrefix("avis_non")
  }

  // MARK: Versions

  private static let otherTimes = [
    "ancien", "archiv", "histori", "obsol", "envisag", "futur", "projete", "abrog", "remplac",
    "perime", "caduc", "provisoire", "brouillon", "hypothese", "scenario", "variante",
  ]

  /// `v1`, `V2.0`, `version 3`, `initiale`, `actuelle`.
  private static func isVersion(_ value: String) -> Bool {
    var words = value.split(separator: "_").map(String.init)
    if words.first == "version" || words.first == "v" { words.removeFirst() }
    guard let first = words.first else { return false }
    let number = first.hasPrefix("v") ? first.dropFirst() : first[...]
    let isNumbered = !number.isEmpty && number.utf8.count <= 2 && number.utf8.allSatisfy(isDigit)
    let saysVersion = value.hasPrefix("v")
    return saysVersion && isNumbered
      || ["initial", "initiale", "actuel", "actuelle", "nouveau", "nouvelle", "final", "finale"]
        .contains(first)
  }

  /// A short value that begins so: `Anciens périmètres`, `extension envisagée`. Remarks are longer.
  private static func isOfAnotherTime(_ value: String) -> Bool {
    let words = value.split(separator: "_")
    return words.count <= 4
      && words.contains { word in
        otherTimes.contains { word.hasPrefix($0) && !word.hasPrefix("perimetr") }
      }
  }

  // MARK: Words

  var what: Wording {
    switch self {
    case .structures:
      Wording(fr: "des sortes de structures", en: "kinds of structures")
    case .opinions:
      Wording(fr: "des avis ou des décisions", en: "opinions or decisions")
    case .versions:
      Wording(
        fr: "des versions, ou des périmètres d’un autre temps",
        en: "versions, or perimeters of another time")
    }
  }

  static let cure = Wording(
    fr:
      "toutes les lignes comptent, quoi qu’elle dise : ôtez du fichier celles qui ne doivent pas compter, "
      + "et la date ou le stade qui n’est pas atteint",
    en:
      "all rows count, whatever it says: take away from the file those that are not meant to count, and "
      + "the date or the stage that is not reached")
}

extension MeantColumn {
  /// Of a column whose values tell kinds of rows apart.
  init?(kinds column: UnusedColumn) {
    guard let kinds = RowKinds(column) else { return nil }
    let odd = column.values.first { kinds.isOdd(folded($0)) }
    self.init(
      column, kinds.what, RowKinds.cure, example: odd ?? column.values.last ?? "")
  }
}
