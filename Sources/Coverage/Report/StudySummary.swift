#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a reader needs to compute a study again: `resume.json`.
struct StudySummary: Encodable {
  let version: String
  let date: String
  let titre: String
  let options: Options
  let entrees: [Input]
  let population: Population
  let totaux: Totals
  let population_brute: Int
  let population_nette: Int
  let population_comptee_plusieurs_fois: Int
  let comptages_en_trop: Int
  let secondes: [String: Double]

  struct Options: Encodable {
    let at: String
    let white_below: String
    let default_stage: String?
    let map_column: [String: String]
    let by: [String]
    let csv: String
    let language: String
  }

  struct Input: Encodable {
    let chemin: String
    let octets: Int
    let sha256: String
    let lignes_lues: Int
    let lignes_retenues: Int
    let lignes_ecartees: Int
  }

  struct Population: Encodable {
    let fichier: String
    let colonne: String
    let unites_sans_population: Int
    let denominateur: String
  }

  struct Totals: Encodable {
    let unites: Int
    let communes: Int
    let cpts: Int
    let cpts_par_stade: [String: Int]
    let population_totale: Int
    let population_par_stade: [String: Int]
    let population_couverte: Int
    let population_non_couverte: Int
    let zones_blanches: Int
    let chevauchements: Int
    let anomalies: [String: Int]
  }

  /// - Throws: nothing in practice: every value is a number or a text.
  static func json(of study: Study, _ clock: StepClock) throws(InputFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(StudySummary(study, clock))) + [10]
    } catch {
      fatalError("a summary of numbers and texts is encodable: \(error)")
    }
  }

  private init(_ study: Study, _ clock: StepClock) {
    let sums = study.grossAndNet
    let options = study.options
    version = toolkitVersion
    date = Date.now.formatted(.iso8601)
    titre = options.title
    self.options = Options(
      at: options.at.description, white_below: options.whiteBelow.key,
      default_stage: options.defaultStage?.key,
      map_column: Dictionary(uniqueKeysWithValues: options.columns.map { ($0.rawValue, $1) }),
      by: options.by, csv: options.csv.rawValue, language: options.language.rawValue)
    entrees = study.digests.map { digest in
      let ledger = study.ledgers.first { $0.path == digest.path }
      return Input(
        chemin: digest.path, octets: digest.bytes, sha256: digest.sha256,
        lignes_lues: ledger?.rowsRead ?? 0, lignes_retenues: ledger?.rowsKept ?? 0,
        lignes_ecartees: ledger?.rowsSetAside ?? 0)
    }
    population = Population(
      fichier: study.units.populationSource.file, colonne: study.units.populationSource.column,
      unites_sans_population: study.units.units.count { $0.population == nil },
      denominateur: "population des unités de population connue, couvertes ou non")
    totaux = Totals(study)
    population_brute = sums.gross
    population_nette = sums.net
    population_comptee_plusieurs_fois = sums.inSeveral
    comptages_en_trop = sums.countedAgain
    secondes = clock.steps.mapValues { ($0 * 1000).rounded() / 1000 }
  }
}

extension StudySummary.Totals {
  fileprivate init(_ study: Study) {
    let breakdown = study.coverage[0].breakdown
    unites = study.units.units.count
    communes = study.units.communes.count
    cpts = study.territories.cpts.count
    cpts_par_stade = Dictionary(
      uniqueKeysWithValues: Stage.allCases.map { stage in
        (stage.key, study.territories.cpts.count { $0.stage == stage })
      })
    population_totale = breakdown.total
    population_par_stade = Dictionary(
      uniqueKeysWithValues: Stage.allCases.map { ($0.key, breakdown[$0]) })
    population_couverte = breakdown.cumulative(study.options.whiteBelow)
    population_non_couverte = breakdown.total - breakdown.cumulative(study.options.whiteBelow)
    zones_blanches = study.figures.zones.count
    chevauchements = study.figures.overlaps.count
    anomalies = Dictionary(
      uniqueKeysWithValues: Anomaly.Severity.allCases.map { severity in
        (severity.rawValue, study.anomalies.count { $0.severity == severity })
      })
  }
}

/// The version of the toolkit.
public let toolkitVersion = "0.1.0"
