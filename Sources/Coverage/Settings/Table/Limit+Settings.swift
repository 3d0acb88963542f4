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
}

extension Limit<Int> {
  static let sliverPeople = Limit(
    problem: Wording(fr: "pas un seuil", en: "no threshold"),
    cure: Wording(
      fr: "donnez un nombre d’habitants, par exemple 50",
      en: "give a number of people, for instance 50")
  ) { (1...1_000_000_000).contains($0) }

  static let jobs = Limit(
    problem: Wording(fr: "aucune tâche", en: "no task"),
    cure: Wording(fr: "donnez 1 ou plus", en: "give 1 or more")
  ) { $0 >= 1 }
}
