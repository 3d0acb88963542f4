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
          coverage-report inspect --json cpts.csv
        """,
      en: """
        EXAMPLES
          coverage-report inspect communes.gpkg cpts.xlsx
          coverage-report inspect --json cpts.csv
        """)
  ) { arguments in
    let movements = arguments.settings[Self.movements].map { InputPath($0) }
    let language = arguments.settings.language ?? .ofLocale
    let inputs = arguments.files.map { InputPath($0) } + [movements].compactMap { $0 }
    let memory = MemoryBound(StudyBounds(reading: inputs)) { leave(after: $0, in: language) }
    defer { withExtendedLifetime(memory) {} }
    guard arguments.settings[json] == true else {
      for (index, file) in arguments.files.enumerated() {
        let page = try Inspection(InputPath(file), movements: movements).text(in: language)
        try Output.print((index == 0 ? page : "\n\(page)") + "\n")
      }
      return
    }
    let inspections = try arguments.files.map {
      try Inspection(InputPath($0), movements: movements)
    }
    try Output.print(Inspection.json(inspections, in: language) + "\n", as: .json)
  }

  private static let movements = Setting<String?, InputPath?>(
    file: "cog", "FILE", .command,
    fr: "mouvements des communes (INSEE), pour dire l’année des codes",
    en: "INSEE's movements of communes, to tell the year of the codes")

  private static let json = Setting<Bool?, Bool>(
    flag: "json", .command, fr: "en JSON, pour les machines", en: "as JSON, for machines")
}
