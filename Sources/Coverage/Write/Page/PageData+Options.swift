extension PageData {
  /// Options shown for each zone; its page in `dossiers` and `options.csv` have them all.
  private static let mostOptions = 5

  /// The best options of a zone: kind, CPTS (-1 for a new one), score in thousandths, people gained,
  /// size class of each CPTS before and after (0 where it does not exist), euros a year more, had
  /// all signed, by each pack shown.
  func options(of zone: Int, in json: inout JSONWriter) {
    let ground = study.plans.grounds[zone]
    let rules = study.options.rules
    func size(_ people: CountedPeople) -> Int32 {
      Int32(people.figure.map { rules.sizes.sizeClass(of: $0) } ?? 0)
    }
    let shown = study.plans.options[zone].lazy.filter { $0.isFeasible }.prefix(Self.mostOptions)
    json.array { json in
      for option in shown {
        guard let figures = option.figures, let score = option.score else { continue }
        json.array { json in
          json.string(option.kind.rawValue)
          json.list(
            figures.members.map { member in
              member.isNew ? -1 : rows.row(ofCPTS: ground.neighbours[Int(member.target)].cpts)
            })
          json.whole(score.total)
          json.whole(figures.peopleGained)
          json.list(
            figures.members.flatMap { member in
              [
                member.isNew ? 0 : size(member.before),
                size(member.after),
              ]
            })
          json.array { json in
            for pack in study.options.amountRules { json.whole(figures.possibleEuros(pack).more) }
          }
        }
      }
    }
  }
}
