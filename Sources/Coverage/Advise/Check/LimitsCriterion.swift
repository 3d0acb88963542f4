extension OpinionMaker {
  /// Departments and regions: a territory may straddle them. Of several caisses, that of the seat is
  /// competent.
  ///
  /// Source: ACI of 20 June 2019, article 4.
  func limits() -> OpinionCriterion {
    let named = subject.named.units.map { ground.units[$0] }
    let departments = Set(named.map { $0.department }).subtracting([""]).sorted()
    let regions = Set(named.map { $0.region }).subtracting([""]).sorted()
    let isWithin = departments.count < 2 && regions.count < 2
    return OpinionCriterion(
      kind: .limits,
      finding: departments.isEmpty ? .notAssessed : isWithin ? .favourable : .toExamine,
      reason: reason(departments, regions),
      figures: [
        OpinionFigure("nb_departements", "départements", .whole(departments.count)),
        OpinionFigure("nb_regions", "régions", .whole(regions.count)),
      ],
      tables: departments.isEmpty ? [] : [table()])
  }

  private func reason(_ departments: [String], _ regions: [String]) -> String {
    guard let first = departments.first else {
      return "La carte des unités ne dit pas leur département."
    }
    guard departments.count > 1 || regions.count > 1 else {
      return "Dans un seul département : \(Self.department(first))."
    }
    let names = ShownName.list(departments.map { Self.department($0) }, most: 6)
    let straddled =
      regions.count > 1
      ? "À cheval sur \(departments.count) départements (\(names)) et \(regions.count) régions : "
        + "permis ; plusieurs ARS sont concernées."
      : "À cheval sur \(departments.count) départements (\(names)) : permis."
    return "\(straddled) De plusieurs caisses, celle du siège est compétente (ACI du 20 juin 2019, "
      + "art. 4) : \(seat)."
  }

  /// Where the caisse that is competent is found.
  private var seat: String {
    let seats = [
      subject.proposal.record.seat, subject.former.flatMap { territories[$0].record.seat },
    ]
    guard let code = seats.compactMap({ $0?.code }).first else { return "siège inconnu" }
    guard let place = ground.units.place(of: code) else { return "siège à \(code)" }
    let name = place.name.isEmpty ? code.text : "\(place.name) (\(code))"
    return "siège à \(name), \(Self.department(place.department))"
  }

  private static func department(_ code: String) -> String {
    if code.isEmpty { return "département inconnu" }
    return AdministrativeNames.departments[code].map { "\($0) (\(code))" } ?? code
  }

  private func table() -> DocumentTable {
    var people: [String: (region: String, count: Int)] = [:]
    for part in parts {
      let unit = ground.units[part.unit]
      people[unit.department, default: (unit.region, 0)].count += part.population
    }
    return DocumentTable(
      "departements", "Habitants par département",
      [
        .init("", "département"), .init("code", ""), .init("nom", ""), .init("code_region", ""),
        .init("nom_region", "région"), .init("population", "habitants"),
        .init("pct", "part de la proposition"),
      ],
      people.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { code, found in
        [
          .text(Self.department(code)), .code(code),
          .text(AdministrativeNames.departments[code] ?? ""), .code(found.region),
          .text(AdministrativeNames.regions[found.region] ?? ""), .whole(found.count),
          .percent(of: found.count, in: subject.population),
        ]
      })
  }
}
