/// The data of the page, as one JSON object whose members are described in `Page.md`: tables as
/// columns, the map as arcs.
///
/// - Complexity: O(communes + CPTS + zones + sectors × options + points of the map).
struct PageData {
  /// Rows of a table that a page holds; `anomalies.csv` and `chevauchements.csv` have them all.
  static let mostRows = 3_000
  /// Areas of one level that a page holds.
  static let mostAreas = 5_000

  let study: Study
  /// What changed since an earlier report, where one is named.
  let since: StudyHistory?
  let map: DisplayMap
  let places: [MapPlace]
  let rows: PageRows
  private let placeOfCommune: [Int32]

  init(_ study: Study, _ since: StudyHistory? = nil) {
    self.study = study
    self.since = since
    var places = PlaceTable()
    let faces = DisplayFaces(
      study.units, study.territories, study.mesh, study.sectors, &places)
    let sectors = Self.sectorsOfCommune(study)
    placeOfCommune = study.figures.studiedCommunes.map {
      let commune = study.figures.communes[$0]
      return places.number(
        of: MapPlace(cpts: commune.cpts, zones: commune.zones, sectors: sectors[$0]))
    }
    self.places = places.places
    rows = PageRows(study.figures, study.sectors, places.places)
    map = DisplayMap(faces, study.mesh)
  }

  func json() -> JSONWriter {
    var json = JSONWriter.script()
    json.object { json in
      json.key("study")
      json.object(study.describe(in:))
      changes(in: &json)
      json.key("definitions")
      json.object(definitions)
      json.key("areas")
      json.object(areas)
      json.key("cpts")
      json.object(cpts)
      json.key("zones")
      json.object(zones)
      json.key("sectors")
      json.object(sectors)
      json.key("overlaps")
      json.object(overlaps)
      json.key("anomalies")
      json.object(anomalies)
      json.key("communes")
      json.object(communes)
      json.key("places")
      json.object { json in
        json.column("cpts", places) { $0.list($1.cpts.map(rows.row(ofCPTS:))) }
        json.column("zones", places) { $0.list($1.zones.map(\.raw)) }
        json.column("sectors", places) { $0.list($1.sectors.map(\.raw)) }
      }
      history(in: &json)
      json.key("map")
      json.object(map.describe(in:))
    }
    return json
  }

  private func definitions(_ json: inout JSONWriter) {
    for definition in Definition.allCases
    where (definition != .studyArea || !study.units.area.isWhole)
      && (definition != .since || since != nil)
    {
      json.column(
        definition.rawValue, [definition.title, definition.text(study.options)]
      ) { $0.wording($1) }
    }
  }

