/// The levels of a study by which a list may give a territory: regions, departments, EPCI, and every column
/// of the attributes or of the units' own file.
struct PlaceLevels {
  private let units: StudyUnits
  private let table: FeatureTable?
  private var made: [String: [PlaceLevel]] = [:]

  /// - Parameter table: the units' own file, if its columns may be asked for.
  init(_ units: StudyUnits, _ table: FeatureTable? = nil) {
    self.units = units
    self.table = table
  }

  /// What has a level: several columns may, as one of codes and one of names.
  ///
  /// - Complexity: O(units) for each column, once.
  mutating func levels(_ name: String) -> [PlaceLevel] {
    if let levels = made[name] { return levels }
    var levels: [PlaceLevel] = []
    switch name {
    case "departement":
      levels.append(
        PlaceLevel(
          name, units.units.map(\.department), names: AdministrativeNames.departments))
    case "region":
      levels.append(
        PlaceLevel(name, units.units.map(\.region), names: AdministrativeNames.regions))
    case "epci":
      levels.append(
        PlaceLevel(
          name, units.units.map(\.intercommunality), names: units.intercommunalityNames))
    default:
      for column in units.attributes.keys.sorted() where LevelName.level(of: column) == name {
        levels.append(PlaceLevel(name, units.attributes[column] ?? []))
      }
      if levels.isEmpty { levels += ownColumns(name) }
    }
    levels.removeAll { $0.isEmpty }
    made[name] = levels
    return levels
  }

  /// Levels that every study of communes may have.
  static let ofEverybody = ["departement", "epci", "region"]

  /// Levels that a list may name without saying which it means.
  var names: [String] {
    let further = Set(units.attributes.keys.compactMap { LevelName.level(of: $0) })
    return Self.ofEverybody + further.subtracting(Self.ofEverybody).sorted()
  }

  private func ownColumns(_ name: String) -> [PlaceLevel] {
    guard let table else { return [] }
    let columns = table.columns.indices.filter {
      LevelName.level(of: table.columns[$0]) == name
    }
    guard !columns.isEmpty else { return [] }
    let rowOfLine = Dictionary(
      table.lines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return columns.map { column in
      PlaceLevel(
        name,
        units.units.map { unit in
          rowOfLine[unit.line].flatMap { table.text(row: $0, column: column) } ?? ""
        })
    }
  }
}
