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

  let version: String
  let date: String
  let titre: String
  let options: Options
  let entrees: [Input]
  let totaux: Totals
  let populationBrute: Int
  let populationNette: Int
  let populationCompteePlusieursFois: Int
  let comptagesEnTrop: Int
  let secondes: [String: Double]

  init(_ bytes: [UInt8]) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Summary.self, from: Data(bytes))
  }

  func input(_ name: String) -> Input? { entrees.first { $0.chemin.hasSuffix(name) } }
}
