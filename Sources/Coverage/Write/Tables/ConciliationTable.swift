/// What two CPTS that cover one place can do about it: a row a way, and who keeps whom.
struct ConciliationTable {
  private let study: Study
  private let conciliations: Conciliations

  /// - Complexity: O(parts + units).
  init(_ study: Study) {
    self.study = study
    conciliations = Conciliations(
      study.territories, study.units, study.mesh,
      livingAreas: study.units.livingAreaColumn.flatMap { study.units.attributes[$0] })
  }

  /// - Parameter rows: overlaps, by their places.
  func table(of rows: Range<Int>) -> Table {
    var table = Table(
      "conciliations",
      [
        "cpts_a", "cpts_b", "situation", "voie", "population", "population_a", "population_b",
        "population_indecise", "population_apres_a", "taille_apres_a", "population_apres_b",
        "taille_apres_b", "communes_a", "communes_b", "communes_indecises", "source",
      ])
    for overlap in study.figures.overlaps[rows] {
      for way in conciliations.ways(of: overlap) { append(way, overlap, to: &table) }
    }
    return table
  }

  private func append(_ way: Conciliation, _ overlap: Overlap, to table: inout Table) {
    let (first, second) = (study.territories[overlap.first], study.territories[overlap.second])
    let after = Self.after(way, overlap, study)
    table.append(
      .code(first.id.text), .code(second.id.text),
      .text(OverlapSituation(first.stage, second.stage).rawValue), .text(way.way.rawValue),
      .whole(study.units.people(way.people, in: overlap.units).figure), people(way.first),
      people(way.second), people(way.undecided), .whole(after.first?.figure),
      size(after.first), .whole(after.second?.figure), size(after.second), communes(way.first),
      communes(way.second),
      communes(way.undecided), .text(way.way.source[study.options.language]))
  }

  /// People of both once the way is gone; of one project all of both, in the first.
  static func after(
    _ way: Conciliation, _ overlap: Overlap, _ study: Study
  ) -> (first: CountedPeople?, second: CountedPeople?) {
    let first = study.figures.cpts[Int(overlap.first)].people
    let second = study.figures.cpts[Int(overlap.second)].people
    guard first.known != .none, second.known != .none else { return (nil, nil) }
    if way.way == .oneProject {
      let both = first + second
      return (CountedPeople(count: both.count - overlap.population, known: both.known), nil)
    }
    func left(of whole: CountedPeople, without gone: Conciliation.Share) -> CountedPeople {
      CountedPeople(count: whole.count - gone.people, known: whole.known)
    }
    return (left(of: first, without: way.second), left(of: second, without: way.first))
  }

  private func size(_ people: CountedPeople?) -> Cell {
    .whole(people.flatMap { study.options.rules.sizes.sizeClass(of: $0) })
  }

  private func people(_ share: Conciliation.Share) -> Cell {
    .whole(study.units.people(share.people, in: share.units).figure)
  }

  private func communes(_ share: Conciliation.Share) -> Cell {
    .codes(
      study.units.places(of: share.units).communes.map {
        study.units.communes[Int($0)].code.text
      })
  }
}
