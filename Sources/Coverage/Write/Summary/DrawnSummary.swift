/// What `resume.json` says of drawn territories; nil where none is drawn.
enum DrawnSummary {
  static func json(of study: Study) -> JSON? {
    guard let drawn = study.figures.drawn, let division = study.ground.division,
      let ground = study.mesh.drawn
    else { return nil }
    let units = study.units.units
    let area = study.units.area
    let cut = study.mesh.units.filter { study.mesh.pieces.isDivided($0) && area.contains($0) }
    let methods = Dictionary(
      cut.map { (division.weights.methods[$0].rawValue, 1) }, uniquingKeysWith: +)
    let closure = ground.closure
    return [
      "dessins": .whole(division.cptsOfDrawing.count),
      "unites_coupees": .whole(cut.count),
      // Cut units by the method that shared out their people.
      "unites_par_methode": .object(methods.map { ($0, .whole($1)) }),
      "alignement": alignment(drawn.alignment),
      "intervalles": intervals(study.coverage[0].breakdown, drawn.intervals),
      // The largest difference between a unit and the sum of the faces that drawings make of it.
      "fermeture": [
        "unite": closure.unit.map { .text(study.units[$0].code.text) },
        "ecart_m2": .rounded(closure.squareMetres),
      ],
      "unites_douteuses": .texts(
        ground.doubtfulUnits.filter { area.contains($0) }.map { units[Int($0)].code.text }),
      "liseres": slivers(drawn, in: study),
      "verification": study.ground.check.map { verification($0, division.cptsOfDrawing, study) },
    ]
  }

  /// What slivers that cut no unit any more moved: pieces, units that are whole again, people, land.
  private static func alignment(_ figures: AlignmentFigures) -> JSON {
    [
      "morceaux": .whole(figures.pieceCount), "unites": .whole(figures.unitCount),
      "population": .whole(figures.people),
      "superficie_km2": .rounded(figures.squareMetres / 1e6),
      "dessins_equivalents_listes": .whole(figures.territories.count { $0.isList }),
    ]
  }

  /// Fewest and most people at each stage or above, whatever the distribution inside cut units.
  private static func intervals(
    _ breakdown: StageBreakdown, _ intervals: CoverageIntervals
  ) -> JSON {
    .object(
      Stage.allCases.dropFirst().map { stage in
        let people = breakdown.cumulative(stage)
        let slack = intervals.slack(from: stage)
        return (
          stage.key,
          [
            "population": .whole(people), "min": .whole(people - slack.below),
            "max": .whole(people + slack.above),
          ]
        )
      })
  }

  private static func slivers(_ drawn: DrawnFigures, in study: Study) -> JSON {
    let (overlaps, strips) = (drawn.overlapCrumbs, drawn.stripCrumbs)
    return [
      "largeur_m": .number(study.options.sliverWidth),
      "population": .whole(study.options.sliverPeople),
      "chevauchements": .whole(study.figures.overlaps.count { $0.qualification == .sliver }),
      "non_couverts": .whole(drawn.strips.count),
      "population_non_couverte": .whole(drawn.strips.reduce(0) { $0 + $1.population }),
      "superficie_non_couverte_km2": .rounded(
        drawn.strips.reduce(0) { $0 + $1.squareMetres } / 1e6),
      // Places below a square metre, the precision of the drawing, which no file lists.
      "infimes": [
        "chevauchements": .whole(overlaps.count),
        "chevauchements_m2": .rounded(overlaps.squareMetres),
        "non_couverts": .whole(strips.count), "non_couverts_m2": .rounded(strips.squareMetres),
      ],
      "sensibilite": .array(
        drawn.sensitivity.map { row in
          [
            "largeur_m": .number(row.rule.width), "population": .whole(row.rule.people),
            "chevauchements_liseres": .whole(row.overlaps),
            "morceaux_non_couverts_etroits": .whole(row.uncoveredPieces),
          ]
        }),
    ]
  }

  /// What overlays by GEOS found, with `--verify`.
  private static func verification(
    _ check: OverlayCheck, _ cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>, _ study: Study
  ) -> JSON {
    [
      "unites": .whole(check.unitCount), "comparaisons": .whole(check.comparisons),
      "plus_grand_ecart_m2": .rounded(check.largest), "liseres": .whole(check.sliverCount),
      "liseres_plus_larges": .texts(
        Set(check.wideSlivers).sorted().map { study.units[$0].code.text }),
      "ecarts": .array(
        check.differences.map { difference in
          [
            "unite": .text(study.units[difference.unit].code.text),
            // A CPTS, or a stage: all drawings at that stage or above.
            "objet": .text(difference.place.name(cptsOfDrawing, study.territories.cpts)),
            "arrangement_m2": .rounded(difference.arranged),
            "superposition_m2": .rounded(difference.overlaid),
          ]
        }),
    ]
  }
}

extension OverlayCheck.Place {
  fileprivate func name(
    _ cptsOfDrawing: Column<Drawing, Index<DatedCPTS>>, _ cpts: [DatedCPTS]
  ) -> String {
    switch self {
    case .drawing(let drawing): cpts[Int(cptsOfDrawing[drawing])].id.text
    case .stage(let stage): stage.key
    }
  }
}

/// CPTS given both as a list and as a drawing, compared: in `resume.json` where territories are drawn.
enum ReconciliationSummary {
  static func json(of study: Study) -> JSON? {
    study.figures.drawn.map { drawn in .array(drawn.reconciliations.map { comparison($0, study) }) }
  }

  private static func comparison(_ comparison: Reconciliation, _ study: Study) -> JSON {
    func codes(_ communes: [Int32]) -> JSON {
      .texts(communes.map { study.units.communes[Int($0)].code.text })
    }
    let (listed, drawn, both) = (comparison.listed, comparison.drawn, comparison.both)
    return [
      "cpts_id": .text(study.territories.cpts[Int(comparison.cpts)].id.text),
      "population_liste": .whole(listed.people),
      "population_dessin": .whole(drawn.people),
      "population_commune": .whole(both.people),
      "superficie_liste_km2": .rounded(listed.squareMetres / 1e6),
      "superficie_dessin_km2": .rounded(drawn.squareMetres / 1e6),
      "superficie_commune_km2": .rounded(both.squareMetres / 1e6),
      "communes_liste_seule": codes(comparison.communesListedOnly),
      "communes_dessin_seul": codes(comparison.communesDrawnOnly),
    ]
  }
}
