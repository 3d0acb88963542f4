/// Tells of a study that is far wider than its lists: of all of France, with the CPTS of one region. All
/// others then count as without CPTS, though the lists say nothing of them.
struct AreaHint {
  /// `region:93`: what `--area` would be.
  let value: String
  /// Names of the areas that the lists are of.
  let names: String
  /// People of these areas, and all others of the units.
  let people: Int
  let others: Int

  /// - Returns: nil where at least half of the people live in areas of the lists, and where units do not
  ///   say their areas. A white department of a region is no reason to leave it out.
  /// - Complexity: O(parts of all CPTS + units).
  init?(_ territories: Territories, _ units: StudyUnits) {
    guard units.area.isWhole else { return nil }
    let all = units.units.reduce(0) { $0 + ($1.population ?? 0) }
    let levels = [
      Self.level("region", AdministrativeNames.regions, territories, units) { $0.region },
      Self.level("departement", AdministrativeNames.departments, territories, units) {
        $0.department
      },
    ].compactMap { $0 }
    var found: (value: String, names: String, people: Int)?
    var whole = all
    for level in levels where 2 * level.people <= whole && level.people < all {
      found = level
      whole = level.people
    }
    guard let found else { return nil }
    (value, names, people) = found
    others = all - found.people
  }

  private static func level(
    _ name: String, _ known: [String: String], _ territories: Territories, _ units: StudyUnits,
    _ code: (Unit) -> String
  ) -> (value: String, names: String, people: Int)? {
    let areas = ListReach(territories) { code(units[$0]) }.areas
    guard !areas.isEmpty, !units.units.contains(where: { code($0).isEmpty }) else { return nil }
    let codes = areas.sorted()
    return (
      "\(name):\(codes.joined(separator: ","))",
      codes.prefix(6).map { known[$0] ?? "\(name) \($0)" }.joined(separator: ", ")
        + (codes.count > 6 ? "…" : ""),
      units.units.reduce(0) { areas.contains(code($1)) ? $0 + ($1.population ?? 0) : $0 }
    )
  }

  /// As a row of `anomalies.csv`.
  ///
  /// - Parameter file: a list of CPTS.
  func anomaly(file: String) -> Anomaly {
    let (inside, outside) = (NumberText.whole(people), NumberText.whole(others))
    return Anomaly(
      .warning, .widerThanLists, file: file, object: value,
      finding: Wording(
        fr: "99 % au moins des habitants des CPTS sont dans : \(names) (\(inside) habitants) ; les "
          + "\(outside) autres habitants des unités sont comptés sans CPTS",
        en: "at least 99 % of the people of the CPTS are in: \(names) (\(inside) people); the "
          + "\(outside) other people of the units count as without CPTS"),
      treatment: Wording(
        fr:
          "rien n’est écarté ; pour une étude de ce seul territoire : --area \(ShellWord.quoted(value))",
        en:
          "nothing is left out; for a study of this territory alone: --area \(ShellWord.quoted(value))"
      ))
  }
}
