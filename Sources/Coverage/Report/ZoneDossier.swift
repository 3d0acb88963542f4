/// The page of one white zone, for those who decide about it: in French, in Markdown.
struct ZoneDossier {
  let study: Study
  let index: Int

  /// The first line of every page: what a later run may replace.
  static let mark = "<!-- coverage-report : dossier de zone blanche -->"
  static let mostCommunes = 30
  static let mostNeighbours = 8

  var zone: WhiteZone { study.figures.zones[index] }
  var ground: ZoneGround { study.plans.grounds[index] }
  var options: [ZoneOption] { study.plans.options[index] }

  /// - Complexity: O(communes of the zone × log + options).
  func text() -> String {
    let sections = [
      heading(), reasons(), communes(), neighbours(), rankedOptions(), scoreParts(), divisions(),
      obstacles(), unknowns(), sources(),
    ]
    return Self.mark + "\n"
      + sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  // MARK: What the zone is

  private func heading() -> [String] {
    let places = study.units.places(of: zone.units)
    let square = zone.squareMetres / 1e6
    let density =
      square > 0
      ? " (\(FrenchNumber.decimal(Double(zone.population) / square, 1)) hab./km²)" : ""
    let source = study.units.populationSource
    let main = MarkdownText.escaped(study.units.units[Int(zone.mainUnit)].name)
    return [
      "# Zone blanche \(MarkdownText.escaped(zone.id)) — \(main)", "",
      "**Avis indicatif.** Cette fiche prépare une décision, elle ne la prend pas.", "",
    ]
      + MarkdownText.table(
        ["", ""],
        [
          ["Habitants sans CPTS", FrenchNumber.whole(zone.population)],
          ["Superficie", FrenchNumber.decimal(square, 3) + " km²" + density],
          ["Communes", FrenchNumber.whole(places.communes.count)],
          ["Départements", named(places.departments, AdministrativeNames.departments)],
          ["Régions", named(places.regions, AdministrativeNames.regions)],
          ["Date de l’étude", study.options.at.description],
          ["Population", MarkdownText.escaped("\(source.column), \(source.file)")],
        ], numbersFrom: 2)
  }

  /// Codes with their names, the first few.
  private func named(_ codes: [String], _ names: [String: String]) -> String {
    Self.list(
      codes.map { MarkdownText.escaped([$0, names[$0] ?? ""].joined(separator: " ")) }, most: 8,
      rest: "voir zones_blanches.csv")
  }

  private func reasons() -> [String] {
    let stage = study.options.whiteBelow.key
    let none = "Aucune CPTS au stade `\(stage)` ou au-delà ne la couvre."
    guard !ground.projects.isEmpty else {
      return [
        "**Pourquoi elle est blanche.** \(none) Aucun projet n’y est connu (`\(zone.status.rawValue)`)."
      ]
    }
    let projects = Self.list(ground.projects.map { name(ofCPTS: $0) }, most: 5, rest: "")
    return [
      "**Pourquoi elle est blanche.** \(none) Un projet y est en cours, en deçà de ce stade "
        + "(`\(zone.status.rawValue)`) : \(projects)."
    ]
  }

  private func communes() -> [String] {
    var people: [Int32: Int] = [:]
    for unit in 0..<ground.unitCount {
      people[ground.communes[unit], default: 0] += ground.people[unit]
    }
    let named = study.units.places(of: zone.units).communes
    let order = named.sorted {
      (people[$1] ?? 0, $0) < (people[$0] ?? 0, $1)
    }
    let texts = order.prefix(Self.mostCommunes).map { commune -> String in
      let found = study.units.communes[Int(commune)]
      return MarkdownText.escaped("\(found.code) \(found.name)")
        + " (\(FrenchNumber.whole(people[commune] ?? 0)))"
    }
    return [
      "**Communes**, les plus peuplées d’abord (habitants sans CPTS) : "
        + Self.list(texts, of: order.count, rest: "liste entière dans zones_blanches.csv")
        + "."
    ]
  }

  private func neighbours() -> [String] {
    guard !zone.neighbours.isEmpty else {
      return ["**Voisines.** Aucune CPTS au stade requis ne borde la zone."]
    }
    let order = zone.neighbours.indices.sorted {
      (zone.neighbours[$1].metres, $0) < (zone.neighbours[$0].metres, $1)
    }
    let rows = order.prefix(Self.mostNeighbours).map { place -> [String] in
      let neighbour = zone.neighbours[place]
      let known = ground.neighbours[place]
      return [
        name(ofCPTS: neighbour.cpts), "`\(known.stage.key)`",
        FrenchNumber.decimal(neighbour.metres / 1000, 3),
        FrenchNumber.decimal(neighbour.share * 100, 2), FrenchNumber.whole(known.people),
        "\(study.options.rules.sizes.sizeClass(of: known.people))",
      ]
    }
    let rest = zone.neighbours.count - rows.count
    return ["## CPTS voisines", ""]
      + MarkdownText.table(
        ["CPTS", "stade", "frontière (km)", "frontière (%)", "habitants", "taille"], rows,
        numbersFrom: 2)
      + (rest > 0
        ? ["", "Et \(FrenchNumber.count(rest, "autre", "autres")) (zones_blanches_voisins.csv)."]
        : [])
  }

  // MARK: Words

  func name(ofCPTS cpts: Int32) -> String {
    let found = study.territories.cpts[Int(cpts)]
    let id = MarkdownText.escaped(found.id.text)
    return found.name == found.id.text ? id : "\(MarkdownText.escaped(found.name)) (\(id))"
  }

  /// The CPTS that an option concerns.
  func name(ofTarget target: Int32) -> String {
    Int(target) < ground.neighbours.count
      ? name(ofCPTS: ground.neighbours[Int(target)].cpts) : "CPTS nouvelle"
  }

  /// The first of a list, and how many more there are.
  static func list(_ items: [String], most: Int, rest: String) -> String {
    list(Array(items.prefix(most)), of: items.count, rest: rest)
  }

  /// The first of a list of `count`, and how many more there are.
  static func list(_ first: [String], of count: Int, rest: String) -> String {
    let shown = first.joined(separator: ", ")
    guard count > first.count else { return shown }
    return shown + ", et \(FrenchNumber.count(count - first.count, "autre", "autres"))"
      + (rest.isEmpty ? "" : " (\(rest))")
  }
}
