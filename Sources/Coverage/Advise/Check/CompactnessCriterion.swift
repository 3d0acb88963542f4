extension OpinionMaker {
  /// How wide and how compact the territory is, beside the CPTS of the study: no text sets a limit.
  func compactness() -> OpinionCriterion {
    var measure = ShapeMeasure(ground.mesh, ground.points)
    guard let shape = measure.shape(of: parts) else {
      return OpinionCriterion(
        kind: .compactness, finding: .notAssessed,
        reason: "Aucune commune de la proposition n’a de carte.")
    }
    let others = ground.shapes.indices.filter { Index($0) != subject.former }
      .compactMap { ground.shapes[$0] }
    let ranks = ShapeRanks(shape, among: others)
    let (finding, reason) = judged(shape, ranks)
    return OpinionCriterion(
      kind: .compactness, finding: finding, reason: reason,
      figures: figures(shape, ranks),
      notes: [
        "Les distances sont à vol d’oiseau, entre points moyens des communes. La compacité de "
          + "Polsby et Popper va de 0 à 1, pour un disque ; une côte découpée l’abaisse.",
        "Inhabituel : au-delà de \(OpinionConvention.usualPercent) % des CPTS de l’étude au stade "
          + "« projet » ou au-delà ; il en faut \(OpinionConvention.fewestCompared) pour comparer. "
          + "Ces seuils sont des conventions de l’outil.",
      ])
  }

  private func figures(_ shape: TerritoryShape, _ ranks: ShapeRanks) -> [OpinionFigure] {
    [
      OpinionFigure("etendue_km", "étendue (km)", .kilometres(shape.extent)),
      OpinionFigure(
        "commune_principale", "commune la plus peuplée", .text(ground.name(ofUnit: shape.mainUnit))),
      OpinionFigure(
        "distance_moyenne_km", "distance moyenne des habitants à celle-ci (km)",
        .kilometres(shape.meanMetres)),
      OpinionFigure(
        "commune_la_plus_eloignee", "commune la plus éloignée",
        .text(ground.name(ofUnit: shape.farthestUnit))),
      OpinionFigure("distance_max_km", "à (km)", .kilometres(shape.farthestMetres)),
      OpinionFigure("compacite", "compacité", .decimal(shape.compactness, decimals: 3)),
      OpinionFigure("perimetre_km", "périmètre (km)", .kilometres(shape.perimeter)),
      OpinionFigure("cpts_comparees", "CPTS comparées", .whole(ranks.count)),
      OpinionFigure(
        "pct_moins_etendues", "dont moins étendues",
        .percent(of: ranks.lessExtended, in: ranks.count)),
      OpinionFigure(
        "pct_moins_eloignees", "aux habitants moins éloignés",
        .percent(of: ranks.lessDistant, in: ranks.count)),
      OpinionFigure(
        "pct_plus_compactes", "plus compactes",
        .percent(of: ranks.moreCompact, in: ranks.count)),
    ]
  }

  private func judged(
    _ shape: TerritoryShape, _ ranks: ShapeRanks
  ) -> (OpinionFinding, String) {
    let extent = NumberText.decimal(shape.extent / 1000, 1)
    let measured =
      "\(extent) km d’un bout à l’autre ; les habitants sont en moyenne à "
      + "\(NumberText.decimal(shape.meanMetres / 1000, 1)) km de la commune la plus peuplée "
      + "(\(ShownName.shortened(ground.name(ofUnit: shape.mainUnit))))."
    guard ranks.count >= OpinionConvention.fewestCompared else {
      return (.notAssessed, measured + " Trop peu de CPTS pour comparer.")
    }
    var unusual: [String] = []
    func add(_ lower: Int, _ words: String) {
      guard lower * 100 > ranks.count * OpinionConvention.usualPercent else { return }
      unusual.append("\(words) que \(lower * 100 / ranks.count) %")
    }
    add(ranks.lessExtended, "plus étendu")
    add(ranks.lessDistant, "plus éloigné de sa commune principale")
    add(ranks.moreCompact, "moins compact")
    return unusual.isEmpty
      ? (.favourable, measured + " C’est habituel parmi les CPTS de l’étude.")
      : (
        .toExamine,
        measured + " Inhabituel : \(unusual.joined(separator: ", ")) des CPTS de l’étude."
      )
  }
}

/// Where a shape stands among others: how many are on the better side of it.
struct ShapeRanks: Sendable {
  let count: Int
  let lessExtended: Int
  let lessDistant: Int
  let moreCompact: Int

  init(_ shape: TerritoryShape, among others: [TerritoryShape]) {
    count = others.count
    lessExtended = others.count { $0.extent < shape.extent }
    lessDistant = others.count { $0.meanMetres < shape.meanMetres }
    moreCompact = others.count { $0.compactness > shape.compactness }
  }
}
