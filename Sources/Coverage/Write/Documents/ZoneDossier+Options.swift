/// What can be done, and what it costs in people and in euros.
extension ZoneDossier {
  private static let mostOptions = 8
  private static let mostScores = 5
  /// Of one kind of option.
  private static let mostObstacles = 2
  /// CPTS of one option that the table names.
  private static let mostMembers = 3
  /// Communes that are named where a zone is divided, over all CPTS.
  private static let mostMoves = 24

  func rankedOptions() -> [String] {
    guard !feasible.isEmpty else {
      return ["## Options", "", noOption]
    }
    let rows = feasible.prefix(Self.mostOptions).enumerated().map { place, option in
      row(option, rank: place + 1)
    }
    let rest = feasible.count - rows.count
    return ["## Options, de la mieux notée à la moins bien notée", ""]
      + MarkdownText.table(
        [
          "rang", "option", "CPTS", "note", "habitants gagnés", "habitants après", "taille",
          "euros par an, plafond", "écart", "reste blanc",
        ], rows, numbersFrom: 3)
      + closeBounds()
      + (rest > 0
        ? [
          "", "Et \(NumberText.count(rest, "autre possible", "autres possibles")) (options.csv).",
        ]
        : [])
  }

  /// Options after which a recount could change a size class, and so the euros.
  private func closeBounds() -> [String] {
    let sizes = study.options.rules.sizes
    let close = feasible.prefix(Self.mostOptions).enumerated().compactMap { place, option in
      let bounds = option.figures?.members.compactMap { sizes.closeBound($0.peopleAfter) } ?? []
      return bounds.isEmpty
        ? nil
        : "rang \(place + 1) (\(Set(bounds).sorted().map(NumberText.whole).joined(separator: ", ")))"
    }
    guard !close.isEmpty else { return [] }
    return [
      "",
      "À \(sizes.nearPercent) % ou moins d’une borne de taille, qu’un recompte peut faire passer : "
        + close.joined(separator: ", ") + ".",
    ]
  }

  private var noOption: String {
    let people = study.options.optionRules.range(study.options.rules.sizes)
    return zone.neighbours.isEmpty && zone.population < people.lowerBound
      ? "**Aucune option n’est possible par ces règles** : trop petite pour une CPTS, et aucune "
        + "ne la borde (île ou enclave : un rattachement par-delà l’eau ou la limite se décide "
        + "à la main)."
      : "**Aucune option d’un seul geste n’est possible** : la zone demande un plan en plusieurs "
        + "CPTS. Les raisons sont plus bas."
  }

  private func row(_ option: ZoneOption, rank: Int) -> [String] {
    guard let figures = option.figures else { return [] }
    let pack = study.options.rules
    let euros = figures.euros(pack)
    let members = figures.members
    let isLong = members.count > Self.mostMembers
    func each(_ text: (OptionFigures.Member) -> String) -> String {
      members.map(text).joined(separator: "<br>")
    }
    func size(_ people: Int) -> Int { pack.sizes.sizeClass(of: people) }
    let changes = members.count { $0.isNew || size($0.peopleBefore) != size($0.peopleAfter) }
    let after = members.map { $0.peopleAfter }
    return [
      "\(rank)", option.kind.words,
      isLong ? "\(members.count) CPTS, plus bas" : each { name(ofTarget: $0.target) },
      note(option.score?.total), NumberText.whole(figures.peopleGained),
      isLong
        ? "\(NumberText.whole(after.min() ?? 0)) à \(NumberText.whole(after.max() ?? 0))"
        : each { NumberText.whole($0.peopleAfter) },
      isLong
        ? NumberText.count(changes, "change", "changent")
        : each { "\($0.isNew ? "–" : "\(size($0.peopleBefore))") → \(size($0.peopleAfter))" },
      "\(NumberText.whole(euros.before)) → \(NumberText.whole(euros.after))",
      "+" + NumberText.whole(euros.after - euros.before),
      NumberText.whole(figures.remnantPeople),
    ]
  }

  private func note(_ thousandths: Int?) -> String {
    thousandths.map { NumberText.decimal(Double($0) / 1000, 3) } ?? "–"
  }

