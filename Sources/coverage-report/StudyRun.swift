import Coverage

/// What commands that make a study share: settings from the flags and the study file, progress,
/// faults, the summary at the end.
struct StudyRun {
  let options: StudyOptions
  /// Folder of the results, where one is named.
  let folder: String?
  let clock: StepClock
  fileprivate let progress: ProgressLine
  fileprivate let isQuiet: Bool
  fileprivate let isStrict: Bool

  /// Folder of the results, which the command needs.
  var output: String {
    get throws(InputFault) {
      guard let folder else { throw Self.noOutput }
      return folder
    }
  }

  static let noOutput = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --output", en: "--output is missing"),
    cure: Wording(
      fr: "nommez le dossier des résultats : --output out",
      en: "name the folder of the results: --output out"))

  /// Tells of files that an output would have replaced.
  func tell(_ kept: [KeptFile], in output: String) {
    progress.end()
    for line in KeptFile.lines(of: kept, in: output, options.language) { say(line) }
  }

  /// Ends a command whose results are in files, with its summary.
  ///
  /// - Throws: where the summary cannot be written, and as `end` does.
  func end(_ summary: String, in folder: String, _ anomalies: [Anomaly]) throws {
    progress.end()
    if !isQuiet { try Output.print(summary: summary, of: folder) }
    try end(anomalies)
  }

  /// Ends a command whose result is what it prints.
  ///
  /// - Throws: where it cannot be written, and as `end` does.
  func end(printing result: String, as form: Output.Form, _ anomalies: [Anomaly]) throws {
    progress.end()
    try Output.print(result, as: form)
    try end(anomalies)
  }

  /// - Throws: the exit code of wrong data where `--strict` asks for it.
  private func end(_ anomalies: [Anomaly]) throws {
    if isStrict, anomalies.contains(where: { $0.severity == .error }) {
      throw ExitCode(code: InputFault.Kind.data.rawValue)
    }
  }
}

extension Arguments {
  /// Runs the work of a command that makes a study.
  ///
  /// - Parameter others: files that it reads besides those of the settings of a study.
  func runStudy(reading others: [InputPath] = [], _ work: (StudyRun) async throws -> Void)
    async throws
  {
    let asked = settings.language ?? .ofLocale
    var settings = settings
    try await reportingFaults(in: asked) {
      if let first = files.first { settings = try StudyArgument.complete(settings, by: first) }
    }
    let language = settings.language ?? asked
    try await reportingFaults(in: language) {
      let isQuiet = settings.quiet ?? false
      let progress = ProgressLine(settings.progress ?? .auto, quiet: isQuiet, language)
      defer { progress.end() }
      let options = try StudyOptions(settings, language: language)
      let read = options.inputs + EarlierReport.inputs(of: options) + others
      let memory = MemoryBound(StudyBounds(reading: read)) { fault in
        progress.end()
        leave(after: fault, in: language)
      }
      let clock = StepClock { step in
        memory.begin(step)
        progress.begin(step)
      }
      try await work(
        StudyRun(
          options: options, folder: settings.output, clock: clock, progress: progress,
          isQuiet: isQuiet, isStrict: settings.strict ?? false))
    }
  }
}
