extension Inspection {
  /// Inspections of some files as one JSON array, in the words of `resume.json`.
  public static func json(_ inspections: [Inspection], in language: Language) -> String {
    let json = JSON.array(inspections.map { $0.json(in: language) })
    return String(decoding: json.bytes(.sorted), as: UTF8.self)
  }

  private func json(in language: Language) -> JSON {
    [
      "chemin": .text(path),
      "format": .text(format[language]),
      "usage": .text(fileUse.rawValue),
      "lignes": .whole(rows),
      "colonnes": .array(
        columns.map { column in
          [
            "nom": .text(column.name), "role": column.role.map { .text($0.rawValue) },
            "exemples": .texts(column.examples),
          ]
        }),
      "faits": .texts(facts.map { $0[language] }),
      "problemes": .array(
        problems.map { problem in
          [
            "gravite": .text(problem.severity.rawValue), "regle": .text(problem.rule.rawValue),
            "nombre": .whole(problem.count), "lignes": .array(problem.lines.map { .whole($0) }),
            "exemple": .text(problem.example[language]),
          ]
        }),
      "obstacle": obstacle.map { .text($0.message(in: language)) },
      "commande": command.map { .text($0) },
    ]
  }
}