  func scoreParts() -> [String] {
    guard !feasible.isEmpty else { return [] }
    let shown = feasible.prefix(Self.mostScores)
    let criteria = OptionRules.Criterion.allCases
    let rows = criteria.enumerated().map { place, criterion in
      [criterion.words, "\(study.options.optionRules[criterion])"]
        + shown.map { note($0.score?.parts[place]) }
    }
    return [
      "### Ce qui fait la note", "",
      "Chaque critère va de 0 à 1 ; la note est leur moyenne, aux poids donnés. « – » : sans objet "
        + "ou inconnu, le critère ne compte pas.", "",
    ]
      + MarkdownText.table(
        ["critère", "poids"] + shown.indices.map { "rang \($0 + 1)" },
        rows + plainFigures(shown.compactMap { $0.figures }), numbersFrom: 1)
  }

  /// Figures that stand beside the score, without weight.
  private func plainFigures(_ figures: [OptionFigures]) -> [[String]] {
    func areas(_ areas: OptionFigures.WholeAndCut?) -> String {
      areas.map { "\(NumberText.whole($0.whole)) / \(NumberText.whole($0.cut))" } ?? "–"
    }
    return [
      ["bassins de vie entiers / coupés", ""] + figures.map { areas($0.livingAreas) },
      ["EPCI entiers / coupés", ""] + figures.map { areas($0.intercommunalities) },
      ["départements", ""] + figures.map { NumberText.whole($0.departments.count) },
      ["plus grande distance (km)", ""]
        + figures.map { $0.farthestMetres.map { NumberText.decimal($0 / 1000, 1) } ?? "–" },
    ]
  }

  /// Who takes what, where the zone is divided.
  func divisions() -> [String] {
    let divided = feasible.filter { $0.search != nil }
    guard !divided.isEmpty else { return [] }
    var lines = ["### Qui prend quoi", "", "Toutes les communes : options_communes.csv."]
    for option in divided {
      guard let figures = option.figures, let search = option.search else { continue }
      let proof =
        search.gap == 0
        ? "partage optimal, prouvé"
        : "à \(NumberText.decimal(Double(search.gap) / 100, 2)) % au plus du meilleur"
      lines += ["", "**\(option.kind.words)** (\(proof)) :", ""]
      let shares = ground.shares(of: option)
      let most = max(2, Self.mostMoves / figures.members.count)
      for member in figures.members {
        let own = shares.filter { $0.target == member.target }
          .sorted { ($1.people, $0.commune) < ($0.people, $1.commune) }
        let names = own.prefix(most).map { name(ofCommune: $0.commune) }
        lines.append(
          "- \(name(ofTarget: member.target)) : +\(NumberText.whole(member.peopleGained)) "
            + "habitants, \(NumberText.count(own.count, "commune", "communes")) : "
            + Self.list(names, of: own.count, rest: ""))
      }
    }
    return lines
  }

  func obstacles() -> [String] {
    let impossible = options.filter { !$0.isFeasible }
    guard !impossible.isEmpty else { return [] }
    let shown = ZoneOption.Kind.allCases.flatMap { kind in
      impossible.filter { $0.kind == kind }.prefix(Self.mostObstacles)
    }
    let lines = shown.map { option -> String in
      let whole = option.kind == .extending || option.kind == .temporaryExtending
      let member = whole ? option.figures?.members.first : nil
      let by = member.map { ", \(name(ofTarget: $0.target))" } ?? ""
      return "- \(option.kind.words)\(by) : \(option.obstacle?.french ?? "")"
    }
    let rest = impossible.count - lines.count
    return ["## Pourquoi pas", ""] + lines
      + (rest > 0
        ? ["- et \(NumberText.count(rest, "autre", "autres")) (options.csv, colonne `motif`)"]
        : [])
  }
}

extension ZoneOption.Kind {
  /// The option in the words of the page.
  var words: String {
    switch self {
    case .creation: "création"
    case .extending: "extension"
    case .temporaryExtending: "extension temporaire, avec mentorat"
    case .sharing: "partage entre voisines"
    case .mixed: "rattachement mixte"
    }
  }
}

extension OptionRules.Criterion {
  /// The criterion in the words of the page.
  var words: String {
    switch self {
    case .coverage: "couverture : part des habitants couverts"
    case .size: "taille : entre la première et la dernière borne"
    case .livingArea: "bassin de vie : habitants dont le bassin est surtout dans la CPTS"
    case .intercommunality: "EPCI : de même"
    case .border: "frontière : part commune avec la CPTS rejointe"
    case .proximity: "proximité : 1 sur place, 0 à 50 km de la commune principale"
    case .maturity: "maturité : rang du stade, sur 4"
    case .limits: "limites : un département 1, une région 0,5, plusieurs 0"
    case .cost: "coût : 1 sans écart, 0 à 10 € par an et par habitant gagné"
    }
  }
}
