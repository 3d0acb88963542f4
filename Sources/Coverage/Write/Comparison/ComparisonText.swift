/// A comparison in a panel for the terminal: why the indicator moved, as a sentence and as bars, what became of zones
/// and CPTS, and where the files are.
public enum ComparisonText {
  /// Zones of a kind that are named; the others are only in the files.
  private static let mostNamed = 3
  private static let width = 20

  public static func summary(
    of comparison: Comparison, output: String, _ form: ComparisonReport.Form
  ) -> String {
    let language = form.language
    let paragraphs = [
      sides(comparison, language) + [sentence(comparison, language)],
      chart(comparison.whole, language),
      warnings(of: comparison, language),
      zones(comparison, language), counts(comparison, language),
      TerminalText.written(ComparisonReport.fileNames(form), to: output, language),
    ]
    return paragraphs.filter { !$0.isEmpty }.map { TerminalText.joined($0) }
      .joined(separator: "\n")
  }

  static func warnings(of comparison: Comparison, _ language: Language) -> [String] {
    comparison.warnings.map {
      Wording(fr: "ATTENTION : \($0.french)", en: "WARNING: \($0.english)")[language]
    }
  }

  /// What is compared, and by which populations where they differ.
  private static func sides(_ comparison: Comparison, _ language: Language) -> [String] {
    let (old, new) = (comparison.before.population.source, comparison.after.population.source)
    let sides = [
      (Wording(fr: "Avant", en: "Before"), comparison.before, comparison.names.before),
      (Wording(fr: "Après", en: "After"), comparison.after, comparison.names.after),
    ].map { head, study, name in
      Wording(
        fr: "\(head.french), le \(study.day.inWords(.french)) : ",
        en: "\(head.english), \(study.day.inWords(.english)): ")[language]
        + (study.title.isEmpty ? name : "\(ShownName.text(study.title)) (\(name))")
    }
    guard old != new else { return sides }
    return sides + [
      Wording(
        fr: "Populations : \(ShownName.text(old)) ; \(ShownName.text(new))",
        en: "Populations: \(ShownName.text(old)); \(ShownName.text(new))")[language]
    ]
  }

  /// The sentence to copy: from when to when, how much, and by what, the largest first.
  static func sentence(_ comparison: Comparison, _ language: Language) -> String {
    let whole = comparison.whole
    let days = (comparison.before.day.inWords(language), comparison.after.day.inWords(language))
    let (old, new) = whole.hundredths
    let change = whole.covered.after - whole.covered.before
    let people = NumberText.signed(change)
    let percents = (
      NumberText.percent(whole.covered.before, whole.total.before, language),
      NumberText.percent(whole.covered.after, whole.total.after, language)
    )
    let points = NumberText.points(new - old, language)
    let parts = told(whole).map { step in
      let clause = step.cause.clause(comparison.after.whiteBelow)
      let points =
        step.points.map { NumberText.points($0, language) } ?? NumberText.signed(step.people)
      return Wording(
        fr: "\(points) par \(clause.french)", en: "\(points) by \(clause.english)")[language]
    }
    let head = Wording(
      fr: "Du \(days.0) au \(days.1) : \(points) point\(abs(new - old) < 200 ? "" : "s") "
        + "(\(percents.0) → \(percents.1)), soit \(people) habitant\(abs(change) < 2 ? "" : "s")",
      en: "From \(days.0) to \(days.1): \(points) points (\(percents.0) → \(percents.1)), "
        + "\(people) people")[language]
    guard !parts.isEmpty else { return head + "." }
    return head + Wording(fr: ", dont ", en: ", of which ")[language]
      + parts.joined(separator: ", ") + "."
  }

  /// Causes that the sentence names: those of a hundredth of a point at least, or all where none has so much.
  private static func told(_ whole: Waterfall) -> [Waterfall.Step] {
    let steps = largest(whole)
    let moved = steps.filter { $0.points != 0 }
    return moved.isEmpty ? steps : moved
  }

  /// Causes, the largest first.
  private static func largest(_ whole: Waterfall) -> [Waterfall.Step] {
    whole.steps.sorted {
      let sizes = (abs($0.points ?? 0), abs($1.points ?? 0))
      if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
      return abs($0.people) == abs($1.people)
        ? $0.cause < $1.cause : abs($0.people) > abs($1.people)
    }
  }

  /// One bar a cause, in the order of the files.
  private static func chart(_ whole: Waterfall, _ language: Language) -> [String] {
    guard let most = whole.steps.map({ abs($0.people) }).max() else { return [] }
    return whole.steps.map { step in
      let filled =
        most == 0
        ? 0
        : Int((Int128(abs(step.people)) * Int128(width) * 2 + Int128(most)) / (2 * Int128(most)))
      let bar = String(repeating: step.people < 0 ? "▒" : "█", count: filled)
      let points = step.points.map { NumberText.points($0, language) } ?? "–"
      return padded("  " + step.cause.rawValue, 20) + padded(bar, width + 1)
        + leftPadded(points, 7) + leftPadded(NumberText.signed(step.people), 14) + "  "
        + step.cause.label[language]
    }
  }

