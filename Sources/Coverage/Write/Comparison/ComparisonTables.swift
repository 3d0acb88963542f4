/// The tables of a comparison, with the columns of the contract.
struct ComparisonTables {
  let comparison: Comparison

  var before: Snapshot { comparison.before }
  var after: Snapshot { comparison.after }

  /// The indicator by cause: one row an area and cause that is not nought.
  func variation() -> Table {
    var table = Table("variation", ["niveau", "code", "nom", "cause", "population", "points"])
    for area in comparison.waterfalls {
      for step in area.steps {
        table.append(
          .text(area.level), .code(area.code), .text(area.name), .text(step.cause.rawValue),
          .whole(step.people), .points(step.points))
      }
    }
    return table
  }

  /// How each number opens into communes: one row a commune, or communes that movements join, and cause.
  func communes() -> Table {
    var table = Table(
      "communes_variation", rows: comparison.changes.count,
      [
        "code", "nom", "dep", "reg", "cause", "population", "cpts", "stade_avant", "stade_apres",
        "population_avant", "population_apres", "couverte_avant", "couverte_apres",
      ])
    for change in comparison.changes {
      let group = comparison.ground.groups[Int(change.group)]
      let old = group.before.map { before.communes[Int($0)] }
      let new = group.after.map { after.communes[Int($0)] }
      let cpts =
        change.cpts < 0
        ? "" : (change.people > 0 ? after : before).cpts[Int(change.cpts)].id.text
      table.append(
        .codes(new.map(\.code.text)), .text(new.map(\.name).joined(separator: ", ")),
        .code(change.department), .code(change.region), .text(change.cause.rawValue),
        .whole(change.people), .code(cpts), .text(old.highestStage), .text(new.highestStage),
        .whole(old.people), .whole(new.people), .whole(old.peopleCovered),
        .whole(new.peopleCovered))
    }
    return table
  }

  /// CPTS before and after.
  func cpts() -> Table {
    var table = Table(
      "cpts_variation", rows: comparison.cpts.count,
      [
        "cpts_avant", "cpts_apres", "cpts_nom", "variation", "stade_avant", "stade_apres",
        "population_avant", "population_apres", "population_gagnee", "population_perdue",
        "communes_gagnees", "communes_perdues", "taille_avant", "taille_apres", "euros_avant",
        "euros_apres", "apparie_par",
      ])
    for row in comparison.cpts {
      let (old, new) = (row.before, row.after)
      table.append(
        .code(old?.id.text ?? ""), .code(new?.id.text ?? ""), .text((new ?? old)?.name ?? ""),
        .text(row.variation.rawValue), .text(old?.stage.key ?? ""), .text(new?.stage.key ?? ""),
        .whole(old?.people), .whole(new?.people), .whole(row.peopleGained),
        .whole(row.peopleLost), .codes(row.communesGained.map(\.text)),
        .codes(row.communesLost.map(\.text)), .whole(old?.sizeClass), .whole(new?.sizeClass),
        .whole(old?.euros), .whole(new?.euros), .text(row.ground?.rawValue ?? ""))
    }
    return table
  }

  /// Zones, then sectors: one row a pair with people or land in common, and one for what has no counterpart.
  func zones() -> Table {
    var table = Table(
      "zones_variation", rows: comparison.zones.count + comparison.sectors.count,
      [
        "niveau", "avant", "apres", "variation", "population_avant", "population_apres",
        "population_commune",
      ])
    for (level, links, lands) in [
      ("zone", comparison.zones, (before.zones, after.zones)),
      ("secteur", comparison.sectors, (before.sectors, after.sectors)),
    ] {
      let people = (Self.people(lands.0), Self.people(lands.1))
      for link in links {
        table.append(
          .text(level), .code(link.before ?? ""), .code(link.after ?? ""),
          .text(link.variation.rawValue), .whole(link.before.flatMap { people.0[$0] }),
          .whole(link.after.flatMap { people.1[$0] }), .whole(link.people))
      }
    }
    return table
  }

  private static func people(_ lands: [Snapshot.Land]) -> [String: Int] {
    Dictionary(lands.map { ($0.id, $0.people) }, uniquingKeysWith: { first, _ in first })
  }

  /// Overlaps; no row where one side does not say its own.
  func overlaps() -> Table {
    var table = Table(
      "chevauchements_variation",
      [
        "cpts_a", "cpts_b", "variation", "qualification_avant", "qualification_apres",
        "population_avant", "population_apres", "communes_gagnees", "communes_perdues",
      ])
    for row in comparison.overlaps ?? [] {
      table.append(
        .code(row.first.text), .code(row.second.text), .text(row.variation.rawValue),
        .text(row.qualificationBefore ?? ""), .text(row.qualificationAfter ?? ""),
        .whole(row.peopleBefore), .whole(row.peopleAfter),
        .codes(row.communesGained.map(\.text)), .codes(row.communesLost.map(\.text)))
    }
    return table
  }
}

extension Cell {
  /// Hundredths of a point.
  static func points(_ hundredths: Int?) -> Cell {
    .decimal(hundredths.map { Double($0) / 100 }, decimals: 2)
  }
}

extension Sequence<Snapshot.Commune> {
  /// Of several communes together; nil where the population of none is known.
  fileprivate var people: Int? {
    let known = compactMap(\.people)
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  fileprivate var peopleCovered: Int? {
    people.map { _ in reduce(0) { $0 + $1.covered } }
  }

  /// The highest stage reached in any of them, by its key.
  fileprivate var highestStage: String { (map(\.stage).max() ?? Stage.none).key }
}
