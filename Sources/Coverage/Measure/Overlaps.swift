/// Two CPTS at `projet` or above that cover the same places.
struct Overlap: Sendable {
  enum Qualification: String, Sendable {
    /// Both health projects are validated, against the rule of one project a territory.
    case twoValidatedProjects = "deux_projets_valides"
    /// At least one project is earlier: conciliation (merge, or redraw both).
    case toConciliate = "a_concilier"
  }

  /// Indices of the CPTS, the first with the lower id.
  let first: Int32
  let second: Int32
  let qualification: Qualification
  var population = 0
  var squareMetres = 0.0
  /// Units in common, by code.
  var units: [Int32] = []
}

extension Overlap {
  /// Every overlapping pair, by ids.
  ///
  /// - Complexity: O(parts + parts in several CPTS × pairs among them).
  static func all(_ territories: Territories, _ mesh: Mesh) -> [Overlap] {
    var found: [Pair: Overlap] = [:]
    let active = territories.coverings.map { covering in
      covering.filter { territories.cpts[Int($0)].stage >= .project }
    }
    for part in territories.parts where active[Int(part.covering)].count > 1 {
      let cpts = active[Int(part.covering)]
      for (position, first) in cpts.enumerated() {
        for second in cpts[(position + 1)...] {
          let pair = Pair(first: first, second: second)
          var overlap = found[pair] ?? Overlap(pair, territories)
          overlap.population += part.population
          overlap.squareMetres += mesh.areas[Int(part.unit)] * part.areaShare
          if overlap.units.last != part.unit { overlap.units.append(part.unit) }
          found[pair] = overlap
        }
      }
    }
    return found.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }

  private init(_ pair: Pair, _ territories: Territories) {
    let lowest = min(
      territories.cpts[Int(pair.first)].stage, territories.cpts[Int(pair.second)].stage)
    first = pair.first
    second = pair.second
    qualification = lowest >= .validatedProject ? .twoValidatedProjects : .toConciliate
  }
}
