/// What can be done about a sector, in the order in which to look at it, and what cannot.
extension SectorSheet {
  private static let mostOptions = 4
  /// CPTS of one option that the table names.
  private static let mostMembers = 3
  /// Of a division: CPTS, and communes of each.
  private static let (mostTakers, mostMoves) = (4, 3)
  /// Characters of a reason.
  private static let longestReason = 220

  private static let columns = [5, 15, 25, 9, 10, 11, 10, 15]

  func appendOptions(to page: inout PrintedPage) {
    page.heading(2, "Ce qui peut être fait, dans l’ordre où l’examiner")
    let shown = feasible.prefix(Self.mostOptions)
    if shown.isEmpty {
      page.paragraph(Prose(context.decision(ofSector: index)))
    } else {
      page.table(
        Self.columns,
        headings: [
          "rang", "option", "CPTS", "avis", "habitants gagnés", "habitants après", "taille",
          "écart d’ACI par an (€)",
        ], shown.enumerated().flatMap { rows(of: $1, rank: $0 + 1) })
      let rest = feasible.count - shown.count
      let others =
        rest > 0
        ? "Et \(NumberText.count(rest, "autre possible", "autres possibles")) (options.csv). " : ""
      page.small(
        """
        \(others)Avis : « solide », « possible » ou « peu réaliste » selon la note d’options.csv (conventions). \
        ACI : écart entre les montants possibles au plus (part variable entière), si toutes les CPTS de l’option \
        l’avaient signé ; rien n’en est dû avant.
        """)
    }
    appendDivision(to: &page)
    page.list(
      reasons("Impossible", options.filter { $0.obstacle != nil })
        + reasons("Ne peut être dit", options.filter { $0.obstacle == nil && $0.doubt != nil }))
  }

  /// The figures of an option, and below them what is to be known of it.
  private func rows(of option: SectorOption, rank: Int) -> [[PrintedPage.Cell]] {
    guard let figures = option.figures else { return [] }
    let figured: [PrintedPage.Cell] = [
      .number("\(rank)"), .init(Prose(option.kind.words)), .init(Prose(names(figures))),
      .init(Prose(option.grade?.label.french ?? "–")), .number(figures.gain.words()),
      .number(after(figures)), .number(sizes(figures)),
      .init(
        Prose(lines: study.options.amountRules.map { euros(figures, $0) }), isNumber: true),
    ]
    var notes: [Prose] = []
    if !option.isPlain {
      let reason = ShownName.shortened(option.reason(in: .french), to: Self.longestReason)
      notes.append("\(strong: "À examiner") : \(reason)")
    }
    if option.kind == .temporaryExtending {
      notes.append(
        "\(mentored) (habitants : \(ground.toCome.words())), fin du mentorat à fixer.")
    }
    if figures.peopleElsewhere > 0 {
      notes.append(
        "Couvre aussi \(NumberText.whole(figures.peopleElsewhere)) habitants d’autres secteurs.")
    }
    if figures.remnantPeople > 0 {
      notes.append("Laisse \(figures.remnant.words()) habitants sans CPTS.")
    }
    notes.append("Source : \(option.kind.source.french).")
    var note = PrintedPage.Cell(Self.joined(notes))
    note.columns = Self.columns.count - 1
    return [figured, [.empty, note]]
  }

  private var mentored: String {
    let name = study.mentored(of: ground)
    return ShownName.shortened(
      ground.projects.isEmpty ? name : "CPTS à venir : \(name.replacing("|", with: ", "))")
  }

  private static func joined(_ notes: [Prose]) -> Prose {
    notes.dropFirst().reduce(notes[0]) { "\($0) \($1)" }
  }

  private func names(_ figures: OptionFigures) -> String {
    let targets = figures.united.isEmpty ? figures.members.map(\.target) : figures.united
    return DossierContext.list(
      targets.map { context.name(ofTarget: $0, in: ground) }, most: Self.mostMembers)
  }