  private static func zones(_ comparison: Comparison, _ language: Language) -> [String] {
    let tally = comparison.zoneTally
    let kinds = ZoneVariation.allCases.filter { tally.count($0) > 0 }
    let counts = kinds.map { $0.count(tally.count($0))[language] }.joined(separator: ", ")
    let (old, new) = (comparison.before.zones.count, comparison.after.zones.count)
    var lines = [
      Wording(
        fr: "Zones blanches : \(NumberText.whole(old)) avant, \(NumberText.whole(new)) après",
        en: "White zones: \(NumberText.whole(old)) before, \(NumberText.whole(new)) after")[
          language]
        + (counts.isEmpty ? "" : Wording(fr: " ; ", en: "; ")[language] + counts)
    ]
    if !tally.renamed.isEmpty {
      let pairs = tally.renamed.prefix(mostNamed).map { "\($0.before) → \($0.after)" }
      lines.append(
        Wording(
          fr: "  même terrain sous un autre nom (\(tally.renamed.count)) : ",
          en: "  the same land under another name (\(tally.renamed.count)): ")[language]
          + pairs.joined(separator: ", ") + (tally.renamed.count > mostNamed ? "…" : ""))
    }
    for kind in kinds where kind != .unchanged {
      lines += named(tally.ids[kind] ?? [], kind, comparison)
    }
    return lines
  }

  /// The most populous zones of one fate, with their people before and after.
  private static func named(
    _ ids: [String], _ kind: ZoneVariation, _ comparison: Comparison
  ) -> [String] {
    let isAfter = kind == .merged || kind == .new
    let ids = Set(ids)
    let largest = (isAfter ? comparison.after : comparison.before).zones
      .filter { ids.contains($0.id) }
      .sorted { $0.people == $1.people ? $0.id < $1.id : $0.people > $1.people }
    return largest.prefix(mostNamed).map { zone in
      "  " + padded(kind.rawValue, 10) + padded(zone.id, 12)
        + leftPadded(NumberText.whole(zone.people), 10) + "  " + ShownName.shortened(zone.name)
        + others(of: zone.id, isAfter: isAfter, comparison.zones)
    }
  }

  /// The zones that one goes on in, or has come of.
  private static func others(of id: String, isAfter: Bool, _ links: [ZoneLink]) -> String {
    let others = links.filter { (isAfter ? $0.after : $0.before) == id }
      .sorted { ($1.people, $0.after ?? "") < ($0.people, $1.after ?? "") }
      .compactMap { link in
        (isAfter ? link.before : link.after).map { "\($0) (\(NumberText.whole(link.people)))" }
      }
    guard !others.isEmpty else { return "" }
    return (isAfter ? " ← " : " → ") + others.prefix(mostNamed).joined(separator: ", ")
      + (others.count > mostNamed ? "…" : "")
  }

  private static func counts(_ comparison: Comparison, _ language: Language) -> [String] {
    let ever = comparison.cpts.filter { row in
      [row.before, row.after].contains { $0.map { $0.stage >= .project } ?? false }
    }
    let found = Dictionary(grouping: ever, by: \.variation).mapValues(\.count)
    let cpts = CPTSVariation.allCases.compactMap { kind in
      found[kind].map { kind.count($0)[language] }
    }
    let existing = (
      comparison.before.cpts.count { $0.stage >= .project },
      comparison.after.cpts.count { $0.stage >= .project }
    )
    var lines = [
      Wording(
        fr: "CPTS (projet ou plus) : \(existing.0) avant, \(existing.1) après",
        en: "CPTS (projet or above): \(existing.0) before, \(existing.1) after")[language]
        + (cpts.isEmpty
          ? "" : Wording(fr: " ; ", en: "; ")[language] + cpts.joined(separator: ", "))
    ]
    if let overlaps = comparison.overlaps {
      func count(_ variation: OverlapVariation) -> Int {
        overlaps.count { $0.variation == variation }
      }
      let numbers = (count(.new), count(.solved), count(.changed), count(.unchanged))
      lines.append(
        Wording(
          fr: "Chevauchements : \(numbers.0.inFrench("nouveau", "nouveaux")), "
            + "\(numbers.1.inFrench("résolu", "résolus")), \(numbers.2.inFrench("changé", "changés")), "
            + numbers.3.inFrench("inchangé", "inchangés"),
          en: "Overlaps: \(numbers.0) new, \(numbers.1) solved, \(numbers.2) changed, "
            + "\(numbers.3) unchanged")[language])
    }
    return lines
  }
}
