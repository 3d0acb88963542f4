#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a reader needs to compute a study again: `resume.json`, whose names these are, in its words.
struct StudySummary: Encodable {
  let version: String
  let date: String
  let titre: String
  let options: Options
  let entrees: [Input]
  let population: Population
  let totaux: Totals
  let optionsZonesBlanches: OptionsSummary
  let populationBrute: Int
  let populationNette: Int
  let populationCompteePlusieursFois: Int
  let comptagesEnTrop: Int
  /// Where territories are drawn.
  let territoiresDessines: DrawnSummary?
  /// CPTS given both as a list and as a drawing, compared.
  let reconcile: [ReconciliationSummary]?
  /// Where the inputs speak of fragile CPTS, or thresholds are set.
  let fragiles: FragileSummary?
  /// Where a CPTS counts its professionals.
  let professionnels: ProfessionalSummary?
  /// Where dates tell of an earlier month.
  let evolution: HistorySummary?
  let secondes: [String: Double]

  /// The settings that it is computed by, under their keys.
  struct Options: Encodable {
    private let options: StudyOptions

    init(_ options: StudyOptions) { self.options = options }
  }

  struct Input: Encodable {
    let chemin: String
    let octets: Int
    let sha256: String
    let lignesLues: Int
    let lignesRetenues: Int
    let lignesEcartees: Int
  }

  struct Population: Encodable {
    let fichier: String
    let colonne: String
    let unitesSansPopulation: Int
    let denominateur: String
  }

  struct Totals: Encodable {
    let unites: Int
    let communes: Int
    let cpts: Int
    let cptsParStade: [String: Int]
    let populationTotale: Int
    let populationParStade: [String: Int]
    let populationCouverte: Int
    let populationNonCouverte: Int
    let zonesBlanches: Int
    let chevauchements: Int
    let anomalies: [String: Int]
  }

  static func json(of study: Study, _ clock: StepClock) -> [UInt8] {
    JSONDocument.bytes(of: StudySummary(study, clock))
  }

  private init(_ study: Study, _ clock: StepClock) {
    let sums = study.grossAndNet
    let options = study.options
    version = toolkitVersion
    date = Date.now.formatted(.iso8601)
    titre = options.title
    self.options = Options(options)
    entrees = Input.all(study)
    population = Population(study)
    totaux = Totals(study)
    optionsZonesBlanches = OptionsSummary(study)
    populationBrute = sums.gross
    populationNette = sums.net
    populationCompteePlusieursFois = sums.inSeveral
    comptagesEnTrop = sums.countedAgain
    territoiresDessines = DrawnSummary(study)
    reconcile = study.figures.drawn.map { drawn in
      drawn.reconciliations.map { ReconciliationSummary($0, study) }
    }
    fragiles = FragileSummary(study)
    professionnels = ProfessionalSummary(study)
    evolution = HistorySummary(study)
    secondes = clock.steps.mapValues { ($0 * 1000).rounded() / 1000 }
  }
}

extension StudySummary.Options {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    /// As the other members are spelled.
    init(_ setting: SettingFace) { stringValue = setting.key.replacing("-", with: "_") }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    for setting in SettingTable.all where setting.face.isRecorded {
      if let value = setting.record(options) {
        try members.encode(value, forKey: Key(setting.face))
      }
    }
  }
}

extension StudySummary.Input {
  /// Every file read, in the order of the options.
  static func all(_ study: Study) -> [StudySummary.Input] {
    study.digests.map { digest in
      let ledger = study.ledgers.first { $0.path == digest.path }
      return StudySummary.Input(
        chemin: digest.path, octets: digest.bytes, sha256: digest.sha256,
        lignesLues: ledger?.rowsRead ?? 0, lignesRetenues: ledger?.rowsKept ?? 0,
        lignesEcartees: ledger?.rowsSetAside ?? 0)
    }
  }
}

extension StudySummary.Population {
  init(_ study: Study) {
    fichier = study.units.populationSource.file
    colonne = study.units.populationSource.column
    unitesSansPopulation = study.units.units.count { $0.population == nil }
    denominateur = "population des unités de population connue, couvertes ou non"
  }
}

extension StudySummary.Totals {
  init(_ study: Study) {
    let breakdown = study.coverage[0].breakdown
    unites = study.units.units.count
    communes = study.units.communes.count
    cpts = study.territories.cpts.count
    cptsParStade = Dictionary(
      uniqueKeysWithValues: Stage.allCases.map { stage in
        (stage.key, study.territories.cpts.count { $0.stage == stage })
      })
    populationTotale = breakdown.total
    populationParStade = Dictionary(
      uniqueKeysWithValues: Stage.allCases.map { ($0.key, breakdown[$0]) })
    populationCouverte = breakdown.cumulative(study.options.whiteBelow)
    populationNonCouverte = breakdown.total - breakdown.cumulative(study.options.whiteBelow)
    zonesBlanches = study.figures.zones.count
    chevauchements = study.figures.overlaps.count
    anomalies = Dictionary(
      uniqueKeysWithValues: Anomaly.Severity.allCases.map { severity in
        (severity.rawValue, study.anomalies.count { $0.severity == severity })
      })
  }
}
