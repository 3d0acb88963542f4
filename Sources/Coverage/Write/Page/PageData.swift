/// The data of the page, as one JSON object whose members are described in `Page.md`: tables as columns, the map
/// as arcs.
///
/// - Complexity: O(communes + CPTS + zones + points of the map).
struct PageData {
  /// Rows of a table that a page holds; `anomalies.csv` and `chevauchements.csv` have them all.
  static let mostRows = 3_000
  /// Areas of one level that a page holds.
  static let mostAreas = 5_000

  let study: Study
  let map: DisplayMap
  let places: [Place]
  private let placeOfCommune: [Int32]

  init(_ study: Study) {
    self.study = study
    var places = PlaceTable()
    let faces = DisplayFaces(
      study.units, study.territories, study.mesh, study.figures.zones, &places)
    placeOfCommune = study.figures.communes.map {
      places.number(of: Place(cpts: $0.cpts, zones: $0.zones))
    }
    self.places = places.places
    map = DisplayMap(faces, study.mesh)
  }

  func json() -> ScriptJSON {
    var json = ScriptJSON()
    json.object { json in
      json.key("study")
      json.object(study.describe(in:))
      json.key("areas")
      json.object(areas)
      json.key("cpts")
      json.object(cpts)
      json.key("zones")
      json.object(zones)
      json.key("overlaps")
      json.object(overlaps)
      json.key("anomalies")
      json.object(anomalies)
      json.key("communes")
      json.object(communes)
      json.key("places")
      json.object { json in
        json.column("cpts", places) { $0.list($1.cpts.map(\.raw)) }
        json.column("zones", places) { $0.list($1.zones.map(\.raw)) }
      }
      history(in: &json)
      json.key("map")
      json.object(map.describe(in:))
    }
    return json
  }

  private func areas(_ json: inout ScriptJSON) {
    var counts: [String: Int] = [:]
    let shown = study.coverage.filter { area in
      counts[area.level, default: 0] += 1
      return counts[area.level, default: 0] <= Self.mostAreas
    }
    json.strings("level", shown) { $0.level }
    json.strings("code", shown) { $0.code }
    json.strings("name", shown) { $0.name }
    json.column("people", shown) { json, area in
      json.array { json in
        guard area.isKnown else { return }
        for stage in Stage.allCases { json.whole(area.breakdown[stage]) }
      }
    }
    let cut = counts.filter { $0.value > Self.mostAreas }.keys.sorted()
    json.column("hidden", cut) { json, level in
      json.array { json in
        json.string(level)
        json.whole((counts[level] ?? 0) - Self.mostAreas)
      }
    }
  }

  private func cpts(_ json: inout ScriptJSON) {
    let rows = Array(zip(study.territories.cpts, study.figures.cpts))
    json.strings("id", rows) { $0.0.id.text }
    json.strings("name", rows) { $0.0.name }
    json.wholes("stage", rows) { $0.0.stage.rawValue }
    json.wholes("population", rows) { $0.1.population }
    json.wholes("size", rows) { study.options.rules.sizes.sizeClass(of: $0.1.population) }
    json.wholes("bound", rows) { study.options.rules.sizes.closeBound($0.1.population) }
    json.wholes("communes", rows) { $0.1.communes.count }
    json.wholes("area", rows) { thousandths($0.1.squareMetres) }
    json.wholes("parts", rows) { $0.1.groupCount }
    json.column("departments", rows) { $0.list($1.1.departments) }
    json.column("regions", rows) { $0.list($1.1.regions) }
    json.wholes("shared", rows) { $0.1.sharedPopulation }
  }

