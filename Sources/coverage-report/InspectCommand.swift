import Coverage

extension Subcommand {
  /// `coverage-report inspect`: what a file holds.
  static let inspect = Subcommand(
    name: "inspect",
    summary: Wording(
      fr: "Ce que contient un fichier : format, colonnes reconnues, problèmes, usage.",
      en: "What a file holds: format, columns recognised, problems, use."),
    files: Files(
      name: "FILE[#layer]", help: Wording(fr: "fichiers à décrire", en: "files to describe"),
      isNeeded: true, areSeveral: true),
    options: [movements, json, SettingTable.shared.language],
    notes: Wording(
      fr: """
        EXEMPLES
          coverage-report inspect communes.gpkg cpts.xlsx
          coverage-report inspect etude.yml plan.csv
          coverage-report inspect --json cpts.csv
        """,
      en: """
        EXAMPLES
          coverage-report inspect communes.gpkg cpts.xlsx
          coverage-report inspect study.yml plan.csv
          coverage-report inspect --json cpts.csv
        """)
  ) { arguments in
    let movements = arguments.settings[Self.movements].map { InputPath($0) }
    let language = arguments.settings.language ?? .ofLocale
    let files = arguments.files.map { InputPath($0) }
    let inputs = Inspections.inputs(of: files) + [movements].compactMap { $0 }
    let memory = MemoryBound(StudyBounds(reading: inputs)) { leave(after: $0, in: language) }
    defer { withExtendedLifetime(memory) {} }
    let inspections = try await Inspections.run(files, movements: movements)
    if arguments.settings[json] == true {
      try Output.print(inspections.json(in: language) + "\n", as: .json)
    } else {
      let pages = files.indices.compactMap { inspections.page($0, in: language) }
      let parts = pages + [inspections.ending(in: language)].filter { !$0.isEmpty }
      if !parts.isEmpty { try Output.print(parts.joined(separator: "\n\n") + "\n") }
    }
    for fault in inspections.faults { say(fault.message(in: language)) }
    if let first = inspections.faults.first { throw ExitCode(code: first.kind.rawValue) }
  }

  private static let movements = Setting<String?, InputPath?>(
    file: "cog", "FILE", .command,
    fr: "mouvements des communes (INSEE), pour dire l’année des codes",
    en: "INSEE's movements of communes, to tell the year of the codes")

  private static let json = Setting<Bool?, Bool>(
    flag: "json", .command, fr: "en JSON, pour les machines", en: "as JSON, for machines")
}
