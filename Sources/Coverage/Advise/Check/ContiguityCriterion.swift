extension OpinionMaker {
  /// Whether the territory is in one piece, and what it leaves inside.
  func contiguity(_ found: TerritoryContiguity) -> OpinionCriterion {
    let strays = Array(found.groups.dropFirst())
    var tables: [OpinionTable] = []
    if !strays.isEmpty { tables.append(table(ofStrays: strays)) }
    if !found.enclaves.isEmpty { tables.append(table(ofEnclaves: found.enclaves)) }
    let (finding, reason) = judged(found, strays)
    return OpinionCriterion(
      kind: .contiguity, finding: finding, reason: reason,
      figures: [
        OpinionFigure("nb_parties", "parties", .whole(found.groups.count)),
        OpinionFigure(
          "population_a_part", "habitants hors de la partie principale",
          .whole(strays.reduce(0) { $0 + $1.people })),
        OpinionFigure("nb_enclaves", "enclaves", .whole(found.enclaves.count)),
        OpinionFigure(
          "population_enclavee", "habitants enclavés",
          .whole(found.enclaves.reduce(0) { $0 + $1.people })),
      ], tables: tables, notes: notes(found, strays))
  }

  /// The sea is no gap, as far as it is narrow.
  private func isIsland(_ stray: TerritoryContiguity.Group) -> Bool {
    guard stray.between == nil, let metres = stray.metres else { return false }
    return metres <= Double(OpinionConvention.widestSeaKilometres) * 1000
  }

  private func judged(
    _ found: TerritoryContiguity, _ strays: [TerritoryContiguity.Group]
  ) -> (OpinionFinding, String) {
    guard !found.groups.isEmpty else {
      return (.notAssessed, "Aucune commune de la proposition n’a de carte.")
    }
    var reasons: [String] = []
    let islands = strays.filter { isIsland($0) }
    let behindGaps = strays.filter { $0.between != nil }
    let far = strays.filter { $0.between == nil && !isIsland($0) }
    if !behindGaps.isEmpty {
      reasons.append(
        "\(names(of: behindGaps)) : à part, derrière des communes qui ne sont pas de la proposition."
      )
    }
    if !far.isEmpty {
      reasons.append(
        "\(names(of: far)) : au-delà de la mer ou des limites de la carte, à plus de "
          + "\(OpinionConvention.widestSeaKilometres) km.")
    }
    if !found.enclaves.isEmpty {
      reasons.append(
        "\(names(of: found.enclaves)) : "
          + (found.enclaves.count == 1 ? "enclave que" : "enclaves que")
          + " la proposition entoure sans la comprendre.")
    }
    if !reasons.isEmpty { return (.toExamine, reasons.joined(separator: " ")) }
    return islands.isEmpty
      ? (.favourable, "D’un seul tenant, sans enclave.")
      : (.favourable, "D’un seul tenant à la mer près : \(names(of: islands)).")
  }

  private func names(of groups: [TerritoryContiguity.Group]) -> String {
    ShownName.list(groups.flatMap { ground.communes(of: $0.units) }, most: 4)
  }

  private func table(ofStrays strays: [TerritoryContiguity.Group]) -> OpinionTable {
    OpinionTable(
      "parties", "Ce qui est à part de la partie principale",
      [
        .init("communes", "communes"), .init("population", "habitants"),
        .init("distance_km", "distance (km)"), .init("separation", "séparation"),
        .init("communes_entre", "communes entre les deux"),
      ],
      strays.map { stray in
        [
          .codes(ground.communes(of: stray.units)), .whole(stray.people),
          .kilometres(stray.metres), .text(separation(of: stray)),
          .codes(
            (stray.between ?? []).map {
              ground.name(ofCommune: ground.units[$0].commune)
            }),
        ]
      })
  }

  private func separation(of stray: TerritoryContiguity.Group) -> String {
    if stray.between == nil {
      return isIsland(stray) ? "mer" : "mer ou limite de la carte, trop loin"
    }
    return stray.metres == 0 ? "un point commun seulement" : "autres communes"
  }

  private func table(ofEnclaves enclaves: [TerritoryContiguity.Group]) -> OpinionTable {
    OpinionTable(
      "enclaves", "Enclaves",
      [
        .init("communes", "communes"), .init("population", "habitants"),
        .init("superficie_km2", "km²"), .init("cpts", "CPTS qui les couvrent"),
      ],
      enclaves.map { enclave in
        [
          .codes(ground.communes(of: enclave.units)), .whole(enclave.people),
          .squareKilometres(enclave.squareMetres), .codes(cpts(over: enclave.pieces)),
        ]
      })
  }

  /// Names of the CPTS at `projet` or above over some pieces, after the change.
  private func cpts(over pieces: [Index<Piece>]) -> [String] {
    var found: Set<Index<DatedCPTS>> = []
    for piece in pieces {
      for part in ground.partsOfPiece[piece] {
        found.formUnion(territories.coverings[territories.parts[part].covering])
      }
    }
    return found.sorted().filter { $0 != subject.former }
      .map { territories[$0] }.filter { $0.stage >= .project }.map { $0.shownName }
  }

  private func notes(
    _ found: TerritoryContiguity, _ strays: [TerritoryContiguity.Group]
  ) -> [String] {
    var notes: [String] = []
    if strays.contains(where: { $0.between == nil }) {
      notes.append(
        "Une partie qu’aucun chemin de commune en commune ne relie est au-delà de la mer. Jusqu’à "
          + "\(OpinionConvention.widestSeaKilometres) km c’est une île du territoire : convention "
          + "de l’outil.")
    }
    if !found.unlocated.isEmpty {
      notes.append(
        "Sans carte, donc non jugées : "
          + ShownName.list(ground.communes(of: found.unlocated), most: 6) + ".")
    }
    return notes
  }
}
