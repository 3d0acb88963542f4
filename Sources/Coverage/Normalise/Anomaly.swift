/// Something in the inputs that a reader of the figures must know of: a line of `anomalies.csv`.
public struct Anomaly: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable {
    /// The data are wrong: `--strict` fails the run.
    case error = "erreur"
    /// A figure may surprise.
    case warning = "attention"
    /// For the record.
    case information
  }

  public let severity: Severity
  public let rule: Rule
  public let file: String
  /// Line counted from 1, or number of the row in a GeoPackage; nil where the whole file is meant.
  public let line: Int?
  /// What it is about: a unit code, a CPTS, a column.
  public let object: String
  public let finding: Wording
  public let treatment: Wording

  /// Ids of the rules, as written in the file.
  public enum Rule: String, Sendable, CaseIterable {
    case unitSetAside = "unite_ecartee"
    case duplicateUnit = "unite_en_double"
    case unitWithoutGeometry = "unite_sans_geometrie"
    case unitWithoutPopulation = "unite_sans_population"
    case fractionalPopulation = "population_non_entiere"
    case damagedGeometry = "geometrie_abimee"
    case unmatchedBorder = "frontiere_discordante"
    case gapBetweenUnits = "vide_entre_unites"
    case referenceAssumed = "systeme_suppose"
    case parentAndChildren = "commune_et_arrondissements"
    case unknownCode = "code_inconnu"
    case duplicatePair = "couple_en_double"
    case delegatedCommune = "commune_deleguee"
    case irregularRow = "ligne_irreguliere"
    case incompleteRow = "ligne_incomplete"
    case cptsWithoutUnit = "cpts_sans_unite"
    case datesOutOfOrder = "dates_desordonnees"
    case stageAgainstDates = "stade_contraire_aux_dates"
    case stageByDefault = "stade_par_defaut"
    case populationNotUsed = "population_non_utilisee"
    case attributeNotUsed = "attribut_non_utilise"
  }

  public init(
    _ severity: Severity, _ rule: Rule, file: String, line: Int? = nil, object: String,
    finding: Wording, treatment: Wording
  ) {
    self.severity = severity
    self.rule = rule
    self.file = file
    self.line = line
    self.object = object
    self.finding = finding
    self.treatment = treatment
  }

  /// The order of the file: severity, rule, file, line, object.
  static func precedes(_ left: Anomaly, _ right: Anomaly) -> Bool {
    if left.severity != right.severity { return left.severity.rank < right.severity.rank }
    if left.rule != right.rule { return left.rule.rawValue < right.rule.rawValue }
    return (left.file, left.line ?? 0, left.object, left.finding.french)
      < (right.file, right.line ?? 0, right.object, right.finding.french)
  }
}

extension Anomaly.Severity {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Counts of the rows of one input: each is used or set aside.
public struct InputLedger: Sendable {
  public let path: String
  public var rowsRead = 0
  public var rowsSetAside = 0
  public var rowsKept: Int { rowsRead - rowsSetAside }

  init(path: String, rowsRead: Int = 0, rowsSetAside: Int = 0) {
    self.path = path
    self.rowsRead = rowsRead
    self.rowsSetAside = rowsSetAside
  }
}
