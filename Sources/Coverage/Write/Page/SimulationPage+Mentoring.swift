extension SimulationPage {
  /// What CPTS have only for a time; nil where none has anything.
  var mentorings: Document.Section? {
    guard let statement = SimulationText.mentoring(of: simulation) else { return nil }
    return section(
      words(
        fr: "Extensions temporaires, avec mentorat", en: "Temporary extensions, with mentoring"),
      [
        words(fr: "Habitants couverts après le plan : ", en: "People covered after the plan: ")
          + statement[language] + "."
      ],
      [
        words(fr: "CPTS qui accompagne", en: "CPTS that mentors"),
        words(fr: "CPTS à venir", en: "CPTS to come"), words(fr: "ses habitants", en: "its people"),
        words(fr: "couverts pour un temps", en: "covered for a time"),
        words(fr: "fin du mentorat", en: "end of the mentoring"),
      ],
      simulation.mentorings.map { mentoring in
        let isUnknown = mentoring.known == .none
        return [
          .cell(.text(mentoring.mentor.text)), .cell(.text(mentoring.nameOfMentored[language])),
          .cell(.whole(isUnknown ? nil : mentoring.people)),
          .cell(.whole(isUnknown ? nil : mentoring.peopleCovered)),
          .cell(.text(mentoring.end?.description ?? words(fr: "à fixer", en: "to be set"))),
        ]
      }, file: "simulation_mentorats.csv")
  }
}
