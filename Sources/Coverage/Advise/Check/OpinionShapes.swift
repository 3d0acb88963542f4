extension OpinionMaker {
  /// What the map of the opinion shows: the proposal, and what speaks against it.
  func mapShapes(
    _ effect: WhiteZoneEffect, _ contiguity: TerritoryContiguity
  ) -> [OpinionShape] {
    let proposal = OpinionShape(
      nature: .proposal, object: subject.proposal.id.text, name: subject.proposal.name,
      population: subject.population, squareMetres: subject.figures.squareMetres,
      pieces: subject.figures.pieces)
    let overlaps = after.figures.overlaps.compactMap { overlap -> OpinionShape? in
      guard overlap.first == subject.indexAfter || overlap.second == subject.indexAfter else {
        return nil
      }
      let other = overlap.first == subject.indexAfter ? overlap.second : overlap.first
      let cpts = after.territories[other]
      return OpinionShape(
        nature: .overlap, object: cpts.id.text, name: cpts.name, population: overlap.population,
        squareMetres: overlap.squareMetres, pieces: overlap.pieces)
    }
    let remnants = effect.touched.flatMap { $0.remnants }.map { remnant in
      let zone = after.figures.zones[remnant.zone]
      return OpinionShape(
        nature: .remnant, object: zone.id, name: ground.name(ofUnit: zone.mainUnit),
        population: zone.population, squareMetres: zone.squareMetres, pieces: zone.pieces)
    }
    let enclaves = contiguity.enclaves.map { enclave in
      OpinionShape(
        nature: .enclave, object: code(enclave.units),
        name: enclave.units.first.map { ground.name(ofUnit: $0) } ?? "",
        population: enclave.people, squareMetres: enclave.squareMetres, pieces: enclave.pieces)
    }
    return [proposal] + overlaps + remnants + uncovered(effect) + enclaves
  }

  private func uncovered(_ effect: WhiteZoneEffect) -> [OpinionShape] {
    guard !effect.uncovered.isEmpty else { return [] }
    var (pieces, squareMetres): ([Index<Piece>], Double) = ([], 0)
    for part in effect.uncovered {
      squareMetres += ground.mesh.areas[part.piece] * part.areaShare
      if pieces.last != part.piece { pieces.append(part.piece) }
    }
    let former = subject.former.map { territories[$0] }
    return [
      OpinionShape(
        nature: .uncovered, object: former?.id.text ?? "", name: former?.name ?? "",
        population: effect.newlyUncovered, squareMetres: squareMetres, pieces: pieces)
    ]
  }

  private func code(_ units: [Index<Unit>]) -> String {
    units.first.map { ground.units[$0].code.text } ?? ""
  }
}
