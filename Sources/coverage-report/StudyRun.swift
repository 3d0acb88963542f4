import ArgumentParser
import Coverage

/// What commands that make a study share: settings from the flags and the study file, progress,
/// faults, the summary at the end.
struct StudyRun {
  let options: StudyOptions
  /// Folder of the results.
  let output: String
  let clock: StepClock
  fileprivate let progress: ProgressLine
  fileprivate let isQuiet: Bool
  fileprivate let isStrict: Bool

  /// Prints the summary of a command that is done.
  ///
  /// - Throws: the exit code of wrong data where `--strict` asks for it.
  func end(_ summary: String, _ anomalies: [Anomaly]) throws {
    progress.end()
    if !isQuiet { print(summary, terminator: "") }
    if isStrict, anomalies.contains(where: { $0.severity == .error }) {
      throw ExitCode(InputFault.Kind.data.rawValue)
    }
  }
}

extension StudyArguments {
  /// Runs the work of a command that makes a study.
  ///
  /// - Parameter output: the folder that a flag names.
  func runStudy(output: String?, _ work: (StudyRun) async throws -> Void) async throws {
    let asked = language ?? .ofLocale
    var settings = settings
    settings.output = output
    try await reportingFaults(in: asked) {
      if let study { settings = settings.over(try StudyFile.read(study)) }
    }
    let language = settings.language ?? asked
    try await reportingFaults(in: language) {
      guard let output = settings.output else { throw Self.noOutput }
      let isQuiet = settings.quiet ?? false
      let progress = ProgressLine(settings.progress ?? .auto, quiet: isQuiet, language)
      defer { progress.end() }
      try await work(
        StudyRun(
          options: try StudyOptions(settings, language: language), output: output,
          clock: StepClock { progress.begin($0) }, progress: progress, isQuiet: isQuiet,
          isStrict: settings.strict ?? false))
    }
  }

  private static let noOutput = InputFault(
    .usage, path: "",
    problem: Wording(fr: "il manque --output", en: "--output is missing"),
    cure: Wording(
      fr: "nommez le dossier des résultats : --output out",
      en: "name the folder of the results: --output out"))
}
