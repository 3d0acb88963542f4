extension Inspections {
  /// What was found as one JSON array, an entry a file, in the words of `resume.json`.
  public func json(in language: Language) -> String {
    let entries = results.enumerated().map { place, result -> JSON in
      switch result {
      case .success(let file):
        file.json(in: language, call: calls.first { $0.files.contains(place) }?.command)
      case .failure(let fault):
        ["chemin": .text(names[place]), "erreur": .text(fault.message(in: language))]
      }
    }
    return Self.text(entries)
  }

  fileprivate static func text(_ entries: [JSON]) -> String {
    String(decoding: JSON.array(entries).bytes(.sorted), as: UTF8.self)
  }
}

extension Inspection {
  /// Inspections of some files as one JSON array, each told by itself.
  public static func json(_ inspections: [Inspection], in language: Language) -> String {
    Inspections.text(inspections.map { $0.json(in: language, call: nil) })
  }

  /// - Parameter call: the call that uses the file, with those inspected beside it.
  fileprivate func json(in language: Language, call: String?) -> JSON {
    [
      "chemin": .text(path),
      "format": .text(format[language]),
      "usage": .text(findings.use.rawValue),
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
      "option": findings.use.flag.map { .text($0) },
      "commande": call.map { .text($0) },
    ]
  }
}
