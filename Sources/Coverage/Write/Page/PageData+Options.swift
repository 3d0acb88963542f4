extension PageData {
  /// Options that can be, shown for each sector; its dossier and `options.csv` have them all.
  static let mostOptions = 6

  /// What can be done about each sector, the first to look at first, then what cannot be; how many can;
  /// and the sentences that speak against them, each once.
  func options(in json: inout JSONWriter) {
    var texts = TextTable()
    json.column("options", study.plans.options.indices) { json, sector in
      let all = study.plans.options[sector]
      json.array { json in
        for option in all.lazy.filter({ $0.isFeasible }).prefix(Self.mostOptions) {
          describe(option, study.plans.grounds[sector], &texts, in: &json)
        }
        for option in all where !option.isFeasible {
          describe(option, study.plans.grounds[sector], &texts, in: &json)
        }
      }
    }
    json.wholes("optionCount", study.plans.options) { $0.count { $0.isFeasible } }
    json.column("texts", texts.texts) { $0.wording($1) }
  }

  /// One option: kind, CPTS (-1 for a new one), score in thousandths (null for what cannot be), people
  /// gained, size class of each CPTS before and after (0 where it does not exist), euros a year more, had
  /// all signed, by each pack shown, what speaks against it, its score in a word (-1 for none), and each
  /// criterion in thousandths: -1 where it says nothing of the option, null where nobody knows it.
  private func describe(
    _ option: SectorOption, _ ground: SectorGround, _ texts: inout TextTable,
    in json: inout JSONWriter
  ) {
    let figures = option.figures
    let against = [option.obstacle ?? option.doubt].compactMap { $0 } + option.reservations
    json.array { json in
      json.whole(SectorOptionKind.allCases.firstIndex(of: option.kind))
      json.list(
        figures.map(targets)?.map { target in
          ground.member(target).map { rows.row(ofCPTS: $0.cpts) } ?? -1
        } ?? [])
      json.whole(option.score?.total)
      json.whole(figures?.gain.figure)
      json.list(figures.map(sizes) ?? [])
      json.array { json in
        guard let figures, option.isFeasible else { return }
        for pack in study.options.amountRules { json.whole(figures.possibleEuros(pack).more) }
      }
      json.list(against.map { texts.number(of: $0) })
      json.whole(option.grade.flatMap { OptionGrade.allCases.firstIndex(of: $0) } ?? -1)
      json.array { json in
        guard let score = option.score else { return }
        for criterion in OptionRules.Criterion.allCases {
          let isUnjudged = ground.isUnjudged(criterion, of: option)
          json.whole(isUnjudged ? nil : score[criterion] ?? -1)
        }
      }
    }
  }

  private func targets(of figures: OptionFigures) -> [Int32] {
    figures.united.isEmpty ? figures.members.map(\.target) : figures.united
  }

  private func sizes(of figures: OptionFigures) -> [Int32] {
    let sizes = study.options.rules.sizes
    func size(_ people: CountedPeople) -> Int32 {
      Int32(sizes.sizeClass(of: people) ?? 0)
    }
    return figures.members.flatMap { [$0.isNew ? 0 : size($0.before), size($0.after)] }
  }
}

/// Sentences, each once, in the order in which they are first asked for.
private struct TextTable {
  private(set) var texts: [Wording] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of text: Wording) -> Int32 {
    if let number = numbers[text.french] { return number }
    let number = Int32(texts.count)
    numbers[text.french] = number
    texts.append(text)
    return number
  }
}
