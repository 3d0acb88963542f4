/// What a study would take a file for.
enum FileUse: String, Sendable {
  case units = "unites"
  case drawnTerritories = "territoires_dessines"
  case cpts = "liste_cpts"
  case pairs = "communes_des_cpts"
  case population
  case attributes = "attributs"
  case grid = "population_carroyee"
  case movements = "mouvements_de_communes"
  case unknown = "inconnu"

  /// The use of a table without polygons.
  static func of(_ rows: some AttributeRows) -> FileUse {
    let plain = Set(rows.header.map { folded($0) })
    if plain.isSuperset(of: ["mod", "com_av", "com_ap"]) { return .movements }
    if let columns = try? CPTSColumns(of: rows, [:]), let id = columns.id,
      ["cpts", "finess"].contains(where: { folded(rows.header[id]).contains($0) })
        || columns[.stage] != nil
    {
      return columns.codes.haveCodes ? .pairs : .cpts
    }
    let roles: [FieldRole] = UnitCodeColumns.roles + [.cell, .cellPopulation, .easting, .northing]
    guard let fields = try? FieldMap(of: rows, roles) else { return .unknown }
    let codes = UnitCodeColumns(fields, of: rows)
    let isGrid =
      fields[.cell] != nil
      || (fields[.easting] != nil && fields[.northing] != nil && !codes.haveCodes)
    if isGrid, fields[.cellPopulation] != nil { return .grid }
    guard codes.haveCodes else { return .unknown }
    return (try? PopulationColumn.find(nil, in: rows.header, path: "")) == nil
      ? .attributes : .population
  }

  var wording: Wording {
    switch self {
    case .units: Wording(fr: "unités (polygones de communes)", en: "units (polygons of communes)")
    case .drawnTerritories:
      Wording(fr: "territoires de CPTS dessinés", en: "drawn territories of CPTS")
    case .cpts: Wording(fr: "liste de CPTS", en: "list of CPTS")
    case .pairs: Wording(fr: "communes des CPTS", en: "communes of the CPTS")
    case .population: Wording(fr: "population par commune", en: "population by commune")
    case .attributes: Wording(fr: "colonnes par commune", en: "columns by commune")
    case .grid: Wording(fr: "population carroyée", en: "gridded population")
    case .movements:
      Wording(fr: "mouvements de communes (INSEE)", en: "movements of communes (INSEE)")
    case .unknown:
      Wording(
        fr: "rien de reconnu : ni code de commune, ni CPTS, ni carreau",
        en: "nothing recognised: no code of a commune, CPTS or cell")
    }
  }

  /// The call that would use the file; nil where none would.
  func command(_ name: String) -> String? {
    let name = Self.quoted(name)
    let rest =
      switch self {
      case .units: "--units \(name) --cpts CPTS.csv"
      case .drawnTerritories, .cpts, .pairs: "--units UNITES.gpkg --cpts \(name)"
      case .population: "--units UNITES.gpkg --cpts CPTS.csv --population \(name)"
      case .attributes: "--units UNITES.gpkg --cpts CPTS.csv --attributes \(name)"
      case .grid: "--units UNITES.gpkg --cpts CPTS.gpkg --grid \(name)"
      case .movements: "--units UNITES.gpkg --cpts CPTS.csv --cog \(name)"
      case .unknown: ""
      }
    return rest.isEmpty ? nil : "coverage-report report \(rest) --output out"
  }

  /// A name as a shell takes it for one word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-#".unicodeScalars.contains($0)
    }
    if name.unicodeScalars.contains(where: \.isWithoutSign) { return escaped(name) }
    return isPlain && !name.isEmpty ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }

  /// A name that holds signs which nobody sees, as bash reads it.
  private static func escaped(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      let isPlain = byte < 0x80 && Unicode.Scalar(byte).properties.isAlphabetic || byte == 0x2E
      return isPlain
        ? String(Unicode.Scalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "$'\(bytes.joined())'"
  }
}
