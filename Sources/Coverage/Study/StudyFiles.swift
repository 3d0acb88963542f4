/// The files of a study as they were read and normalised, before any day is chosen.
struct StudyFiles: Sendable {
  let inputs: StudyInputs
  let normalised: StudyInputs.Normalised
  let lists: SettledLists
  let digests: [InputDigest]
  /// Rows read, by file, but of gridded populations.
  let ledgers: [InputLedger]

  static func read(_ options: StudyOptions, _ clock: StepClock) async throws -> StudyFiles {
    let inputs = try await StudyInputs.read(options.units, jobs: options.jobs, clock)
    let (normalised, lists) = try await concurrently(
      jobs: options.jobs,
      { try clock.measure(.normalising) { try inputs.normalise(options) } },
      { try StudyLists.read(options, clock) })
    let settled = try clock.measure(.resolving) {
      try SettledLists(
        lists.cpts, normalised.units, normalised.years, normalised.decisions,
        mergeSimilar: options.mergeSimilar, table: inputs.table)
    }
    return StudyFiles(
      inputs: inputs, normalised: normalised, lists: settled, digests: lists.digests,
      ledgers: normalised.ledgers + lists.cpts.ledgers)
  }
}
