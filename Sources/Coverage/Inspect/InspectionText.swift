extension Inspections {
  /// The page of one file; nil where it could not be read.
  public func page(_ place: Int, in language: Language) -> String? {
    try? results[place].get().text(in: language)
  }

  /// What the files make together: the calls that use them, or what keeps from it. Empty where there is
  /// nothing to say.
  public func ending(in language: Language) -> String {
    var lines = hindrances.map { PlainText.line($0[language]) }
    if !calls.isEmpty { lines.append(Wording(fr: "à lancer :", en: "to run:")[language]) }
    // A command that was cut would be another one.
    lines += calls.flatMap(\.lines).map { "  " + $0 }
    return lines.joined(separator: "\n")
  }
}

extension Inspection {
  /// A page that a reader who does not program understands.
  public func text(in language: Language) -> String {
    var lines = [
      path, "  \(format[language])", "  \(counted.words(rows)[language])\(use[language])",
    ]
    lines += facts.map { "  \($0[language])" }
    lines += columnLines(in: language)
    lines += problemLines(in: language)
    if let usage { lines.append("  " + usage[language]) }
    return lines.map { PlainText.line($0) }.joined(separator: "\n")
  }

  /// Where a command takes the file; nil where none does.
  private var usage: Wording? {
    if findings.use == .study {
      return Wording(
        fr: "pour l’utiliser : premier mot de report, check ou simulate",
        en: "to use it: first word of report, check or simulate")
    }
    guard let flag = findings.use.flag else { return nil }
    let option = StudyCall.Part(flag, path).text
    return Wording(fr: "pour l’utiliser : \(option)", en: "to use it: \(option)")
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
        : problem.lines.count == 1 && more.isEmpty
          ? Wording(fr: ", ligne \(numbers)", en: ", line \(numbers)")[language]
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

extension Inspection.Counted {
  /// How many of what is counted, with the colon after it.
  fileprivate func words(_ count: Int) -> Wording {
    let (french, english) =
      switch self {
      case .rows: (("ligne", "lignes"), ("row", "rows"))
      case .pixels:
        (("pixel peuplé", "pixels peuplés"), ("pixel with people", "pixels with people"))
      case .keys: (("clé", "clés"), ("key", "keys"))
      }
    return Wording(
      fr: count.inFrench(french.0, french.1) + " : ",
      en: count.inEnglish(english.0, english.1) + ": ")
  }
}
