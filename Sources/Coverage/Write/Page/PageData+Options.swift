extension PageData {
  /// Options shown for each zone; its page in `dossiers` and `options.csv` have them all.
  private static let mostOptions = 5

  /// The best options of a zone: kind, CPTS (-1 for a new one), score in thousandths, people gained,
  /// size class of each CPTS before and after (0 where it does not exist), euros a year more.
  func options(of zone: Int, in json: inout JSONWriter) {
    let ground = study.plans.grounds[zone]
    let rules = study.options.rules
    let shown = study.plans.options[zone].lazy.filter { $0.isFeasible }.prefix(Self.mostOptions)
    json.array { json in
      for option in shown {
        guard let figures = option.figures, let score = option.score else { continue }
        let euros = figures.euros(rules)
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
                member.isNew ? 0 : Int32(rules.sizes.sizeClass(of: member.peopleBefore)),
                Int32(rules.sizes.sizeClass(of: member.peopleAfter)),
              ]
            })
          json.whole(euros.after - euros.before)
        }
      }
    }
  }
}
