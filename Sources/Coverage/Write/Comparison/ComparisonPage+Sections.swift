/// What changed, a section a table.
extension ComparisonPage {
  /// Regions and departments where the indicator moved, the largest change of people first.
  var areas: Document.Section? {
    let moved = comparison.waterfalls.dropFirst().filter { !$0.steps.isEmpty }
      .sorted {
        let changes = (
          abs($0.covered.after - $0.covered.before), abs($1.covered.after - $1.covered.before)
        )
        return changes.0 == changes.1
          ? ($0.level, $0.code) > ($1.level, $1.code) : changes.0 > changes.1
      }
    return section(
      words(fr: "Régions et départements", en: "Regions and departments"),
      [
        words(fr: "Territoire", en: "Area"), words(fr: "avant", en: "before"),
        words(fr: "après", en: "after"), "points", words(fr: "habitants", en: "people"),
        words(fr: "Causes", en: "Causes"),
      ], moved, file: "variation.csv"
    ) { area in
      let causes = area.steps.map { step in
        let points = step.points.map { NumberText.points($0, language) } ?? "–"
        return "\(step.cause.label[language]) \(points) (\(NumberText.signed(step.people)))"
      }
      return [
        text(area.name.isEmpty ? area.code : "\(area.code) \(area.name)"),
        figures(NumberText.percent(area.covered.before, area.total.before, language)),
        figures(NumberText.percent(area.covered.after, area.total.after, language)),
        figures(NumberText.points(area.hundredths.after - area.hundredths.before, language)),
        figures(NumberText.signed(area.covered.after - area.covered.before)),
        text(causes.joined(separator: ", ")),
      ]
    }
  }

  /// CPTS that are not as they were.
  var cpts: Document.Section? {
    section(
      words(fr: "CPTS qui changent", en: "CPTS that change"),
      [
        "CPTS", words(fr: "Nom", en: "Name"), words(fr: "Ce qui change", en: "What changes"),
        words(fr: "Stade avant", en: "Stage before"), words(fr: "Stade après", en: "Stage after"),
        words(fr: "habitants avant", en: "people before"),
        words(fr: "habitants après", en: "people after"), words(fr: "gagnés", en: "gained"),
        words(fr: "perdus", en: "lost"), words(fr: "taille avant", en: "size before"),
        words(fr: "taille après", en: "size after"),
      ], comparison.cpts.filter { $0.variation != .unchanged }, file: "cpts_variation.csv"
    ) { row in
      let (old, new) = (row.before, row.after)
      let ids = Set([old?.id, new?.id].compactMap { $0?.text }).sorted()
      return [
        text(ids.joined(separator: " → ")), text((new ?? old)?.name ?? ""),
        text(row.variation.label[language]),
        text(old?.stage.label[language] ?? "—"), text(new?.stage.label[language] ?? "—"),
        .cell(.whole(old?.people)), .cell(.whole(new?.people)), .cell(.whole(row.peopleGained)),
        .cell(.whole(row.peopleLost)), .cell(.whole(old?.sizeClass)), .cell(.whole(new?.sizeClass)),
      ]
    }
  }

  /// White zones that are not as they were, with what goes on in what.
  var zones: Document.Section? {
    let names = (names(comparison.before.zones), names(comparison.after.zones))
    return section(
      words(fr: "Zones blanches qui changent", en: "White zones that change"),
      [
        words(fr: "Avant", en: "Before"), words(fr: "Après", en: "After"),
        words(fr: "Sort", en: "Fate"), words(fr: "habitants en commun", en: "people in common"),
      ],
      comparison.zones.filter { $0.variation != .unchanged || $0.before != $0.after }
        .enumerated().sorted { ($1.element.people, $0.offset) < ($0.element.people, $1.offset) }
        .map(\.element),
      file: "zones_variation.csv"
    ) { link in
      [
        text(link.before.map { "\($0) \(names.0[$0] ?? "")" } ?? "—"),
        text(link.after.map { "\($0) \(names.1[$0] ?? "")" } ?? "—"),
        text(link.variation.label[language]),
        .cell(.whole(link.people)),
      ]
    }
  }

  var overlaps: Document.Section? {
    section(
      words(fr: "Chevauchements qui changent", en: "Overlaps that change"),
      [
        "CPTS", words(fr: "Sort", en: "Fate"), words(fr: "Avant", en: "Before"),
        words(fr: "Après", en: "After"), words(fr: "habitants avant", en: "people before"),
        words(fr: "habitants après", en: "people after"),
      ], (comparison.overlaps ?? []).filter { $0.variation != .unchanged },
      file: "chevauchements_variation.csv"
    ) { row in
      [
        text("\(row.first) – \(row.second)"), text(row.variation.label[language]),
        text(qualification(row.qualificationBefore)), text(qualification(row.qualificationAfter)),
        .cell(.whole(row.peopleBefore)), .cell(.whole(row.peopleAfter)),
      ]
    }
  }

  /// In words; as the file has it where it is none that we know.
  private func qualification(_ word: String?) -> String {
    guard let word else { return "—" }
    return OverlapQualification(rawValue: word)?.label[language] ?? word
  }

  private func names(_ zones: [Snapshot.Land]) -> [String: String] {
    Dictionary(zones.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private func text(_ text: String) -> DocumentTable.Entry { .cell(.text(text)) }
  private func figures(_ text: String) -> DocumentTable.Entry { .figures(Prose(text)) }
}
