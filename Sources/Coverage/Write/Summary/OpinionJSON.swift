/// Every opinion as JSON, for scripts: all figures, and all names.
enum OpinionJSON {
  /// - Complexity: O(names).
  static func json(of all: Opinions) -> JSON {
    let study = all.study
    let options = study.options
    let source = study.units.populationSource
    return [
      "version": .text(toolkitVersion),
      "titre": .text(options.title),
      "date_etude": .text(options.at.description),
      "compte_a_partir_de": .text(options.whiteBelow.key),
      "unites": StudySummary.units(of: study),
      "population": [
        "source": .text(source.statement.french), "annee": source.year.map { .whole($0) } ?? .null,
        "fichier": .text(source.file), "colonne": .text(source.column),
      ],
      "regles": OptionsSummary.rules(options),
      "conventions": conventions(options),
      "entrees": .array(
        study.digests.map {
          ["chemin": .text($0.path), "octets": .whole($0.bytes), "sha256": .text($0.sha256)]
        }),
      "avis": .array(all.opinions.map { opinion($0) }),
      "entre_propositions": .array(all.mutual.map { mutual($0) }),
      "portee": .text(Opinions.lastLine),
    ]
  }

  private static func conventions(_ options: StudyOptions) -> JSON {
    let sizes = options.rules.sizes
    let range = options.optionRules.range(sizes)
    return [
      "plus_petite_taille": .whole(range.lowerBound),
      "plus_grande_taille": .whole(range.upperBound),
      "plus_grand_reliquat": .whole(options.remnantLargest),
      "borne_proche_pct": .whole(sizes.nearPercent),
      "mer_km": .whole(OpinionConvention.widestSeaKilometres),
      "coherence_pct": .whole(OpinionConvention.coherentPercent),
      "habituel_pct": .whole(OpinionConvention.usualPercent),
      "cpts_a_comparer": .whole(OpinionConvention.fewestCompared),
      "population_incertaine_pct": .whole(OpinionConvention.sharedPercent),
    ]
  }

  private static func opinion(_ opinion: Opinion) -> JSON {
    let (proposal, figures) = (opinion.proposal, opinion.figures)
    return [
      "id": .text(proposal.id.text), "nom": .text(proposal.name), "fichier": .text(proposal.file),
      "ligne": .cell(.whole(proposal.line)), "forme": .text(proposal.form),
      "nouveau_perimetre_de": opinion.former.map { .text($0.id.text) } ?? .null,
      "stade_declare": opinion.stage.map { .text($0.key) } ?? .null,
      "population": .cell(.whole(figures.people.figure)),
      "superficie_km2": .cell(.squareKilometres(figures.squareMetres)),
      "nb_communes": .whole(opinion.communes.count),
      "taille": .cell(.whole(opinion.sizeClass)),
      "constats": .object(OpinionFinding.allCases.map { ($0.key, .whole(opinion.count($0))) }),
      "criteres": .array(opinion.criteria.map { criterion($0) }),
      "communes": .texts(opinion.communes.map(\.text)),
    ]
  }

  private static func criterion(_ criterion: OpinionCriterion) -> JSON {
    [
      "critere": .text(criterion.kind.rawValue), "titre": .text(criterion.kind.title),
      "constat": .text(criterion.finding.rawValue), "raison": .text(criterion.reason),
      "chiffres": .object(criterion.figures.map { ($0.key, .cell($0.value)) }),
      "details": .object(criterion.tables.map { ($0.key, $0.json) }),
      "notes": .texts(criterion.notes), "texte": .text(criterion.kind.basis),
      "ne_voit_pas": .text(criterion.kind.blindSpot),
    ]
  }

  private static func mutual(_ pair: ProposalOverlap) -> JSON {
    [
      "proposition_a": .text(pair.first.text),
      "proposition_b": .text(pair.second.text),
      "population": .whole(pair.people),
      "superficie_km2": .cell(.squareKilometres(pair.squareMetres)),
      "communes": .texts(pair.communes.map(\.text)),
    ]
  }
}
