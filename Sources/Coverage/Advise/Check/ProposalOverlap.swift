/// What two proposals have in common: each is judged as if the other did not exist.
struct ProposalOverlap: Sendable {
  /// Numbers of the proposals, by identifier.
  let first: Int
  let second: Int
  var population = 0
  var squareMetres = 0.0
  /// Units in common, by code.
  var units: [Index<Unit>] = []

  /// Every pair that has some land in common, by identifier.
  ///
  /// - Parameter indices: number of each proposal in the study.
  /// - Complexity: O(parts × pairs of proposals over them), of which there are few hundreds.
  static func all(_ study: Study, _ indices: [Index<DatedCPTS>]) -> [ProposalOverlap] {
    let place = Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
    let proposed = study.territories.coverings.mapped { covering in
      covering.compactMap { place[$0] }.sorted()
    }
    var found: [SIMD2<Int>: ProposalOverlap] = [:]
    for part in study.territories.parts where proposed[part.covering].count > 1 {
      let members = proposed[part.covering]
      for (position, first) in members.enumerated() {
        for second in members[(position + 1)...] {
          let key = SIMD2(first, second)
          var overlap = found[key] ?? ProposalOverlap(first: first, second: second)
          overlap.population += part.population
          overlap.squareMetres += study.mesh.areas[part.piece] * part.areaShare
          if overlap.units.last != part.unit { overlap.units.append(part.unit) }
          found[key] = overlap
        }
      }
    }
    // Below a square metre it is the precision of a drawing.
    return found.values.filter {
      $0.population > 0 || $0.squareMetres >= Arrangement.leastSquareMetres
        || !study.ground.isDrawn[Int(indices[$0.first])]
          && !study.ground.isDrawn[Int(indices[$0.second])]
    }
    .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
