/// The tables of a study, with the columns of the contract.
struct StudyTables {
  let units: StudyUnits
  let territories: Territories
  let figures: StudyFigures
  let sizes: SizeRule
  let sectors: [Sector]
  /// What changed since an earlier report, where one is named.
  let history: StudyHistory?
  /// Whether a last column counts units of unknown population: asked of each row, found once.
  private let hasUnknownPeople: Bool

  init(_ study: Study, _ history: StudyHistory? = nil) {
    self.history = history
    units = study.units
    territories = study.territories
    figures = study.figures
    sizes = study.options.rules.sizes
    sectors = study.sectors
    hasUnknownPeople = study.units.haveUnknownPeople
  }

  /// In a study of some areas, a last column counts the people of a territory that its limit cuts off.
  ///
  /// - Parameter areas: those wanted, by their places; all of them by default.
  func coverage(of areas: Range<Int>? = nil) -> Table {
    var table = Table(
      "couverture",
      [
        "niveau", "code", "nom", "population_totale", "stade", "population_stade", "pct_stade",
        "population_cumulee", "pct_cumule",
      ] + outsideColumn)
    for area in figures.areas[areas ?? figures.areas.indices] {
      let total = area.breakdown.total
      func people(_ count: Int) -> (count: Cell, percent: Cell) {
        area.isKnown
          ? (.whole(count), .percent(of: count, in: total)) : (.whole(nil), .whole(nil))
      }
      for stage in Stage.allCases {
        let exclusive = people(area.breakdown[stage])
        let cumulative = people(area.breakdown.cumulative(stage))
        table.append(
          row: [
            .text(area.level), .code(area.code), .text(area.name), people(total).count,
            .text(stage.key), exclusive.count, exclusive.percent, cumulative.count,
            cumulative.percent,
          ], outsideCell(area.peopleOutside))
      }
    }
    return table
  }

  /// Where territories are drawn, four columns more say how sure the people covered are, and
  /// how many of them alignment added or took.
  func communes() -> Table {
    let drawn = figures.drawn
    let rows = figures.studiedCommunes
    var table = Table(
      "communes", rows: rows.count,
      [
        "code", "nom", "dep", "reg", "population", "stade", "population_couverte", "pct_couvert",
        "cpts", "zone_blanche",
      ]
        + (drawn == nil
          ? []
          : ["methode", "population_couverte_min", "population_couverte_max", "population_alignee"])
    )
    for index in rows {
      let (commune, figure) = (units.communes[index], figures.communes[index])
      let cells: [Cell] = [
        .code(commune.code.text), .text(commune.name), .code(commune.department),
        .code(commune.region), .whole(figure.population), .text(figure.stage.key),
        .whole(figure.population == nil ? nil : figure.covered),
        figure.population.map { .percent(of: figure.covered, in: $0) } ?? .whole(nil),
        .codes(figure.cpts.map { id($0) }),
        .codes(figure.zones.map { figures.zones[Int($0)].id }),
      ]
      let certainty: [Cell] =
        drawn.map { drawn in
          let sharing = drawn.sharing(of: commune.units)
          let isKnown = figure.population != nil
          return [
            .text(sharing.method.rawValue),
            .whole(isKnown ? figure.covered - sharing.below : nil),
            .whole(isKnown ? figure.covered + sharing.above : nil),
            .whole(isKnown ? drawn.aligned(of: commune.units) : nil),
          ]
        } ?? []
      table.append(row: cells, certainty)
    }
    return table
  }

  /// Where the population of some unit of the study is unknown, a last column counts those of the row: its
  /// people are then at least so many.
  var unknownColumn: [String] { hasUnknownPeople ? ["unites_sans_population"] : [] }

  func unknownCell(_ count: @autoclosure () -> Int) -> [Cell] {
    hasUnknownPeople ? [.whole(count())] : []
  }

  private var outsideColumn: [String] { units.area.isWhole ? [] : ["population_hors_etude"] }

  private func outsideCell(_ people: Int) -> [Cell] { units.area.isWhole ? [] : [.whole(people)] }

  /// With a grid, a column more gives the raw sum of its cells; in a study of some areas, the last one
  /// gives the people outside.
  func cpts() -> Table { cpts(of: figures.studiedCPTS) }

  /// - Parameter rows: CPTS wanted, by their places.
  func cpts(of rows: [Int]) -> Table {
    let hasGrid = figures.cpts.contains { $0.gridPopulation != nil }
    var table = Table(
      "cpts",
      [
        "cpts_id", "cpts_nom", "stade", "population", "taille", "seuil_proche", "nb_communes",
        "superficie_km2", "nb_parties", "departements", "regions", "population_partagee",
      ] + (hasGrid ? ["population_grille"] : [])
        + unknownColumn + outsideColumn)
    for index in rows {
      let (cpts, figure) = (territories.cpts[index], figures.cpts[index])
      let people = figure.people.figure
      let cells: [Cell] = [
        .code(cpts.id.text), .text(cpts.name), .text(cpts.stage.key), .whole(people),
        .whole(sizes.sizeClass(of: figure.people)), .whole(sizes.closeBound(figure.people)),
        .whole(figure.communes.count), .squareKilometres(figure.squareMetres),
        .whole(figure.groupCount), .codes(figure.departments), .codes(figure.regions),
        .whole(people.map { _ in figure.sharedPopulation }),
      ]
      table.append(
        row: cells, hasGrid ? [.decimal(figure.gridPopulation, decimals: 3)] : [],
        unknownCell(figure.unknownUnits), outsideCell(figure.peopleOutside))
    }
    return table
  }

  func overlaps() -> Table {
    var table = Table(
      "chevauchements",
      [
        "cpts_a", "cpts_b", "stade_a", "stade_b", "qualification", "population",
        "superficie_km2", "largeur_m", "pct_population_a", "pct_population_b", "communes",
      ])
    for overlap in figures.overlaps {
      let first = territories.cpts[Int(overlap.first)]
      let second = territories.cpts[Int(overlap.second)]
      let people = units.people(overlap.population, in: overlap.units).figure
      func part(of cpts: Index<DatedCPTS>) -> Cell {
        guard let people, let whole = figures.cpts[Int(cpts)].people.figure else {
          return .whole(nil)
        }
        return .percent(of: people, in: whole)
      }
      table.append(
        .code(first.id.text), .code(second.id.text), .text(first.stage.key),
        .text(second.stage.key), .text(overlap.qualification.rawValue),
        .whole(people), .squareKilometres(overlap.squareMetres),
        overlap.width.map { .decimal($0, decimals: 1) } ?? .whole(nil), part(of: overlap.first),
        part(of: overlap.second),
        .codes(communeCodes(units.places(of: overlap.units).communes)))
    }
    return table
  }

  func id(_ cpts: Index<DatedCPTS>) -> String { territories[cpts].id.text }

  func communeCodes(_ communes: [Int32]) -> [String] {
    communes.map { units.communes[Int($0)].code.text }
  }
}

/// The anomalies of a study as a table.
func anomalyTable(_ anomalies: ArraySlice<Anomaly>, in language: Language) -> Table {
  var table = Table(
    "anomalies", ["gravite", "regle", "fichier", "ligne", "objet", "constat", "traitement"])
  for anomaly in anomalies {
    table.append(
      .text(anomaly.severity.rawValue), .text(anomaly.rule.rawValue), .text(anomaly.file),
      .whole(anomaly.line), .code(anomaly.object), .text(anomaly.finding[language]),
      .text(anomaly.treatment[language]))
  }
  return table
}
