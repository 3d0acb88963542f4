/// Every setting of a study: the one place where it is declared. `StudySettings` holds what was given
/// of it and `StudyOptions` its value, under the name of its property here. Study files, flags,
/// `--help`, `resume.json` and the tables of `Options.md` come from it.
public struct SettingTable: Sendable {
  /// Title of the study, for the terminal and `resume.json`.
  public let title = Setting(
    "title", .text("TITLE"), .studyFile, fallback: .always("", said: nil),
    fr: "titre de l’étude, à l’écran, sur la page et dans `resume.json`",
    en: "title of the study, on the screen, on the page and in `resume.json`")
  /// Whether the data are made up, which the page says before any figure.
  public let isFictitious = Setting(
    flag: "fictitious", .studyFile,
    fr: "`true` met un avertissement au-dessus des chiffres de la page ; de même un titre avec le "
      + "mot *fictives* ou *fictitious*",
    en: "`true` puts a warning above the figures of the page; so does a title with the word "
      + "*fictives* or *fictitious*")
  /// Polygons of the units: `FILE` or `FILE#layer`.
  public let units = Setting(
    file: "units", "FILE[#layer]",
    fallback: Wording(fr: "la France que porte l’outil", en: "the France that the tool carries"),
    { () throws(InputFault) in try CarriedUnits.find() },
    fr: "polygones des unités (GeoPackage, Shapefile, GeoJSON, KML…)",
    en: "polygons of the units (GeoPackage, Shapefile, GeoJSON, KML…)")
  /// The areas that the study is of; nil for all units.
  public let area = Setting(
    area: "area",
    fr: "l’étude est de ces seuls territoires : `region:93`, `departement:2A,2B`, `epci:…`, ou une "
      + "colonne de `--attributes` ; ce qui est autour n’est pas étudié, jamais blanc",
    en:
      "the study is of these areas alone: `region:93`, `departement:2A,2B`, `epci:…`, or a column "
      + "of `--attributes`; what lies around is not studied, never white")
  /// Files that replace the population of the units.
  public let population = Setting(
    files: "population", "FILE",
    fr: "fichier qui remplace la population des unités (Mayotte à part) ; celles qu’aucun ne nomme "
      + "sont alors inconnues",
    en: "file that replaces the people of the units (Mayotte apart); units that none names are "
      + "then unknown")
  /// Column of those files.
  public let populationColumn = Setting(
    "population-column", .text("NAME"),
    fr: "colonne de ces fichiers, quand son nom n’est pas reconnu (`PMUN` l’est)",
    en: "column of those files, where its name is not recognised (`PMUN` is)")
  /// CSV files of further columns by unit code.
  public let attributes = Setting(
    files: "attributes", "FILE",
    fr: "CSV d’autres colonnes par code (bassin de vie, densité)",
    en: "CSV of further columns by code (living area, density)")
  /// CSV files of CPTS and of pairs (CPTS, unit), and maps of territories: `FILE` or `FILE#layer`.
  public let cpts = Setting(
    files: "cpts", "FILE[#layer]", needed: Wording(fr: "liste des CPTS", en: "list of CPTS"),
    fr: "CSV des CPTS, des couples (CPTS, commune), ou des deux ; ou carte de territoires "
      + "(GeoPackage, Shapefile, GeoJSON, KML…)",
    en: "CSV of CPTS, of pairs (CPTS, commune), or of both; or a map of territories (GeoPackage, "
      + "Shapefile, GeoJSON, KML…)")
  /// Territories proposed, for an opinion: lists of units or maps, `FILE` or `FILE#layer`.
  public let proposals = Setting(
    files: "territory", "FILE[#layer]", .command,
    fr: "territoire proposé : codes de communes, avec ou sans colonne de CPTS, ou polygones ; un "
      + "identifiant de l’étude annonce son nouveau périmètre",
    en: "territory proposed: codes of communes, with or without a column of CPTS, or polygons; an "
      + "identifier of the study means its new perimeter")
  /// INSEE's file of the movements of communes, to bring codes to the units' year.
  public let movements = Setting(
    file: "cog", "FILE",
    fr: "mouvements des communes (INSEE, `mouvements-communes`), pour amener les codes d’autres "
      + "années à celle des unités",
    en: "INSEE's movements of communes (`mouvements-communes`), to bring codes of other years to "
      + "the units' year")
  /// CSV of what the user decided where the files leave a choice.
  public let decisions = Setting(
    file: "decisions", "FILE",
    fr: "CSV de vos choix là où les fichiers en laissent un : `code,code_retenu` ou "
      + "`cpts_id,cpts_id_retenu`",
    en: "CSV of your decisions where the files leave a choice: `code,code_retenu` or "
      + "`cpts_id,cpts_id_retenu`")
  /// Whether CPTS whose names are two spellings of one are put together.
  public let mergeSimilar = Setting(
    flag: "merge-similar", isRecorded: true,
    fr: "réunir les CPTS dont les noms sont deux graphies d’un seul (voir `cpts_similaires`)",
    en: "put together CPTS whose names are two spellings of one (see `cpts_similaires`)")
  /// Files of gridded population; what stands after `#` is their reference system.
  public let grid = Setting(
    files: "grid", "FILE[#EPSG:n]",
    fr: "population carroyée, pour répartir les habitants des communes qu’une limite coupe",
    en: "gridded population, to share out the people of communes that a border cuts")
  /// Which cut units are computed again by overlays.
  public let verify = Setting(
    "verify", .verification, isRecorded: true,
    fr: "recalculer les communes coupées (toutes, ou N) par superposition avec GEOS, et dire les "
      + "écarts ; `--verify` seul vaut `all`",
    en: "compute the communes cut (all, or N of them) again with GEOS overlays, and report the "
      + "differences; `--verify` alone means `all`")
  /// An overlap, a gap or a piece of a unit narrower than this, in metres, and with fewer people than
  /// `sliverPeople` is a sliver, noise of drawing: what it moves is said.
  public let sliverWidth = Setting(
    "sliver-width", .number("METRES", "50"), isRecorded: true,
    fallback: .always(50, said: Wording("50 m")), limit: .sliverWidth,
    fr:
      "largeur sous laquelle un morceau de commune qu’un dessin détache est un liseré, s’il est "
      + "aussi peu peuplé : il suit la commune (`dessins.csv`) ; 0 prend les dessins à la lettre",
    en: "width below which a piece that a drawing cuts off a commune is a sliver, if it has few "
      + "people too: it follows the commune (`dessins.csv`); 0 takes drawings at their word")
  /// See `sliverWidth`.
  public let sliverPeople = Setting(
    "sliver-people", .whole("N", "50"), isRecorded: true,
    fallback: .always(50, said: Wording("50")), limit: .sliverPeople,
    fr: "habitants sous lesquels un morceau étroit, chevauchement ou vide, est un liseré",
    en: "people below which a narrow piece, overlap or gap, is a sliver")
  /// The day of the study.
  public let at = Setting(
    "at", .date, isRecorded: true,
    fallback: .ofRun(fr: "aujourd’hui", en: "today") { $0.today },
    fr: "le jour de l’étude : stades et périmètres à cette date",
    en: "the day of the study: stages and perimeters on that day")
  /// Stage of the CPTS that have neither stage nor date.
  public let defaultStage = Setting(
    "default-stage", .stage, isRecorded: true,
    fr: "stade des CPTS qui n’ont ni stade ni date",
    en: "stage of the CPTS that have neither stage nor date")
  /// Columns by role, where their names are not recognised.
  public let columns = Setting(
    pairs: "map-column", .column, isRecorded: true,
    fr: "colonne d’un rôle, quand son nom n’est pas reconnu ; elle vaut dans les fichiers qui ont "
      + "cette colonne",
    en: "the column of a role, where its name is not recognised; it holds in the files that have "
      + "that column")
  /// The stage from which people count as covered.
  public let whiteBelow = Setting(
    "white-below", .stage, isRecorded: true,
    fallback: .always(.letterOfIntent, said: Wording("`lettre_intention`")), limit: .whiteBelow,
    fr:
      "en dessous de ce stade, on est en zone blanche (`lettre_intention` : plan de 2023 ; `projet` : "
      + "instruction de 2019)",
    en: "people below this stage are in white zones (`lettre_intention`: plan of 2023; `projet`: "
      + "instruction of 2019)")
  /// Further levels of `couverture.csv`.
  public let by = Setting(
    list: "by", "COLUMN", isRecorded: true,
    fr:
      "niveau de plus dans `couverture.csv`, tiré des colonnes de `--attributes` ou de celles des "
      + "unités",
    en: "further level of `couverture.csv`, from the columns of `--attributes` or the units' own")
  /// Rule pack, by name or as a file; nil for the one in force on the day of the study.
  public let rules = Setting(
    "rules", .rules,
    fallback: Wording(fr: "celui en vigueur à la date", en: "the one in force on the day"),
    fr: "tailles et montants : un paquet de `data/rules`, ou un fichier",
    en: "sizes and amounts: a pack of `data/rules`, or a file")
  /// What the options of white zones are judged by.
  public let optionWeights = Setting(
    pairs: "option-weights", .weight, .studyFile,
    fr: "poids des critères de la note des options, nombres entiers de 0 à 100",
    en: "weights of the parts of the score of options, whole numbers from 0 to 100")
  /// Inhabitants below which a CPTS cannot be created.
  public let optionSmallest = Setting(
    "option-smallest", .whole("N", "20000"), .studyFile,
    fallback: Wording(
      fr: "la moitié de la première borne de taille (20 000)",
      en: "half of the first size bound (20,000)"),
    limit: .people(0...10_000_000, example: 20_000),
    fr: "habitants de la plus petite CPTS cohérente",
    en: "people of the smallest coherent CPTS")
  /// Inhabitants above which a CPTS is not coherent.
  public let optionLargest = Setting(
    "option-largest", .whole("N", "350000"), .studyFile,
    fallback: Wording(
      fr: "le double de la dernière borne de taille (350 000)",
      en: "twice the last size bound (350,000)"),
    limit: .people(1...100_000_000, example: 350_000),
    fr: "habitants de la plus grande CPTS cohérente",
    en: "people of the largest coherent CPTS")
  /// Kilometres to the main commune beyond which an option reaches unusually far.
  public let optionFarthest = Setting(
    "option-farthest", .number("KM", "60"), .studyFile,
    fallback: Wording(
      fr: "ce que 95 % des CPTS de l’étude ne dépassent pas",
      en: "what 95% of the CPTS of the study do not exceed"),
    limit: .kilometres,
    fr: "kilomètres de la commune principale au-delà desquels une option est à examiner",
    en: "kilometres to the main commune beyond which an option is to be examined")
  /// Inhabitants below which land without project is a remnant.
  public let remnantLargest = Setting(
    "remnant-largest", .whole("N", "5000"), .studyFile, isRecorded: true,
    fallback: .always(5000, said: Wording(fr: "5 000", en: "5,000")),
    limit: .people(0...100_000_000, example: 5000),
    fr: "habitants sous lesquels un secteur atone est un reliquat, traité avec un voisin",
    en: "people below which a sector without project is a remnant, worked on with a neighbour")
  /// Inhabitants above which land without project is cut into sectors, where it can be.
  public let sectorLargest = Setting(
    "sector-largest", .whole("N", "175000"), .studyFile,
    fallback: Wording(
      fr: "la dernière borne de taille (175 000)", en: "the last size bound (175,000)"),
    limit: .people(1...100_000_000, example: 175_000),
    fr: "habitants du plus grand secteur atone", en: "people of the largest sector without project")
  /// What one more sector must spare.
  public let sectorPrice = Setting(
    "sector-price", .whole("N", "30000"), .studyFile,
    fallback: Wording(fr: "30 000", en: "30,000"),
    limit: .people(0...100_000_000, example: 30_000),
    fr: "ce qu’un secteur de plus doit épargner, en habitants hors de leur département",
    en: "what one more sector must spare, in people outside of their department")
  /// What speaks against a cut.
  public let sectorWeights = Setting(
    pairs: "sector-weights", .cutWeight, .studyFile,
    fr: "poids de ce qu’un découpage en secteurs évite, nombres entiers de 0 à 100",
    en: "weights of what a cut into sectors avoids, whole numbers from 0 to 100")
  /// Inhabitants below which a sector has no page of its own.
  public let dossierSmallest = Setting(
    "dossier-smallest", .whole("N", "5000"), .studyFile, isRecorded: true,
    fallback: .always(5000, said: Wording(fr: "5 000", en: "5,000")),
    limit: .people(0...100_000_000, example: 5000),
    fr: "habitants sous lesquels un secteur partage une page de `dossiers` avec les autres de son "
      + "département, et un chevauchement n’en a pas",
    en: "people below which a sector shares a page of `dossiers` with the others of its "
      + "department, and an overlap has none")
  /// Percent of professionals who adhere, below which a CPTS is fragile.
  public let fragileMembers = Setting(
    "fragile-members", .number("PERCENT", "20"), .studyFile,
    fallback: Wording(fr: "aucun seuil", en: "no threshold"), limit: .percent,
    fr: "une CPTS est fragile si moins de tant pour cent des professionnels adhèrent",
    en: "a CPTS is fragile where fewer than this many percent of the professionals adhere")
  /// Percent of members who are active, below which a CPTS is fragile.
  public let fragileActive = Setting(
    "fragile-active", .number("PERCENT", "50"), .studyFile,
    fallback: Wording(fr: "aucun seuil", en: "no threshold"), limit: .percent,
    fr: "de même, si moins de tant pour cent des adhérents sont actifs",
    en: "the same, where fewer than this many percent of the adherents are active")
  /// Folder of an earlier report, from which on changes are told.
  public let since = Setting(
    "since", .folder("DIR"), .reportAlone,
    fr: "dossier d’un rapport antérieur : la page dit ce qui a changé depuis ; zones et secteurs "
      + "gardent leur histoire (`depuis`, `etait`)",
    en: "folder of an earlier report: the page says what changed since; zones and sectors keep "
      + "their history (`depuis`, `etait`)")
  /// Folder of the results.
  public let output = Setting(
    "output", .folder("DIR"),
    fr: "dossier des résultats, créé au besoin", en: "folder of the results, created")
  /// Whether to wait where another run writes into the folder.
  public let wait = Setting(
    flag: "wait", fr: "attendre qu’une autre exécution qui écrit dans ce dossier soit finie",
    en: "wait until another run that writes into this folder is done")
  /// Whether to pack the files of the report in one.
  public let zip = Setting(
    flag: "zip",
    fr: "réunir aussi tous les fichiers écrits en un, à envoyer : `rapport.zip`, ou `avis.zip`",
    en: "pack all files written in one too, to be sent: `rapport.zip`, or `avis.zip`")
  /// Language of messages.
  public let language = Setting(
    "language", .word, isRecorded: true,
    fallback: .ofRun(fr: "celle du système", en: "that of the locale") { $0.language },
    fr: "langue des messages", en: "language of messages")
  /// Dialect of the CSV files.
  public let csv = Setting(
    "csv", .word, isRecorded: true,
    fallback: .always(CSVDialect.standard, said: Wording("`standard`")),
    fr: "dialecte des CSV", en: "dialect of the CSV files")
  /// How many tasks may run at once.
  public let jobs = Setting(
    "jobs", .whole("N", "2"),
    fallback: .ofRun(fr: "le nombre de processeurs", en: "the number of processors") {
      $0.processors
    }, limit: .jobs,
    fr: "tâches simultanées", en: "tasks at once")
  /// Whether to say nothing when all is well.
  public let quiet = Setting(
    flag: "quiet", fr: "ne rien afficher si tout va bien", en: "say nothing if all is well")
  /// When to show progress.
  public let progress = Setting(
    "progress", .word, fallback: .always(ProgressChoice.auto, said: Wording("`auto`")),
    fr: "afficher l’avancement", en: "show progress")
  /// Whether an anomaly of severity `erreur` fails the run.
  public let strict = Setting(
    flag: "strict",
    fr: "sortir en 65, après écriture, s’il y a une anomalie `erreur`",
    en: "exit 65, after writing, if there is an anomaly `erreur`")

  /// The one table.
  package static let shared = SettingTable()

  /// The settings, in the order of their declaration.
  package static let all = Mirror(reflecting: shared).children.compactMap {
    $0.value as? any AnySetting
  }

  /// Those that are flags of every command that makes a study.
  package static let flags = all.filter { $0.face.place == .anywhere }

  /// Those that are flags of `report`.
  package static let reportFlags = all.filter { [.anywhere, .reportAlone].contains($0.face.place) }

  /// Those that are keys of a study file.
  static let keys = all.filter { $0.face.place != .command }
}
