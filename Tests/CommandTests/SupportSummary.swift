import Foundation

/// `resume.json`, as far as the tests look into it.
struct Summary: Decodable {
  struct Input: Decodable {
    let chemin: String
    let octets: Int
    let sha256: String
    let lignesLues: Int
    let lignesRetenues: Int
    let lignesEcartees: Int
  }
  struct Totals: Decodable {
    let populationTotale: Int
    let populationParStade: [String: Int]
    let populationCouverte: Int
    let populationNonCouverte: Int
    let anomalies: [String: Int]
  }
  struct Options: Decodable {
    let at: String
    let defaultStage: String?
    let whiteBelow: String
    let mapColumn: [String: String]
    let by: [String]
    let verify: String?
    let sliverWidth: Double
    let sliverPeople: Int
    let csv: String
    let language: String
  }

  /// What the options of white zones were judged by.
  struct ZoneOptions: Decodable {
    struct Rules: Decodable {
      let nom: String
      let valideDepuis: String
      let enVigueur: Bool
    }
    struct Count: Decodable {
      let possibles: Int
      let impossibles: Int
      let premieres: Int
    }
    struct Divisions: Decodable {
      let optimauxProuves: Int
      let avecEcart: Int
      let ecartMaxPct: Double
    }
    let regles: Rules
    let poids: [String: Int]
    let tailleCoherenteMin: Int
    let tailleCoherenteMax: Int
    let colonneBassins: String?
    let options: [String: Count]
    let zonesSansOption: Int
    let partages: Divisions
  }

  /// What is said of drawn territories.
  struct Drawn: Decodable {
    struct Interval: Decodable {
      let population: Int
      let min: Int
      let max: Int
    }
    struct Slivers: Decodable {
      let chevauchements: Int
      let nonCouverts: Int
      let populationNonCouverte: Int
      let sensibilite: [Thresholds]
    }
    struct Thresholds: Decodable {
      let largeurM: Double
      let population: Int
      let chevauchementsLiseres: Int
      let morceauxNonCouvertsEtroits: Int
    }
    struct Check: Decodable {
      let unites: Int
      let comparaisons: Int
      let plusGrandEcartM2: Double
      let ecarts: [Difference]
    }
    struct Difference: Decodable {
      let unite: String
    }

    let dessins: Int
    let unitesCoupees: Int
    let unitesParMethode: [String: Int]
    let intervalles: [String: Interval]
    let unitesDouteuses: [String]
    let liseres: Slivers
    let verification: Check?
  }
  /// A CPTS given both as a list and as a drawing.
  struct Comparison: Decodable {
    let cptsId: String
    let populationListe: Int
    let populationDessin: Int
    let populationCommune: Int
    let superficieListeKm2: Double
    let superficieDessinKm2: Double
    let superficieCommuneKm2: Double
    let communesListeSeule: [String]
    let communesDessinSeul: [String]
  }

  /// Fragile CPTS, and the thresholds that make them so.
  struct Fragile: Decodable {
    struct Thresholds: Decodable {
      let pctAdherents: Double?
      let pctActifs: Double?
    }
    let seuils: Thresholds
    let cptsRenseignees: Int
    let fragiles: Int
    let fragilesParStade: [String: Int]
  }
  struct Professionals: Decodable {
    let adherents: Int?
  }
  struct History: Decodable {
    let dates: [String]
    let populationParStade: [String: [Int]]
    let cptsSansDate: Int
  }

  let version: String
  let date: String
  let titre: String
  let options: Options
  let entrees: [Input]
  let totaux: Totals
  let optionsZonesBlanches: ZoneOptions
  let populationBrute: Int
  let populationNette: Int
  let populationCompteePlusieursFois: Int
  let comptagesEnTrop: Int
  let territoiresDessines: Drawn?
  let reconcile: [Comparison]?
  let fragiles: Fragile?
  let professionnels: Professionals?
  let evolution: History?
  let secondes: [String: Double]

  init(_ bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Summary.self, from: Data(bytes))
  }

  func input(_ name: String) -> Input? { entrees.first { $0.chemin.hasSuffix(name) } }
}
