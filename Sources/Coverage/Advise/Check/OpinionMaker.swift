/// Applies every criterion to one proposal.
struct OpinionMaker: Sendable {
  let ground: OpinionGround
  let subject: ProposedTerritory

  var study: Study { ground.study }
  var after: Study { subject.after }
  var options: StudyOptions { ground.options }
  var territories: Territories { study.territories }

  /// - Complexity: O(edges + parts), beside what the study after cost.
  func opinion() -> Opinion {
    let whiteZones = whiteZoneEffect()
    let contiguity = TerritoryContiguity(ground, subject)
    return Opinion(
      proposal: subject.proposal, former: subject.former.map { territories[$0] },
      stage: subject.proposal.record.stage(at: options.at), figures: subject.figures,
      communes: study.codes(ofCommunes: subject.figures.communes),
      sizeClass: options.rules.sizes.sizeClass(of: subject.people),
      criteria: [
        overlap(), self.contiguity(contiguity), self.whiteZones(whiteZones),
        sectors(sectorEffect()), size(), livingAreas(), intercommunalities(), limits(),
        compactness(), codes(), population(),
      ],
      shapes: mapShapes(whiteZones, contiguity))
  }

  /// Parts of the proposal.
  var parts: [Part] { subject.parts.map { territories.parts[$0] } }

  /// What keeps the figures before from being those of the study without a proposal that cuts communes.
  var notesOfDrawing: [String] {
    guard subject.proposal.isDrawn, parts.contains(where: { !study.mesh.pieces.isWhole($0.piece) })
    else { return [] }
    return [
      "Le dessin proposé coupe la carte dès avant : les habitants des communes qu’il coupe sont "
        + "répartis par parts, et une bande étroite qu’il laisse peut être un liseré. Les chiffres "
        + "« avant » peuvent donc s’écarter de ceux de l’étude sans lui (zones_blanches.csv, "
        + "secteurs.csv)."
    ]
  }

  /// Communes of some parts with their people, the most populous first.
  func communes(of parts: some Sequence<Part>) -> [(commune: Int32, people: Int)] {
    var people: [Int32: Int] = [:]
    for part in parts {
      people[ground.units[part.unit].commune, default: 0] += part.population
    }
    return people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// Names of the communes of some parts, the most populous first.
  func names(of parts: some Sequence<Part>) -> [String] {
    communes(of: parts).map { ground.name(ofCommune: $0.commune) }
  }
}

/// A place of the map of an opinion.
struct OpinionShape: Sendable {
  /// The raw value is the word in the file.
  enum Nature: String, Sendable {
    case proposal = "proposition"
    case overlap = "chevauchement"
    case remnant = "reliquat"
    case uncovered = "decouvert"
    case enclave
  }

  let nature: Nature
  /// A CPTS, a zone, or a commune.
  let object: String
  let name: String
  let population: Int
  let squareMetres: Double
  let pieces: [Index<Piece>]
}
