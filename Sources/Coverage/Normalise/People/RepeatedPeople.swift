extension [Anomaly] {
  /// More rows than these with one cause are one line.
  static let mostPeopleNamed = 3

  /// One line in the place of many that say the same of the people of a file: values that cannot be read, and
  /// those that are rounded.
  ///
  /// - Complexity: O(anomalies).
  func withPeopleTogether() -> [Anomaly] {
    var result = self
    for rule in [Anomaly.Rule.unitWithoutPopulation, .fractionalPopulation] {
      let isOne = { (anomaly: Anomaly) in anomaly.rule == rule && anomaly.severity != .warning }
      let all = result.filter(isOne)
      guard all.count > Self.mostPeopleNamed, let first = all.first else { continue }
      let some = all.prefix(Self.mostPeopleNamed)
      let french = some.map { "\($0.object) : \($0.finding.french)" }.joined(separator: " ; ")
      let english = some.map { "\($0.object): \($0.finding.english)" }.joined(separator: "; ")
      let isRounded = rule == .fractionalPopulation
      result.removeAll(where: isOne)
      result.append(
        Anomaly(
          first.severity, rule, file: first.file, line: first.line, object: "",
          finding: Wording(
            fr: "\(NumberText.count(all.count, "ligne", "lignes")), dont \(french)…",
            en: "\(NumberText.count(all.count, "row", "rows", .english)), such as \(english)…"),
          treatment: isRounded
            ? Wording(fr: "arrondis", en: "rounded")
            : Wording(
              fr:
                "population inconnue : ces unités ne comptent pas dans les totaux ; écrivez leurs habitants",
              en: "unknown population: these units are not in the totals; write their people")))
    }
    return result
  }
}
