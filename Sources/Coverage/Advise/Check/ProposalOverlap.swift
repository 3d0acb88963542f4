/// What two proposals have in common: each is judged as if the other did not exist.
public struct ProposalOverlap: Sendable {
  /// Identifier of the one, which comes first.
  public let first: CPTSID
  /// Identifier of the other.
  public let second: CPTSID
  /// People in common; those of units of unknown population are not among them.
  public let people: Int
  /// Area in common, on the ellipsoid.
  public let squareMetres: Double
  /// Communes in common, by code.
  public let communes: [UnitCode]
  /// Units in common, by code.
  let units: [Index<Unit>]

  /// Every pair that has some land in common, by identifier.
  ///
  /// - Parameter proposals: by identifier.
  /// - Complexity: as `OverlapFinder.pairs`; pairs of proposals are a few hundred at most.
  static func all(_ study: Study, _ proposals: [Proposal]) throws(InputFault) -> [ProposalOverlap] {
    let indexOfID = study.territories.indexOfID()
    var place: [Index<DatedCPTS>: Int] = [:]
    for (number, proposal) in proposals.enumerated() {
      if let index = indexOfID[proposal.key] { place[index] = number }
    }
    let finder = OverlapFinder(
      study.territories, study.mesh, isDrawn: study.ground.isDrawn, SliverRule(study.options),
      study.bounds)
    let pairs = try finder.pairs(among: { place[$0] != nil }).compactMap { pair in
      finder.isCrumb(pair)
        ? nil
        : (
          places: [pair.first, pair.second].compactMap { place[$0] }.sorted(), pair: pair
        )
    }
    return pairs.sorted { $0.places.lexicographicallyPrecedes($1.places) }.map { places, pair in
      ProposalOverlap(
        first: proposals[places[0]].id, second: proposals[places[1]].id,
        people: pair.population, squareMetres: pair.squareMetres,
        communes: study.communeCodes(ofUnits: pair.units), units: pair.units)
    }
  }
}
