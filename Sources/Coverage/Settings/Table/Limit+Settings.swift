// Values that can be read, and that no study can have.

extension Limit<Stage> {
  static let whiteBelow = Limit(
    problem: Wording(fr: "tout le monde serait couvert", en: "everybody would be covered"),
    cure: Wording(fr: "choisissez projet ou plus", en: "choose projet or above")
  ) { $0 != .none }
}

extension Limit<Double> {
  /// Metres that no territory reaches: twice a threshold is still a plain number. With 0 nothing is a sliver.
  static let sliverWidth = Limit(
    problem: Wording(fr: "pas une largeur", en: "no width"),
    cure: Wording(fr: "donnez des mètres, par exemple 50", en: "give metres, for instance 50")
  ) { ($0 > 0 || $0.bitPattern == 0) && $0 <= 1e7 }

  /// Half of the Earth's circumference: nothing is farther.
  static let kilometres = Limit(
    problem: Wording(
      fr: "pas une distance, au-dessus de 0 et jusqu’à 20 000 km",
      en: "no distance, above 0 and up to 20,000 km"),
    cure: Wording(
      fr: "donnez des kilomètres, par exemple 60", en: "give kilometres, for instance 60")
  ) { $0 > 0 && $0 <= 20_000 }

  static let percent = Limit(
    problem: Wording(fr: "pas un pourcentage", en: "no percentage"),
    cure: Wording(
      fr: "donnez un nombre au-dessus de 0, jusqu’à 100, par exemple 20",
      en: "give a number above 0, up to 100, for instance 20")
  ) { $0 > 0 && $0 <= 100 }
}

extension Limit<Int> {
  static let sliverPeople = Limit(
    problem: Wording(fr: "pas un seuil", en: "no threshold"),
    cure: Wording(
      fr: "donnez un nombre d’habitants, par exemple 50",
      en: "give a number of people, for instance 50")
  ) { (1...1_000_000_000).contains($0) }

  static let jobs = Limit(
    problem: Wording(fr: "pas un nombre de tâches", en: "no number of tasks"),
    cure: Wording(
      fr: "donnez un nombre de 1 à 1 024, par exemple 2",
      en: "give a number from 1 to 1,024, for instance 2")
  ) { (1...1024).contains($0) }

  /// So many people that more would mean nothing, and that sums of them stay exact.
  static func people(_ range: ClosedRange<Int>, example: Int) -> Limit {
    let (least, most) = (NumberText.whole(range.lowerBound), NumberText.whole(range.upperBound))
    return Limit(
      problem: Wording(
        fr: "pas un nombre d’habitants de \(least) à \(most)",
        en: "no number of people from \(least) to \(most)"),
      cure: Wording(fr: "donnez par exemple \(example)", en: "give for instance \(example)")
    ) { range.contains($0) }
  }
}
