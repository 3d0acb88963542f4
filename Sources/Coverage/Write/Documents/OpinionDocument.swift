extension Document {
  /// An opinion as a page.
  ///
  /// - Complexity: O(names shown).
  init(_ all: Opinions, _ opinion: Opinion) {
    title = "Avis sur un territoire proposé — \(ShownName.shortened(opinion.proposal.name))"
    let words = OpinionWords(all, opinion)
    sections =
      [
        Section(blocks: words.heading),
        Section(heading: "Résumé", blocks: [.table(words.findings)]),
      ]
      + opinion.criteria.enumerated().map { index, criterion in
        Section(
          heading: "\(index + 1). \(criterion.kind.title) : \(criterion.finding.rawValue)",
          blocks: Self.blocks(of: criterion))
      }
      + (words.mutual.map { [Section(heading: "Avec les autres propositions", blocks: $0)] } ?? [])
      + [
        Section(
          heading: "Ce que cet avis ne voit pas",
          blocks: [.list(words.blindSpots.map { Prose($0) })]),
        Section(heading: "Sources des chiffres", blocks: [.list(words.sources.map { Prose($0) })]),
        Section(blocks: [.paragraph("\(strong: Opinions.lastLine)")]),
      ]
  }

  private static func blocks(of criterion: OpinionCriterion) -> [Block] {
    var blocks: [Block] = [.paragraph(Prose(criterion.reason))]
    let figures = criterion.figures.filter { !$0.value.isNothing }
      .map { "\($0.label) : \($0.value.french)" }
    if !figures.isEmpty {
      blocks.append(.paragraph("Chiffres. \(figures.joined(separator: " ; "))."))
    }
    blocks += criterion.tables.map { .table($0) }
    let notes = criterion.notes.joined(separator: " ")
    blocks.append(
      .list(
        (notes.isEmpty ? [] : ["À savoir : \(notes)"]) + [
          "Texte : \(criterion.kind.basis).", "Ne voit pas : \(criterion.kind.blindSpot).",
        ]))
    return blocks
  }
}

extension Cell {
  /// Whether a page has nothing to say of it: JSON has every figure.
  fileprivate var isNothing: Bool {
    switch self {
    case .whole(nil), .whole(0), .decimal(nil, _), .measured(nil, _), .percent(of: 0, in: _): true
    case .text(let text), .code(let text): text.isEmpty
    case .codes(let names): names.isEmpty
    default: false
    }
  }
}
