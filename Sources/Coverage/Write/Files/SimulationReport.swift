import GeoKernel

/// Writes the files of `simulate`.
public struct SimulationReport: Sendable {
  /// The folder of the study after the plan, with all files of `report`.
  public static let folderAfter = "apres"

  /// Files written, but for those of the study after the plan.
  public static func fileNames(of simulation: Simulation) -> [String] {
    [
      "simulation.csv", "simulation_actions.csv", "simulation_zones.csv", "simulation_cpts.csv",
      "simulation_conflits.csv",
    ] + (simulation.mentorings.isEmpty ? [] : ["simulation_mentorats.csv"])
      + (simulation.greedy == nil ? [] : ["plan_propose.csv", "trajectoire.csv"])
      + [FolderRecord.study, "rapport.html"]
      + (simulation.before.options.zip ? [FolderRecord.archive(FolderRecord.study)] : [])
  }

  /// Writes every file into `output`, which is created. All take the place of those of the run before in
  /// one step, or none; a file that no run has written, or that somebody changed since, is kept.
  ///
  /// - Returns: what was kept under another name, as an output has its own.
  /// - Complexity: O(characters written).
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  @discardableResult
  public static func write(
    _ simulation: Simulation, to output: String, clock: StepClock = StepClock()
  ) async throws -> [KeptFile] {
    try await OutputFolder.written(output, summary: FolderRecord.study, by: simulation.after) {
      folder in
      try await StudyReport.stage(simulation.after, in: folder, below: folderAfter + "/", clock)
      try stage(simulation, in: folder, clock)
    }
  }

  private static func stage(
    _ simulation: Simulation, in folder: OutputFolder, _ clock: StepClock
  ) throws {
    let tables = SimulationTables(simulation: simulation)
    let all = [
      tables.coverage(), tables.actions(), tables.zones(), tables.cpts(), tables.conflicts(),
      tables.mentorings(), tables.proposal(), tables.trajectory(),
    ]
    for table in all.compactMap({ $0 }) {
      try folder.write(
        table.name + ".csv", CSVWriter.bytes(of: table, simulation.after.options.csv))
    }
    try clock.measure(.drawingPage) {
      try folder.write("rapport.html") { (write) throws(InputFault) in
        for piece in SimulationPage(simulation: simulation).html() { try write(piece) }
      }
    }
    try folder.writeSummary(
      FolderRecord.study, SimulationSummary.json(of: simulation, clock), .sorted)
  }
}
