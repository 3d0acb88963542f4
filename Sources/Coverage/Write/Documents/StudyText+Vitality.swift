extension StudyText {
  /// How many CPTS are fragile, and how many professionals adhere; nothing where no input says.
  static func vitality(of study: Study, _ language: Language) -> [String] {
    let sentences = [
      study.figures.fragile.map { fragile($0) },
      study.figures.professionals?.last.map { members($0.counts, language) },
      hasReferences(study) ? FragilityRule.references : nil,
    ]
    return sentences.compactMap { $0?[language] }
  }

  /// Whether a figure stands above that published ones can be held against.
  private static func hasReferences(_ study: Study) -> Bool {
    study.figures.fragile != nil || study.figures.professionals != nil
  }

  private static func fragile(_ figures: FragileFigures) -> Wording {
    guard figures.judgedCount > 0 else {
      return Wording(
        fr: "CPTS fragiles : inconnues, aucune ne donne les effectifs que les seuils demandent",
        en: "Fragile CPTS: unknown, none gives the counts that the thresholds ask for")
    }
    let alone = figures.fragile.count { $0.loss.population > 0 }
    return Wording(
      fr:
        "CPTS fragiles : \(figures.fragile.count) sur \(figures.judgedCount) renseignées ; seules à couvrir quelqu’un : \(alone)",
      en:
        "Fragile CPTS: \(figures.fragile.count) of \(figures.judgedCount) that say; alone in covering somebody: \(alone)"
    )
  }

  private static func members(_ counts: Headcounts, _ language: Language) -> Wording {
    let share = counts.membersShare
    let percentage =
      share.whole > 0 ? " (\(NumberText.percent(share.part, share.whole, language)))" : ""
    let (members, professionals) = (NumberText.whole(share.part), NumberText.whole(share.whole))
    return Wording(
      fr:
        "Professionnels : \(members) adhérents de \(professionals)\(percentage), selon les CPTS qui donnent les deux (\(counts.answeringCount) renseignées sur \(counts.cptsCount))",
      en:
        "Professionals: \(members) members of \(professionals)\(percentage), by the CPTS that give both (\(counts.answeringCount) of \(counts.cptsCount) say)"
    )
  }
}
