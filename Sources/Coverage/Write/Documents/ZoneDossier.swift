/// The page of one white zone, for those who decide about it: in French, in Markdown.
struct ZoneDossier {
  let study: Study
  let zone: WhiteZone
  let ground: ZoneGround
  let options: [ZoneOption]
  /// Those that can be, the best first.
  let feasible: [ZoneOption]
  private let places: (communes: [Int32], departments: [String], regions: [String])
  private let sources: [String]

  /// The first line of every page: what a later run may replace.
  static let mark = "<!-- coverage-report : dossier de zone blanche -->"
  static let mostCommunes = 30
  static let mostNeighbours = 8

  /// - Parameters:
  ///   - index: of the zone.
  ///   - sources: the last section, which is that of every zone.
  init(_ study: Study, _ index: Int, sources: [String]) {
    self.study = study
    self.sources = sources
    zone = study.figures.zones[index]
    ground = study.plans.grounds[index]
    options = study.plans.options[index]
    feasible = options.filter { $0.isFeasible }
    places = study.units.places(of: zone.units)
  }

  /// - Complexity: O(communes of the zone × log + options).
  func bytes() -> [UInt8] {
    let sections = [
      heading(), reasons(), communes(), neighbours(), rankedOptions(), scoreParts(), divisions(),
      obstacles(), unknowns(), sources,
    ].filter { !$0.isEmpty }
    var text = ByteBuffer(capacity: 1 << 13)
    text.append(Self.mark)
    text.append("\n")
    for (place, section) in sections.enumerated() {
      if place > 0 { text.append("\n") }
      for line in section {
        text.append(line)
        text.append("\n")
      }
    }
    return text.bytes
  }

  // MARK: What the zone is

  private func heading() -> [String] {
    let square = zone.squareMetres / 1e6
    let density =
      square > 0
      ? " (\(NumberText.decimal(Double(zone.population) / square, 1)) hab./km²)" : ""
    let source = study.units.populationSource
    let main = MarkdownText.escaped(study.units[zone.mainUnit].name)
    return [
      "# Zone blanche \(MarkdownText.escaped(zone.id)) — \(main)", "",
      "**Avis indicatif.** Cette fiche prépare une décision, elle ne la prend pas.", "",
    ]
      + MarkdownText.table(
        ["", ""],
        [
          ["Habitants sans CPTS", NumberText.whole(zone.population)],
          ["Superficie", NumberText.decimal(square, 3) + " km²" + density],
          ["Communes", NumberText.whole(places.communes.count)],
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
    let order = places.communes.map { (commune: $0, people: people[$0] ?? 0) }
      .sorted { ($1.people, $0.commune) < ($0.people, $1.commune) }
    let texts = order.prefix(Self.mostCommunes).map {
      "\(name(ofCommune: $0.commune)) (\(NumberText.whole($0.people)))"
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
    let metres = zone.neighbours.map { $0.metres }
    let order = metres.indices.sorted { (metres[$1], $0) < (metres[$0], $1) }
    let rows = order.prefix(Self.mostNeighbours).map { place -> [String] in
      let neighbour = zone.neighbours[place]
      let known = ground.neighbours[place]
      return [
        name(ofCPTS: neighbour.cpts), "`\(known.stage.key)`",
        NumberText.decimal(neighbour.metres / 1000, 3),
        NumberText.decimal(neighbour.share * 100, 2), NumberText.whole(known.people),
        "\(study.options.rules.sizes.sizeClass(of: known.people))",
      ]
    }
    let rest = zone.neighbours.count - rows.count
    return ["## CPTS voisines", ""]
      + MarkdownText.table(
        ["CPTS", "stade", "frontière (km)", "frontière (%)", "habitants", "taille"], rows,
        numbersFrom: 2)
      + (rest > 0
        ? ["", "Et \(NumberText.count(rest, "autre", "autres")) (zones_blanches_voisins.csv)."]
        : [])
  }

  // MARK: Words

  func name(ofCommune commune: Int32) -> String {
    let found = study.units.communes[Int(commune)]
    return MarkdownText.escaped("\(found.code) \(found.name)")
  }

  func name(ofCPTS cpts: Index<DatedCPTS>) -> String {
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
    return shown + ", et \(NumberText.count(count - first.count, "autre", "autres"))"
      + (rest.isEmpty ? "" : " (\(rest))")
  }
}
