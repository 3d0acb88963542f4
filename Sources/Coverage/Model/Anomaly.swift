/// Something in the inputs that a reader of the figures must know of: a line of `anomalies.csv`.
public struct Anomaly: Sendable, Equatable {
  /// How much an anomaly matters. The raw value is the word in the file.
  public enum Severity: String, Sendable, CaseIterable {
    /// The data are wrong: `--strict` fails the run.
    case error = "erreur"
    /// A figure may surprise.
    case warning = "attention"
    /// For the record.
    case information
  }

  /// How much it matters.
  public let severity: Severity
  /// The rule that found it.
  public let rule: Rule
  /// The file concerned, as the user named it.
  public let file: String
  /// Line counted from 1, or number of the row in a GeoPackage; nil where the whole file is meant.
  public let line: Int?
  /// What it is about: a unit code, a CPTS, a column.
  public let object: String
  /// What was found.
  public let finding: Wording
  /// What was done about it.
  public let treatment: Wording

  /// What was found and what was done about it, in one sentence.
  var told: Wording {
    Wording(
      fr: "\(finding.french) — \(treatment.french)",
      en: "\(finding.english) — \(treatment.english)")
  }

  /// Ids of the rules, as written in the file.
  public enum Rule: String, Sendable, CaseIterable {
    /// A row is no unit: another type, no code, a part of an unknown commune.
    case unitSetAside = "unite_ecartee"
    /// A code comes twice in one file.
    case duplicateUnit = "unite_en_double"
    /// A unit has no polygon.
    case unitWithoutGeometry = "unite_sans_geometrie"
    /// No file says how many people a unit has, or what it says is no number.
    case unitWithoutPopulation = "unite_sans_population"
    /// A population has decimals.
    case fractionalPopulation = "population_non_entiere"
    /// A geometry cannot be read, or has parts without area.
    case damagedGeometry = "geometrie_abimee"
    /// Arcs of circles became segments.
    case arcsStraightened = "arcs_en_segments"
    /// The drawing of a territory is invalid, and was repaired for the computation.
    case drawingRepaired = "territoire_repare"
    /// The drawing of a territory cannot be used.
    case drawingSetAside = "dessin_ecarte"
    /// A row of a map of territories has no polygon.
    case drawingAbsent = "dessin_absent"
    /// The drawing of a territory touches no unit.
    case drawingOutsideUnits = "territoire_hors_unites"
    /// A part of the drawing of a territory lies outside of the units.
    case drawingBeyondUnits = "dessin_deborde"
    /// The drawing of a territory is narrower than a sliver everywhere.
    case narrowDrawing = "dessin_etroit"
    /// Drawings follow the borders of communes as another map has them.
    case otherMapEdition = "autre_edition"
    /// Drawings do not divide a unit: their borders contradict each other there.
    case doubtfulCut = "decoupe_douteuse"
    /// An overlay by GEOS finds other areas than the arrangement.
    case verificationDifference = "ecart_de_verification"
    /// The borders of neighbours do not share their points.
    case unmatchedBorder = "frontiere_discordante"
    /// A place between units belongs to none.
    case gapBetweenUnits = "vide_entre_unites"
    /// A map declares no reference system.
    case referenceAssumed = "systeme_suppose"
    /// A city and its arrondissements do not have the same population.
    case parentAndChildren = "commune_et_arrondissements"
    /// A list names a code that is not among the units.
    case unknownCode = "code_inconnu"
    /// A spreadsheet had changed a code.
    case codeRepaired = "code_repare"
    /// A row without code names a commune that only one has.
    case nameForCode = "nom_pour_code"
    /// A row has the code of one commune and the name of another.
    case nameAgainstCode = "nom_contraire_au_code"
    /// A list names a place that the units do not know.
    case unknownPlace = "lieu_inconnu"
    /// A text of a list may be several places.
    case doubtfulPlace = "lieu_ambigu"
    /// A list gives a territory by a group of communes.
    case territoryByGroup = "territoire_par_groupe"
    /// Cells of a list hold more than the code of one commune.
    case communesInCell = "communes_par_cellule"
    /// A map draws communes, each with its CPTS.
    case mapOfCommunes = "carte_de_communes"
    /// A table has a column for each CPTS, or for each commune.
    case crossedTable = "tableau_croise"
    /// A commune lies far from its CPTS, and another of its name beside it.
    case probableHomonym = "homonyme_probable"
    /// The year that the codes of a file belong to.
    case yearOfCodes = "annee_des_codes"
    /// A code of another year was brought to the units' year.
    case codeConverted = "code_converti"
    /// A code of another year may stand for several communes.
    case ambiguousCode = "code_ambigu"
    /// A list names some of the former communes of one commune.
    case partOfNewCommune = "commune_nouvelle_partielle"
    /// A row of the movements of communes cannot be used.
    case movementSetAside = "mouvement_ecarte"
    /// A decision is about a code that no list names.
    case decisionNotUsed = "decision_sans_effet"
    /// A decision about what senders say differently holds.
    case decisionApplied = "decision_appliquee"
    /// Senders say different things, and no rule decides.
    case arbitrationOpen = "arbitrage_ouvert"
    /// What one sender leaves open of a CPTS another says.
    case declarationCompleted = "declaration_completee"
    /// A sender's list has lost more than a tenth since the last time.
    case senderShrunk = "envoi_reduit"
    /// A sender of the last time is not there.
    case senderMissing = "expediteur_absent"
    /// A row of a plan cannot be.
    case actionSetAside = "action_ecartee"
    /// A population of another year was brought to the units.
    case populationConverted = "population_convertie"
    /// People by parts of communes were added up.
    case populationSummed = "population_additionnee"
    /// A commune has the codes of several EPCI.
    case severalIntercommunalities = "plusieurs_epci"
    /// A unit comes twice in one CPTS.
    case duplicatePair = "couple_en_double"
    /// A list names a part of a commune.
    case delegatedCommune = "commune_deleguee"
    /// A list gives a CPTS a part of a commune.
    case communeShare = "part_de_commune"
    /// A value had signs that nobody sees, which were taken out.
    case textCleaned = "texte_nettoye"
    /// Signs of a value could not be read.
    case lostSigns = "signes_illisibles"
    /// A value is a list, an object or binary data.
    case valueNotRead = "valeur_non_lue"
    /// A sheet, a table, a file or a member beside what is read is not.
    case partNotRead = "partie_non_lue"
    /// A column that nothing uses looks like one that is meant.
    case columnNotUsed = "colonne_inutilisee"
    /// The name of a column, or all its values, speak against what it is taken for.
    case doubtfulColumn = "colonne_douteuse"
    /// Two columns for one thing do not say the same.
    case conflictingColumns = "colonnes_contraires"
    /// The rows of one EPCI give it several names.
    case severalNames = "noms_differents"
    /// A row has more fields than the header.
    case irregularRow = "ligne_irreguliere"
    /// A cell of a workbook holds an error, a formula without result, or no date.
    case cellWithoutValue = "cellule_sans_valeur"
    /// A cell of a workbook is merged with those below it, which take its value.
    case mergedCells = "cellules_fusionnees"
    /// A workbook hides rows, which are read.
    case hiddenRows = "lignes_masquees"
    /// A row lacks what would make it useful.
    case incompleteRow = "ligne_incomplete"
    /// Rows say that no CPTS covers their units.
    case withoutCPTS = "sans_cpts"
    /// A row below or amid a table is a total, or a note.
    case noteOfTable = "ligne_de_total"
    /// The CPTS are in some areas alone, while the study is of others too.
    case widerThanLists = "etude_plus_large_que_les_listes"
    /// A CPTS has no known unit.
    case cptsWithoutUnit = "cpts_sans_unite"
    /// Two CPTS have probably one name, in two spellings.
    case similarNames = "cpts_similaires"
    /// A later stage has an earlier date.
    case datesOutOfOrder = "dates_desordonnees"
    /// A date is in a year in which there was no CPTS, or is none yet.
    case impossibleYear = "annee_impossible"
    /// A date may be taken back by what stands beside it, or the text says that there is none yet.
    case doubtfulDate = "date_douteuse"
    /// A date does not name its day: a month, a quarter, a number of days, a time of another zone.
    case interpretedDate = "date_interpretee"
    /// Two identifiers differ by what readers overlook.
    case nearIdentifiers = "identifiants_proches"
    /// A cell names several CPTS, or may do so.
    case severalCPTS = "plusieurs_cpts"
    /// One name has two identifiers: two CPTS of that name, or one.
    case homonymousCPTS = "cpts_homonymes"
    /// A commune or a drawing is not of its CPTS on the day of the study, by its dates.
    case pairNotInForce = "couple_hors_periode"
    /// A stage has a date after the day of the study.
    case stageToCome = "stade_a_venir"
    /// A stage given is not the one that the dates say.
    case stageAgainstDates = "stade_contraire_aux_dates"
    /// The seat of a CPTS is no commune of the units.
    case unknownSeat = "siege_inconnu"
    /// A CPTS has the stage of `--default-stage`.
    case stageByDefault = "stade_par_defaut"
    /// A flag or a count of professionals of a CPTS cannot be read.
    case unreadableHeadcount = "effectif_illisible"
    /// A CPTS has more members than professionals, or more active members than members.
    case inconsistentHeadcounts = "effectif_incoherent"
    /// A population file names a code that is not among the units.
    case populationNotUsed = "population_non_utilisee"
    /// A file of attributes names a code that is not among the units.
    case attributeNotUsed = "attribut_non_utilise"
    /// A row of a gridded population has no place, no people, or a cell that fits no other.
    case cellSetAside = "carreau_ecarte"
    /// A cell comes twice, in one file or in two, or holds smaller cells of its file.
    case duplicateCell = "carreau_en_double"
    /// Two files count people in the same places, in other cells.
    case overlappingGrids = "carreaux_superposes"
    /// People of a gridded population are outside of the units.
    case cellsOutsideUnits = "carreaux_hors_unites"
    /// A unit that a drawing cuts has hardly anybody in the cells.
    case fewCells = "carreaux_incomplets"
  }

  /// An anomaly as it will be written.
  public init(
    _ severity: Severity, _ rule: Rule, file: String, line: Int? = nil, object: String,
    finding: Wording, treatment: Wording
  ) {
    self.severity = severity
    self.rule = rule
    self.file = file
    self.line = line
    self.object = ShownName.shortened(object, to: ShownName.longestQuote)
    self.finding = finding.bounded
    self.treatment = treatment.bounded
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
  /// The file, as the user named it.
  public let path: String
  /// Rows read, the header left out.
  public var rowsRead = 0
  /// Rows that no figure uses; each is an anomaly.
  public var rowsSetAside = 0
  /// Rows used.
  public var rowsKept: Int { rowsRead - rowsSetAside }
  /// Names of its columns.
  let columns: [String]
  /// The file as the settings have it: with the sheet, the layer or the reference system after `#`, and
  /// without the file of an archive that is its only one.
  let input: String

  /// - Parameter input: nil where it is the path.
  init(
    path: String, input: String? = nil, columns: [String], rowsRead: Int, rowsSetAside: Int = 0
  ) {
    self.path = path
    self.input = input ?? path
    self.columns = columns
    self.rowsRead = rowsRead
    self.rowsSetAside = rowsSetAside
  }
}
