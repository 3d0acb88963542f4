import Coverage
import Foundation

extension Subcommand {
  /// `coverage-report compare`: what changed between two studies, and why.
  static let compare = Subcommand(
    name: "compare",
    summary: Wording(
      fr: "Ce qui a changé entre deux études, et pourquoi : indicateur, CPTS, zones.",
      en: "What changed between two studies, and why: indicator, CPTS, zones."),
    files: Files(
      name: "BEFORE AFTER",
      help: Wording(
        fr: "deux dossiers écrits par report, ou deux fichiers d’étude",
        en: "two folders that report wrote, or two study files"),
      isNeeded: true, areSeveral: true, most: 2),
    options: [
      movements, SettingTable.shared.output, SettingTable.shared.csv, SettingTable.shared.zip,
      SettingTable.shared.wait, SettingTable.shared.language, SettingTable.shared.jobs,
      SettingTable.shared.quiet, SettingTable.shared.progress,
    ],
    notes: Wording(
      fr: """
        CE QUI EST LU
          D’un dossier : communes.csv, cpts.csv, secteurs.csv, zones_blanches.csv,
          resume.json, et chevauchements.csv s’il y est. Un fichier changé depuis est
          refusé. Un fichier d’étude est calculé d’abord, au jour qu’il dit.

        EXEMPLES
          coverage-report compare out/2021 out/2022 --output out/variation
          coverage-report compare out/2021 etude.yml --output out/variation
          coverage-report compare out/2023 out/2025 \\
            --cog mouvements-communes.csv --output out/variation
        """,
      en: """
        WHAT IS READ
          Of a folder: communes.csv, cpts.csv, secteurs.csv, zones_blanches.csv,
          resume.json, and chevauchements.csv where it is there. A file changed since is
          refused. A study file is computed first, on the day that it says.

        EXAMPLES
          coverage-report compare out/2021 out/2022 --output out/variation
          coverage-report compare out/2021 study.yml --output out/variation
          coverage-report compare out/2023 out/2025 \\
            --cog mouvements-communes.csv --output out/variation
        """)
  ) { arguments in
    guard arguments.files.count == 2 else { throw oneStudy }
    let settings = arguments.settings
    let language = settings.language ?? .ofLocale
    try await reportingFaults(in: language) {
      guard let output = settings.output else { throw StudyRun.noOutput }
      let sides = try arguments.files.map { try side($0, settings, language) }
      let movements = settings[Self.movements].map { InputPath($0) }
      let bounds = StudyBounds(
        reading: sides.flatMap(\.inputs)
          + [movements, ComparedStudy.ofMap(sides)].compactMap { $0 })
      let progress = ProgressLine(
        settings.progress ?? .auto, quiet: settings.quiet ?? false, language)
      defer { progress.end() }
      let memory = MemoryBound(bounds) { fault in
        progress.end()
        leave(after: fault, in: language)
      }
      let clock = StepClock { step in
        memory.begin(step)
        progress.begin(step)
      }
      let form = ComparisonReport.Form(
        language: language, csv: settings.csv ?? .standard, wait: settings.wait ?? false,
        zip: settings.zip ?? false)
      let comparison = try await Comparison.run(
        sides[0], sides[1], movements: movements,
        jobs: settings.jobs ?? ProcessInfo.processInfo.activeProcessorCount, clock: clock)
      let kept = try await ComparisonReport.write(
        comparison, to: output, form, bounds: bounds,
        besides: arguments.files.filter { !ComparedStudy.isFolder($0) }, clock: clock)
      progress.end()
      for line in KeptFile.lines(of: kept, in: output, language) { say(line) }
      if settings.quiet != true {
        try Output.print(
          summary: ComparisonText.summary(of: comparison, output: output, form), of: output)
      }
      leave(keeping: comparison)
    }
  }

  private static let movements = Setting<String?, InputPath?>(
    file: "cog", "FILE", .command,
    fr: "mouvements des communes (INSEE), quand les codes des deux études diffèrent",
    en: "INSEE's movements of communes, where the codes of both studies differ")

  /// A folder is one of `report`; anything else makes a study, by its own settings.
  private static func side(
    _ path: String, _ settings: StudySettings, _ language: Language
  ) throws(InputFault) -> ComparedStudy {
    if ComparedStudy.isFolder(path) { return .folder(path) }
    try ComparedStudy.refusePacked(path)
    var own = StudySettings()
    own.jobs = settings.jobs
    own = try StudyArgument.complete(own, by: path)
    return .study(try StudyOptions(own, language: language), name: path)
  }

  private static let oneStudy = InputFault(
    .usage, path: "",
    problem: Wording(
      fr: "une comparaison a besoin de deux études", en: "a comparison needs two studies"),
    cure: Wording(
      fr: "nommez celle d’avant, puis celle d’après : coverage-report compare AVANT APRES "
        + "--output out",
      en: "name that of before, then that of after: coverage-report compare BEFORE AFTER "
        + "--output out"))
}
