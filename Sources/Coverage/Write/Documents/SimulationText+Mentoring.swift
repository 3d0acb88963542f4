/// What CPTS have only for a time, beside the indicator that counts it.
extension SimulationText {
  /// Who of the covered is so only for a time, and who mentors whom.
  static func mentorings(of simulation: Simulation, _ language: Language) -> [String] {
    guard let statement = mentoring(of: simulation) else { return [] }
    let rows = simulation.mentorings
    return [statement[language]] + rows.prefix(mostRows).map { "  " + line(of: $0)[language] }
      + (rows.count > mostRows ? ["  …"] : [])
  }

  /// Who of the covered is so only for a time; nil where nobody mentors.
  static func mentoring(of simulation: Simulation) -> Wording? {
    guard !simulation.mentorings.isEmpty else { return nil }
    let lowest = simulation.before.options.whiteBelow
    let people = simulation.peopleCoveredForATime
    let lasting = simulation.lasting[0].breakdown
    func percent(_ language: Language) -> String {
      NumberText.percent(lasting.cumulative(lowest), lasting.total, language)
    }
    return Wording(
      fr:
        "dont \(NumberText.count(people, "habitant couvert", "habitants couverts")) pour un temps, "
        + "par extension temporaire ; sans elle : \(percent(.french)) au stade \(lowest.key)",
      en:
        "of whom covered for a time, by temporary extension: \(NumberText.whole(people)); without "
        + "it: \(percent(.english)) at \(lowest.key)")
  }

  private static func line(of mentoring: Mentoring) -> Wording {
    let people = CountedPeople(count: mentoring.people, known: mentoring.known)
    let mentor = ShownName.text(mentoring.mentor.text)
    let named = mentoring.nameOfMentored
    return Wording(
      fr: "\(mentor) accompagne \(named.french) (habitants : \(people.words())) "
        + mentoring.until.french,
      en: "\(mentor) mentors \(named.english) (people: \(people.words(.english))) "
        + mentoring.until.english)
  }
}

extension Mentoring {
  /// How the CPTS to come is called.
  var nameOfMentored: Wording {
    mentored.isEmpty
      ? Wording(fr: "une CPTS qui n’est pas nommée", en: "a CPTS that is not named")
      : Wording(fr: ShownName.text(mentored), en: ShownName.text(mentored))
  }

  /// Until when.
  var until: Wording {
    guard let end else { return Wording(fr: "sans date de fin", en: "without a date of the end") }
    return Wording(fr: "jusqu’au \(end)", en: "until \(end)")
  }
}
