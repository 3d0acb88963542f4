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
    options: [movements, json, asList] + ofLists + [SettingTable.shared.language],
    notes: Wording(
      fr: """
        EXEMPLES
          coverage-report inspect communes.gpkg cpts.xlsx
          coverage-report inspect etude.yml plan.csv
          coverage-report inspect --json cpts.csv
          coverage-report inspect --as-list perimetres.shp > liste.csv
        """,
      en: """
        EXAMPLES
          coverage-report inspect communes.gpkg cpts.xlsx
          coverage-report inspect study.yml plan.csv
          coverage-report inspect --json cpts.csv
          coverage-report inspect --as-list perimeters.shp > list.csv
        """)
  ) { arguments in
    if arguments.settings[asList] == true { return try await writeList(arguments) }
    if let given = ofLists.first(where: { arguments.settings.has($0) }) {
      throw onlyForLists(given.face.flag)
    }
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

  /// Writes what maps of territories draw as a list.
  @Sendable private static func writeList(_ arguments: Arguments) async throws {
    guard arguments.files.count == 1, arguments.settings[json] != true else {
      throw InputFault(
        .usage, path: "",
        problem: Wording(
          fr: "--as-list écrit la liste d’un fichier, en CSV",
          en: "--as-list writes the list of one file, as CSV"),
        cure: Wording(
          fr: "nommez une carte, ou un fichier d’étude", en: "name one map, or a study file"))
    }
    try await arguments.runStudy { run in
      let list = try await DrawnList.run(run.options, clock: run.clock)
      try run.end(printing: list.text, as: .table, [])
      for note in list.notes { say(note[run.options.language]) }
    }
  }

  private static func onlyForLists(_ flag: String) -> InputFault {
    InputFault(
      .usage, path: "",
      problem: Wording(fr: "\(flag) va avec --as-list", en: "\(flag) goes with --as-list"),
      cure: Wording(
        fr: "ôtez l’option, ou écrivez la liste d’une carte : --as-list",
        en: "drop the option, or write the list of a map: --as-list"))
  }

  private static let asList = Setting<Bool?, Bool>(
    flag: "as-list", .command,
    fr: "écrire les territoires dessinés comme une liste de communes (CSV), que `--cpts` relit ; "
      + "les options qui suivent vont avec",
    en: "write drawn territories as a list of communes (CSV), which `--cpts` reads back; the "
      + "options that follow go with it")

  /// What a list of drawings depends on.
  private static let ofLists: [any AnySetting] = [
    SettingTable.shared.units, SettingTable.shared.population, SettingTable.shared.grid,
    SettingTable.shared.sliverWidth, SettingTable.shared.sliverPeople, SettingTable.shared.at,
    SettingTable.shared.columns, SettingTable.shared.csv,
  ]

  private static let json = Setting<Bool?, Bool>(
    flag: "json", .command, fr: "en JSON, pour les machines", en: "as JSON, for machines")
}
