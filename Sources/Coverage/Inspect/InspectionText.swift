extension Inspection {
  /// A page that a reader who does not program understands.
  public func text(in language: Language) -> String {
    var lines = [
      path, "  \(format[language])",
      "  "
        + Wording(
          fr: "\(rows) \(isPicture ? "pixels peuplés" : "lignes") : \(use.french)",
          en: "\(rows) \(isPicture ? "pixels with people" : "rows"): \(use.english)")[language],
    ]
    lines += facts.map { "  \($0[language])" }
    lines += columnLines(in: language)
    lines += problemLines(in: language)
    if let command {
      lines.append(
        "  "
          + Wording(fr: "pour l’utiliser : \(command)", en: "to use it: \(command)")[language])
    }
    return lines.map { PlainText.line($0) }.joined(separator: "\n")
  }

  private func columnLines(in language: Language) -> [String] {
    columns.map { column in
      let role = column.role.map { " → \($0.rawValue)" } ?? ""
      let examples = column.examples.map { Self.short($0) }.joined(separator: ", ")
      return "    \(Self.short(column.name))\(role)" + (examples.isEmpty ? "" : "   (\(examples))")
    }
  }

  private func problemLines(in language: Language) -> [String] {
    var lines: [String] = []
    if let obstacle {
      let stops = Wording(fr: "arrêterait une étude : ", en: "would stop a study: ")[language]
      lines.append("  \(stops)\(obstacle.message(in: language))")
    }
    for problem in problems {
      let numbers = problem.lines.map(String.init).joined(separator: ", ")
      let more = problem.count > problem.lines.count ? "…" : ""
      let places =
        numbers.isEmpty
        ? ""
        : Wording(fr: ", lignes \(numbers)\(more)", en: ", lines \(numbers)\(more)")[language]
      lines.append(
        "  \(problem.severity.rawValue) \(problem.rule.rawValue) (\(problem.count)\(places))")
      lines.append("    \(Self.short(problem.example[language], 200))")
    }
    return lines
  }

  private static func short(_ text: String, _ most: Int = 40) -> String {
    text.count > most ? "\(text.prefix(most))…" : text
  }
}
