extension OpinionMaker {
  /// One territory, one health project: what the proposal has in common with CPTS that are there.
  func overlap() -> OpinionCriterion {
    let own = after.figures.overlaps.filter {
      $0.first == subject.indexAfter || $0.second == subject.indexAfter
    }
    let found = own.sorted { left, right in
      (left.qualification.rank, right.population, other(left))
        < (right.qualification.rank, left.population, other(right))
    }
    let (finding, reason) = judged(found)
    let unique = Set(found.flatMap { $0.pieces })
    let shared = parts.filter { unique.contains($0.piece) && isShared($0) }
    return OpinionCriterion(
      kind: .overlap, finding: finding, reason: reason,
      figures: [
        OpinionFigure("nb_cpts", "CPTS chevauchées", .whole(found.count)),
        OpinionFigure(
          "population", "habitants en commun, chacun une fois",
          .whole(shared.reduce(0) { $0 + $1.population })),
        OpinionFigure(
          "pct_population", "part de la proposition",
          .percent(of: shared.reduce(0) { $0 + $1.population }, in: subject.population)),
      ],
      tables: found.isEmpty ? [] : [table(found)], notes: overlapNotes(found))
  }

  private func other(_ overlap: Overlap) -> Index<DatedCPTS> {
    overlap.first == subject.indexAfter ? overlap.second : overlap.first
  }

  /// Whether a CPTS that is there, at `projet` or above, covers a part after the change.
  private func isShared(_ part: Part) -> Bool {
    territories.coverings[part.covering].contains { cpts in
      cpts != subject.former && territories[cpts].stage >= .project
    }
  }

  private func judged(_ found: [Overlap]) -> (OpinionFinding, String) {
    func named(_ qualification: OverlapQualification) -> [String] {
      found.filter { $0.qualification == qualification }
        .map { after.territories[other($0)].shownName }
    }
    let (validated, earlier) = (named(.twoValidatedProjects), named(.toConciliate))
    if let first = found.first, !validated.isEmpty {
      let people = NumberText.count(first.population, "habitant est", "habitants sont")
      return (
        .againstRule,
        validated.count == 1
          ? "\(people) déjà dans le territoire de \(validated[0]), dont le projet de santé est "
            + "validé : un territoire n’a qu’un projet."
          : "Le projet de santé de \(NumberText.whole(validated.count)) CPTS chevauchées est déjà "
            + "validé (\(ShownName.list(validated, most: 3))) : un territoire n’a qu’un projet."
      )
    }
    if !earlier.isEmpty {
      return (
        .toExamine,
        "\(ShownName.list(earlier, most: 3)) \(earlier.count == 1 ? "est" : "sont") en amont d’un "
          + "projet validé : une conciliation est à conduire (fusion, ou nouveau tracé des deux)."
      )
    }
    return found.isEmpty
      ? (.favourable, "Aucune CPTS au stade « projet » ou au-delà n’est chevauchée.")
      : (.favourable, "Seuls des lisérés sont en commun : c’est du bruit de dessin.")
  }

  private func table(_ found: [Overlap]) -> DocumentTable {
    DocumentTable(
      "cpts", "CPTS chevauchées",
      [
        .init("", "CPTS"), .init("cpts_id", ""), .init("cpts_nom", ""), .init("stade", "stade"),
        .init("qualification", "qualification"), .init("population", "habitants"),
        .init("superficie_km2", "km²"), .init("pct_proposition", "part de la proposition"),
        .init("pct_cpts", "part de la CPTS"), .init("communes", "communes"),
      ],
      found.map { overlap in
        let cpts = after.territories[other(overlap)]
        let people = after.figures.cpts[Int(other(overlap))].population
        return [
          .text(cpts.shownName), .code(cpts.id.text), .text(cpts.name), .text(cpts.stage.key),
          .text(overlap.qualification.words), .whole(overlap.population),
          .squareKilometres(overlap.squareMetres),
          .percent(of: overlap.population, in: subject.population),
          .percent(of: overlap.population, in: people),
          .codes(ground.communes(of: overlap.units)),
        ]
      })
  }

  private func overlapNotes(_ found: [Overlap]) -> [String] {
    var notes: [String] = []
    let swallowed = found.filter { overlap in
      let figures = after.figures.cpts[Int(other(overlap))]
      return overlap.population == figures.population
        && overlap.squareMetres >= figures.squareMetres * 0.99
    }
    if !swallowed.isEmpty {
      let names = swallowed.map { after.territories[other($0)].shownName }
      notes.append(
        "Tout entière dans la proposition : \(ShownName.list(names, most: 3)). Si la proposition en "
          + "est le nouveau périmètre, donnez-lui cet identifiant.")
    }
    if let former = subject.former {
      notes.append(
        "Le périmètre actuel de \(territories[former].shownName) "
          + "(\(NumberText.whole(study.figures.cpts[Int(former)].population)) habitants) est "
          + "remplacé par la proposition : il ne compte pas comme un chevauchement.")
    }
    let name = folded(subject.proposal.name)
    let namesakes = territories.cpts.indices.filter { index in
      let cpts = territories.cpts[index]
      return subject.former == nil && cpts.stage >= .project && folded(cpts.name) == name
    }
    notes += namesakes.prefix(3).map { index in
      "\(territories.cpts[index].shownName) porte le même nom : si la proposition en est le nouveau "
        + "périmètre, donnez-lui cet identifiant."
    }
    return notes
  }
}

extension OverlapQualification {
  /// As the opinion says it: the other project is validated, or is earlier.
  fileprivate var words: String {
    switch self {
    case .twoValidatedProjects: "projet validé"
    case .toConciliate: "à concilier"
    case .sliver: "liseré"
    }
  }

  /// The gravest first.
  fileprivate var rank: Int {
    switch self {
    case .twoValidatedProjects: 0
    case .toConciliate: 1
    case .sliver: 2
    }
  }
}
