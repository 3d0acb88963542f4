extension OpinionMaker {
  /// The size class, how far its bounds are, and what an ACI of that size brings at most.
  func size() -> OpinionCriterion {
    let sizes = options.rules.sizes
    let range = options.optionRules.range(sizes)
    guard let people = subject.people.exact else { return sizeOfUnknown(sizes, range) }
    let sizeClass = sizes.sizeClass(of: people)
    let (finding, reason) = judged(people, sizeClass, sizes, range)
    var figures =
      [
        OpinionFigure("population", "habitants", .whole(people)),
        OpinionFigure("taille", "taille", .whole(sizeClass)),
        OpinionFigure("seuil_proche", "borne proche", .whole(sizes.closeBound(people))),
      ] + amounts(people)
    figures += figuresBefore(sizes)
    return OpinionCriterion(
      kind: .size, finding: finding, reason: reason, figures: figures,
      tables: [bounds(people, sizes)],
      notes: unknownAmount(sizeClass) + sizeNotes(sizes, range))
  }

  /// Of the perimeter that the proposal replaces.
  private func figuresBefore(_ sizes: SizeRule) -> [OpinionFigure] {
    guard let former = subject.former else { return [] }
    let before = study.figures.cpts[Int(former)].people
    return [
      OpinionFigure("population_avant", "habitants du périmètre actuel", .whole(before.figure)),
      OpinionFigure("taille_avant", "taille actuelle", .whole(sizes.sizeClass(of: before))),
    ]
  }

  /// What the ACI gives a CPTS of that size once it has signed: both totals, by each pack shown.
  private func amounts(_ people: Int) -> [OpinionFigure] {
    zip(["montant_annuel", "reference_annuel"], options.amountRules).flatMap { key, pack in
      let sizeClass = pack.sizes.sizeClass(of: people)
      let head = pack.warning(at: options.at)?.french ?? "« \(pack.name) »"
      var figures = [
        OpinionFigure(
          key, "ACI par an une fois signé, \(head), \(pack.totalScope.french) (€)",
          .whole(pack.yearlyTotal(sizeClass: sizeClass)))
      ]
      if let scope = pack.totalScopeWithSupplements {
        figures.append(
          OpinionFigure(
            key + "_avec_supplements", "\(scope.french) (€)",
            .whole(pack.yearlyTotalWithSupplements(sizeClass: sizeClass))))
      }
      return figures
    }
  }

  /// An amount that no source gives is said to be unknown: figures without value are not shown.
  private func unknownAmount(_ sizeClass: Int) -> [String] {
    options.rules.yearlyTotal(sizeClass: sizeClass) == nil
      ? ["Montant de la taille \(sizeClass) selon « \(options.rules.name) » : inconnu."] : []
  }

  /// Nothing can be said of the size of a place where the people of a commune are unknown, but that they are
  /// too many already.
  private func sizeOfUnknown(_ sizes: SizeRule, _ range: ClosedRange<Int>) -> OpinionCriterion {
    guard let least = subject.people.figure else {
      return OpinionCriterion(
        kind: .size, finding: .notAssessed,
        reason: "Population inconnue : ni la taille ni les euros ne peuvent être dits.",
        notes: sizeNotes(sizes, range))
    }
    let unknown = NumberText.count(subject.figures.unknownUnits, "commune", "communes")
    let largest = NumberText.whole(range.upperBound)
    let isTooLarge =
      least > range.upperBound ? ", plus que la plus grande taille cohérente (\(largest))" : ""
    return OpinionCriterion(
      kind: .size, finding: .toExamine,
      reason:
        "Au moins \(NumberText.whole(least)) habitants\(isTooLarge) ; la population de \(unknown) est inconnue : "
        + "ni la taille ni les euros ne peuvent être dits.",
      figures: [OpinionFigure("population", "habitants", .whole(least))] + figuresBefore(sizes),
      notes: sizeNotes(sizes, range))
  }

  private func judged(
    _ people: Int, _ sizeClass: Int, _ sizes: SizeRule, _ range: ClosedRange<Int>
  ) -> (OpinionFinding, String) {
    let counted = NumberText.count(people, "habitant", "habitants")
    if people < range.lowerBound {
      return (
        .toExamine,
        "\(counted), moins que la plus petite taille cohérente "
          + "(\(NumberText.whole(range.lowerBound))) ; taille \(sizeClass)."
      )
    }
    if people > range.upperBound {
      return (
        .toExamine,
        "\(counted), plus que la plus grande taille cohérente "
          + "(\(NumberText.whole(range.upperBound))) ; taille \(sizeClass)."
      )
    }
    guard let bound = sizes.closeBound(people) else {
      return (
        .favourable,
        "\(counted) : taille \(sizeClass), à plus de \(sizes.nearPercent) % de toute borne."
      )
    }
    let gap = NumberText.whole(abs(people - bound))
    return (
      .toExamine,
      "\(counted) : taille \(sizeClass), mais à \(gap) habitants de la borne de "
        + "\(NumberText.whole(bound)) : un recompte peut faire changer de taille."
    )
  }

  private func bounds(_ people: Int, _ sizes: SizeRule) -> DocumentTable {
    DocumentTable(
      "bornes", "Distance aux bornes",
      [
        .init("borne", "borne"), .init("ecart", "écart (habitants)"),
        .init("ecart_pct", "écart (%)"), .init("proche", "proche"),
        .init("source", ""),
      ],
      sizes.bounds.map { bound in
        [
          .whole(bound.people), .whole(people - bound.people),
          .measured(percent(people - bound.people, of: bound.people), decimals: 2),
          .text(sizes.closeBound(people) == bound.people ? "oui" : "non"), .text(bound.source),
        ]
      })
  }

  /// nil where a number of the rules or of the people is beyond sense.
  private func percent(_ gap: Int, of bound: Int) -> Double? {
    let percent = Double(gap) / Double(bound) * 100
    return abs(percent) < 1e9 ? percent : nil
  }

  private func sizeNotes(_ sizes: SizeRule, _ range: ClosedRange<Int>) -> [String] {
    let pack = options.rules
    return [
      sizes.convention,
      "Une borne est proche à \(sizes.nearPercent) % ou moins. De "
        + "\(NumberText.whole(range.lowerBound)) à \(NumberText.whole(range.upperBound)) "
        + "habitants, la taille est dite cohérente : aucun texte ne fixe ces nombres "
        + "(option-smallest, option-largest).",
    ] + pack.notes
      + (options.amountWarning.map { ["\($0.french)."] } ?? [])
  }
}