  private func areas(_ json: inout JSONWriter) {
    let isWhole = study.units.area.isWhole
    let columns = PageColumn.areas + (isWhole ? [] : [.peopleOutside])
    PageTable(tables.coverage(of: 0..<1), columns).describe(in: &json)
    var counts: [String: Int] = [:]
    let shown = study.coverage.filter { area in
      counts[area.level, default: 0] += 1
      return counts[area.level, default: 0] <= Self.mostAreas
    }
    json.strings("level", shown) { $0.level }
    json.strings("code", shown) { $0.code }
    json.strings("name", shown) { $0.name }
    if !isWhole { json.wholes(PageColumn.peopleOutside.name, shown) { $0.peopleOutside } }
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

  var tables: StudyTables { StudyTables(study, since) }

  private func cpts(_ json: inout JSONWriter) {
    let isWhole = study.units.area.isWhole
    let table = PageTable(
      tables.cpts(of: rows.cpts), PageColumn.cpts + (isWhole ? [] : [.peopleOutside]))
    table.describe(in: &json)
    table.values(table.columns.map(\.name) + ["seuil_proche"], in: &json)
    json.wholes("unknown", study.figures.cpts) { $0.unknownUnits }
    dividedByCPTS(in: &json)
    if !isWhole {
      json.key("studied")
      json.whole(rows.studiedCount)
    }
  }

  private func zones(_ json: inout JSONWriter) {
    let zones = study.figures.zones
    let limit = study.units.area.isWhole ? [] : [PageColumn.limit, .peopleOutside]
    let table = PageTable(tables.whiteZones(), PageColumn.zones + limit)
    table.describe(in: &json)
    table.values(
      [
        "zone", "statut", "population", "superficie_km2", "commune_principale", "nb_communes",
        "departements",
      ] + limit.map(\.name) + tables.historyColumns, in: &json)
    let sizes = study.options.rules.sizes
    json.wholes("size", zones) { zone in
      sizes.sizeClass(of: study.units.people(of: zone))
    }
    json.wholes("unknown", zones) { study.units.unknownCount(of: $0.units) }
    dividedByZones(in: &json)
    json.column("neighbours", zones) { json, zone in
      json.array { json in
        for neighbour in zone.neighbours {
          let before = study.figures.cpts[Int(neighbour.cpts)].people
          let after = before + study.units.people(of: zone)
          json.list([
            rows.row(ofCPTS: neighbour.cpts), Int32(clamping: Int(neighbour.metres.rounded())),
            Int32((neighbour.share * 10_000).rounded()),
            Int32(sizes.sizeClass(of: after) ?? 0),
          ])
        }
      }
    }
  }

  /// CPTS and communes are rows of their tables, so that a page holds their names once.
  private func overlaps(_ json: inout JSONWriter) {
    // The most populous ones are shown, in the order of their file.
    let all = study.figures.overlaps
    let shown = all.indices.sorted { (all[$1].population, $0) < (all[$0].population, $1) }
      .prefix(Self.mostRows).sorted()
    let table = PageTable(tables.overlaps(), PageColumn.overlaps)
    table.describe(in: &json)
    table.values(["qualification", "population", "superficie_km2"], rows: shown, in: &json)
    json.key("total")
    json.whole(all.count)
    json.wholes("first", shown) { Int(rows.row(ofCPTS: all[$0].first)) }
    json.wholes("second", shown) { Int(rows.row(ofCPTS: all[$0].second)) }
    json.column("communes", shown) {
      $0.list(rows.rows(ofCommunes: study.units.places(of: all[$1].units).communes))
    }
    let pages = Dictionary(
      uniqueKeysWithValues: ConciliationPages.all(of: study).map { ($0.place, $0.path) })
    json.strings("dossier", shown) { pages[$0] ?? "" }
  }

  /// Findings and treatments are in both languages, unlike those of the file.
  private func anomalies(_ json: inout JSONWriter) {
    let shown = study.anomalies.prefix(Self.mostRows)
    let table = PageTable(anomalyTable(shown, in: .french), PageColumn.anomalies)
    table.describe(in: &json)
    table.values(["gravite", "regle", "fichier", "ligne", "objet"], in: &json)
    json.wholes("totals", Anomaly.Severity.allCases) { severity in
      study.anomalies.count { $0.severity == severity }
    }
    json.column("constat", shown) { $0.list([$1.finding.french, $1.finding.english]) }
    json.column("traitement", shown) { $0.list([$1.treatment.french, $1.treatment.english]) }
  }

  private func communes(_ json: inout JSONWriter) {
    let communes = rows.communes.map { study.units.communes[$0] }
    let figures = rows.communes.map { study.figures.communes[$0] }
    let index = Dictionary(
      uniqueKeysWithValues: map.faces.departments.enumerated().map { ($1, $0) })
    let all = CommunePositions.all(study.units, study.mesh, map)
    let positions = rows.communes.map { all[$0] }
    json.strings("code", communes.indices) { communes[$0].code.text }
    json.strings("name", communes.indices) { communes[$0].name }
    json.wholes("department", communes.indices) { index[communes[$0].department] ?? 0 }
    json.wholes("population", figures.indices) { figures[$0].population }
    // Nearly every commune is covered as its stage says: only the others are listed.
    let whiteBelow = study.options.whiteBelow
    let divided = figures.indices.filter { row in
      let people = figures[row].population ?? 0
      return figures[row].covered != (figures[row].stage >= whiteBelow ? people : 0)
    }
    json.column("covered", divided) { json, row in
      json.list([Int32(row), Int32(clamping: figures[row].covered)])
    }
    json.wholes("stage", figures.indices) { figures[$0].stage.rawValue }
    json.wholes("place", placeOfCommune) { Int($0) }
    json.wholes("x", positions) { $0.map { Int($0.x) } }
    json.wholes("y", positions) { $0.map { Int($0.y) } }
  }
}
