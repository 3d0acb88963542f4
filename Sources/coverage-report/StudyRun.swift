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
      guard let folder else {
        throw InputFault(
          .usage, path: "",
          problem: Wording(fr: "il manque --output", en: "--output is missing"),
          cure: Wording(
            fr: "nommez le dossier des résultats : --output out",
            en: "name the folder of the results: --output out"))
      }
      return folder
    }
  }

  /// Tells of files that an output would have replaced.
  func tell(_ kept: [KeptFile], in output: String) {
    progress.end()
    if let message = KeptFile.message(of: kept, in: output, options.language) { say(message) }
  }

  /// Prints the summary of a command that is done.
  ///
  /// - Throws: the exit code of wrong data where `--strict` asks for it.
  func end(_ summary: String, _ anomalies: [Anomaly]) throws {
    progress.end()
    // What is all that a command writes is no summary.
    if !isQuiet || folder == nil { print(summary, terminator: "") }
    if isStrict, anomalies.contains(where: { $0.severity == .error }) {
      throw ExitCode(code: InputFault.Kind.data.rawValue)
    }
  }
}

extension Arguments {
  /// Runs the work of a command that makes a study.
  func runStudy(_ work: (StudyRun) async throws -> Void) async throws {
    let asked = settings.language ?? .ofLocale
    var settings = settings
    try await reportingFaults(in: asked) {
      if let study = files.first { settings = settings.over(try StudyFile.read(study)) }
    }
    let language = settings.language ?? asked
    try await reportingFaults(in: language) {
      let isQuiet = settings.quiet ?? false
      let progress = ProgressLine(settings.progress ?? .auto, quiet: isQuiet, language)
      defer { progress.end() }
      let options = try StudyOptions(settings, language: language)
      let memory = MemoryBound(StudyBounds(reading: options.inputs)) { fault in
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