  private func zones(_ json: inout ScriptJSON) {
    let zones = study.figures.zones
    let rows = zones.map { study.units.places(of: $0.units) }
    json.strings("id", zones) { $0.id }
    json.strings("status", zones) { $0.status.rawValue }
    json.wholes("population", zones) { $0.population }
    json.wholes("area", zones) { thousandths($0.squareMetres) }
    json.strings("main", zones) { study.units[$0.mainUnit].name }
    json.wholes("communes", rows) { $0.communes.count }
    json.column("departments", rows) { $0.list($1.departments) }
    json.column("regions", rows) { $0.list($1.regions) }
    json.wholes("size", zones) { study.options.rules.sizes.sizeClass(of: $0.population) }
    json.column("options", zones.indices) { options(of: $1, in: &$0) }
    json.column("neighbours", zones) { json, zone in
      json.array { json in
        for neighbour in zone.neighbours {
          let before = study.figures.cpts[Int(neighbour.cpts)].population
          json.list([
            neighbour.cpts.raw, Int32(clamping: Int(neighbour.metres.rounded())),
            Int32((neighbour.share * 10_000).rounded()),
            Int32(study.options.rules.sizes.sizeClass(of: before + zone.population)),
          ])
        }
      }
    }
  }

  private func overlaps(_ json: inout ScriptJSON) {
    // The most populous ones are shown, in the order of their file.
    let all = study.figures.overlaps
    let shown = all.indices.sorted { (all[$1].population, $0) < (all[$0].population, $1) }
      .prefix(Self.mostRows).sorted().map { all[$0] }
    json.key("total")
    json.whole(all.count)
    json.wholes("first", shown) { Int($0.first) }
    json.wholes("second", shown) { Int($0.second) }
    json.strings("qualification", shown) { $0.qualification.rawValue }
    json.wholes("population", shown) { $0.population }
    json.wholes("area", shown) { thousandths($0.squareMetres) }
    json.wholes("decimetres", shown) { $0.width.map { Int(($0 * 10).rounded()) } }
    json.column("communes", shown) { $0.list(study.units.places(of: $1.units).communes) }
  }

  private func anomalies(_ json: inout ScriptJSON) {
    let shown = study.anomalies.prefix(Self.mostRows)
    json.wholes("totals", Anomaly.Severity.allCases) { severity in
      study.anomalies.count { $0.severity == severity }
    }
    json.strings("severity", shown) { $0.severity.rawValue }
    json.strings("rule", shown) { $0.rule.rawValue }
    json.strings("file", shown) { $0.file }
    json.wholes("line", shown) { $0.line }
    json.strings("object", shown) { $0.object }
    json.column("finding", shown) { $0.list([$1.finding.french, $1.finding.english]) }
    json.column("treatment", shown) { $0.list([$1.treatment.french, $1.treatment.english]) }
  }

  private func communes(_ json: inout ScriptJSON) {
    let communes = study.units.communes
    let figures = study.figures.communes
    let index = Dictionary(
      uniqueKeysWithValues: map.faces.departments.enumerated().map { ($1, $0) })
    let positions = CommunePositions.all(study.units, study.mesh, map)
    json.strings("code", communes.indices) { communes[$0].code.text }
    json.strings("name", communes.indices) { communes[$0].name }
    json.wholes("department", communes.indices) { index[communes[$0].department] ?? 0 }
    json.wholes("population", figures.indices) { figures[$0].population }
    // Nearly every commune is covered as its stage says: only the others are listed.
    let divided = figures.indices.filter { row in
      let people = figures[row].population ?? 0
      return figures[row].covered
        != (figures[row].stage >= study.options.whiteBelow ? people : 0)
    }
    json.column("covered", divided) { json, row in
      json.list([Int32(row), Int32(clamping: figures[row].covered)])
    }
    json.wholes("stage", figures.indices) { figures[$0].stage.rawValue }
    json.wholes("place", placeOfCommune) { Int($0) }
    json.wholes("x", positions) { $0.map { Int($0.x) } }
    json.wholes("y", positions) { $0.map { Int($0.y) } }
  }

  /// Thousandths of a square kilometre, as precise as the tables.
  private func thousandths(_ squareMetres: Double) -> Int {
    Int((squareMetres / 1e3).rounded())
  }
}