  private func after(_ figures: OptionFigures) -> String {
    if figures.members.count == 1 { return figures.members[0].after.words() }
    let all = figures.members.compactMap { $0.after.figure }
    guard let least = all.min(), let most = all.max() else { return "inconnu" }
    // Somebody whom no file counts may make any of them more.
    if figures.members.contains(where: { $0.after.exact == nil }) {
      return "au moins \(NumberText.whole(least))"
    }
    return "\(NumberText.whole(least)) à \(NumberText.whole(most))"
  }

  private func sizes(_ figures: OptionFigures) -> String {
    func size(_ people: CountedPeople) -> String {
      study.options.rules.sizes.sizeClass(of: people).map { "\($0)" } ?? "inconnue"
    }
    let members = figures.members
    if members.count == 1 {
      return "\(members[0].isNew ? "–" : size(members[0].before)) → \(size(members[0].after))"
    }
    if members.contains(where: { $0.after.exact == nil || $0.before.exact == nil }) {
      return "inconnue"
    }
    let changes = members.count { $0.isNew || size($0.before) != size($0.after) }
    return NumberText.count(changes, "change", "changent")
  }

  /// What changes by one table of amounts, which is named where there are two.
  private func euros(_ figures: OptionFigures, _ pack: RulePack) -> String {
    let more = figures.possibleEuros(pack).more.map { NumberText.signed($0) } ?? "inconnu"
    guard study.options.amountRules.count > 1 else { return more }
    return "\(ShownName.shortened(pack.name, to: 24)) : \(more)"
  }

  // MARK: Who takes what

  private func appendDivision(to page: inout PrintedPage) {
    guard let option = feasible.prefix(Self.mostOptions).first(where: { $0.search != nil }),
      let figures = option.figures, let search = option.search
    else { return }
    let proof =
      search.gap == 0
      ? "partage optimal, prouvé"
      : "à \(NumberText.decimal(Double(search.gap) / 100, 2)) % au plus du meilleur"
    let shares = ground.shares(of: option)
    let takers = figures.members.prefix(Self.mostTakers).map { member -> String in
      let own = shares.filter { $0.target == member.target }
        .sorted { ($1.people, $0.commune) < ($0.people, $1.commune) }
      let names = own.map { context.name(ofCommune: $0.commune) }
      return """
        \(context.name(ofTarget: member.target, in: ground)), \(member.gain.words()) habitants : \
        \(DossierContext.list(names, most: Self.mostMoves))
        """
    }
    let rest = figures.members.count - takers.count
    let others = rest > 0 ? " ; et \(rest) CPTS de plus" : ""
    page.paragraph(
      """
      \(strong: "Qui prend quoi") (\(option.kind.words) ; \(proof) ; options_communes.csv) : \
      \(takers.joined(separator: " ; "))\(others).
      """)
  }

  // MARK: What cannot be

  /// One line a kind of option: the first of them, and how many more there are.
  private func reasons(_ heading: String, _ options: [SectorOption]) -> [Prose] {
    SectorOptionKind.allCases.compactMap { kind in
      let own = options.filter { $0.kind == kind }
      guard let first = own.first else { return nil }
      let whole = kind == .extending || kind == .temporaryExtending
      let by = (whole ? first.figures?.members.first : nil).map {
        " de \(context.name(ofTarget: $0.target, in: ground))"
      }
      let rest =
        own.count > 1 ? " (et \(NumberText.count(own.count - 1, "autre", "autres")))" : ""
      let reason = ShownName.shortened(first.reason(in: .french), to: Self.longestReason)
      return "\(strong: heading) : \(kind.words)\(by ?? "")\(rest). \(reason)"
    }
  }
}

extension SectorOptionKind {
  /// The option in the words of the page.
  var words: String {
    switch self {
    case .support: "accompagnement du projet"
    case .uniting: "réunion des projets"
    case .creation: "création"
    case .extending: "extension"
    case .temporaryExtending: "extension temporaire, avec mentorat"
    case .sharing: "partage entre voisines"
    case .mixed: "rattachement mixte"
    }
  }
}
