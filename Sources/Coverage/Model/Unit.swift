/// An elementary unit: a commune, or an arrondissement of Paris, Lyon or Marseille.
struct Unit: Sendable {
  let code: UnitCode
  let name: String
  /// Inhabitants; nil where no file says.
  var population: Int?
  /// Inhabitants as the units' own file says, whatever replaced them.
  let givenPopulation: Int?
  var department: String
  var region: String
  var intercommunality: String
  /// Index of the commune that the unit is, or is a part of.
  var commune: Int32 = 0
  /// Row in the map of units; missing without polygon.
  let feature: Index<Feature>
  /// Line of the unit's file.
  let line: Int
}

/// A row of a map, with its polygons.
enum Feature {}

/// A line of `communes.csv`: one unit, or the arrondissements of one city.
struct Commune: Sendable {
  let code: UnitCode
  let name: String
  let department: String
  let region: String
  /// Indices of the units, by code.
  var units: [Index<Unit>]
}

/// A part of a commune that lists may name: a commune déléguée or associée, or an arrondissement where
/// the units have the whole city.
struct DelegatedCommune: Sendable {
  let code: UnitCode
  let name: String
  let population: Int?
  /// Inhabitants of the whole commune in the same file.
  let parentPopulation: Int?
  /// Index of the unit that it is a part of.
  let unit: Index<Unit>
}

/// The three cities that have arrondissements municipaux (code général des collectivités
/// territoriales, art. L2511-3), and the codes of these.
enum CityWithDistricts {
  static let all: [(commune: UnitCode, name: String, districts: ClosedRange<Int>)] = [
    (UnitCode("13055"), "Marseille", 13201...13216),
    (UnitCode("69123"), "Lyon", 69381...69389),
    (UnitCode("75056"), "Paris", 75101...75120),
  ]

  /// The city that a code is an arrondissement of.
  static func city(of code: UnitCode) -> UnitCode? {
    guard let number = Int(code.text), code.text.utf8.count == 5 else { return nil }
    return all.first { $0.districts.contains(number) }?.commune
  }
}
