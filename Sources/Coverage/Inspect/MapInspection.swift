import GeoKernel

/// What a map is worth to a study: units, or drawn territories.
struct MapInspection {
  private(set) var findings: FileFindings
  private var roles: [Int: FieldRole] = [:]

  /// Places of more features than this tell no more.
  private static let mostPlaces = 50_000

  init(_ table: FeatureTable) {
    findings = FileFindings(use: .unknown, facts: [Self.geometry(of: table)])
    if let places = Self.places(of: table) { findings.facts.append(places) }
    let isOfCPTS = table.columns.contains { column in
      ["cpts", "finess"].contains { folded(column).contains($0) }
    }
    let fields = try? FieldMap(of: table, UnitsNormaliser.roles)
    if !isOfCPTS, let fields, fields[.unitCode] != nil {
      findings.use = .units
      for role in UnitsNormaliser.roles { if let column = fields[role] { roles[column] = role } }
      readUnits(table)
      return
    }
    if let grid = try? FieldMap(of: table, [.cell, .cellPopulation]), grid[.cell] != nil,
      grid[.cellPopulation] != nil
    {
      findings.use = .grid
      readGrid(InputPath(table.input))
      return
    }
    if table.columns.isEmpty, table.rowCount > 0 {
      findings.use = .drawnProposal
      readTerritories(table)
      return
    }
    let named = TellingColumns.ofMap(table)
    guard let territories = TerritoryInspection(table, named) else { return }
    findings.use = territories.isOfOneToCome ? .drawnProposal : .drawnTerritories
    findings.named = named
    for column in table.columns.indices { roles[column] = territories.role(of: column) }
    readTerritories(table)
    findings.facts.append(territories.count)
    // Of drawings that lie nowhere it tells nothing that they are valid.
    if findings.obstacle == nil { findings.facts.append(territories.health) }
    findings.facts += TellingColumns.words(named)
  }

  func role(of column: Int) -> FieldRole? { roles[column] }

  private mutating func readTerritories(_ table: FeatureTable) {
    var files = CPTSFiles()
    do throws(InputFault) {
      try files.readMap(table, findings.named)
      var anomalies = files.anomalies
      for layer in files.layers {
        let (brought, moved, setAside) = try layer.brought(to: .wgs84)
        anomalies += setAside + FrenchPlaces.elsewhere(brought, moved)
      }
      findings.problems = Inspection.Problem.all(anomalies)
      findings.cpts = Set(files.cpts.keys)
      findings.hasTerritories = files.layers.contains { !$0.rows.isEmpty }
    } catch { findings.obstacle = error }
  }

  private mutating func readGrid(_ input: InputPath) {
    do throws(InputFault) {
      let grid = try PopulationGrid.read(input, named: [:])
      findings.facts += GridFacts.all(grid)
      findings.problems = Inspection.Problem.all(grid.anomalies)
    } catch { findings.obstacle = error }
  }

  private mutating func readUnits(_ table: FeatureTable) {
    do throws(InputFault) {
      var normaliser = try UnitsNormaliser(table, named: [:])
      let units = normaliser.run()
      let people = units.units.reduce(0) { $0 + ($1.population ?? 0) }
      let unknown = units.units.count { $0.population == nil }
      findings.facts.append(
        Wording(
          fr:
            "\(units.units.count.inFrench("unité", "unités")) dans \(units.communes.count.inFrench("commune", "communes")), \(people) habitants ; \(unknown.inFrench("unité", "unités")) de population inconnue",
          en:
            "\(units.units.count.inEnglish("unit", "units")) in \(units.communes.count.inEnglish("commune", "communes")), \(people) people; \(unknown.inEnglish("unit", "units")) of unknown population"
        ))
      findings.problems = Inspection.Problem.all(normaliser.anomalies)
      findings.codes = Set(units.communes.lazy.map(\.code))
      guard !units.units.isEmpty else { throw StudyInputs.noUnits(table.path) }
      try table.refuseUnitsNowhere()
    } catch { findings.obstacle = error }
  }

  private static func geometry(of table: FeatureTable) -> Wording {
    let system =
      switch table.reference {
      case .wgs84: Wording("WGS 84")
      case .other(let definition): Wording(String(definition.prefix(80)))
      case .undeclared: Wording(fr: "non déclaré", en: "not declared")
      }
    let drawn = table.isDrawn.count { $0 }
    return Wording(
      fr:
        "système de référence : \(system.french) ; \(drawn.inFrench("ligne", "lignes")) avec polygone, \(table.geometry.vertexCount) sommets",
      en:
        "reference system: \(system.english); \(drawn.inEnglish("row", "rows")) with a polygon, \(table.geometry.vertexCount) vertices"
    )
  }

  /// Where the features lie, told by one vertex of each; nil where nothing can be told.
  private static func places(of table: FeatureTable) -> Wording? {
    let geometry = table.geometry
    let positions = (0..<geometry.featureCount).lazy.compactMap { feature -> SIMD2<Double>? in
      guard let ring = geometry.rings(of: feature).first,
        let vertex = geometry.vertices(of: ring).first
      else { return nil }
      return geometry[vertex]
    }.prefix(mostPlaces)
    guard !positions.isEmpty, let projection = try? DegreeProjection(table.reference),
      let degrees = try? projection.degrees(Array(positions))
    else { return nil }
    let words = FrenchPlaces.described(
      longitudes: degrees.longitudes, latitudes: degrees.latitudes)
    return Wording(fr: "lieu : \(words.french)", en: "place: \(words.english)")
  }
}
