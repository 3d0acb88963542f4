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
    ] + (simulation.greedy == nil ? [] : ["plan_propose.csv"]) + ["resume.json", "rapport.html"]
  }

  /// Writes every file into `output`, which is created. All appear, or none.
  ///
  /// - Complexity: O(characters written).
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  public static func write(
    _ simulation: Simulation, to output: String, clock: StepClock = StepClock()
  ) async throws {
    let budget = OutputBudget(simulation.before.bounds, folder: output)
    let main = try OutputFolder(output, budget)
    let interrupt = Interrupt { main.discard() }
    defer { withExtendedLifetime(interrupt) {} }
    do {
      try main.makeFolder(folderAfter)
      let inside = try OutputFolder(output + "/" + folderAfter, budget)
      let interruptInside = Interrupt { inside.discard() }
      defer { withExtendedLifetime(interruptInside) {} }
      do {
        try await StudyReport.stage(simulation.after, in: inside, clock)
        try stage(simulation, in: main, clock)
        try StudyReport.publish(simulation.after, from: inside)
      } catch {
        inside.discard()
        throw error
      }
      try main.publish()
    } catch {
      main.discard()
      throw error
    }
  }

  private static func stage(
    _ simulation: Simulation, in folder: OutputFolder, _ clock: StepClock
  ) throws {
    let tables = SimulationTables(simulation: simulation)
    let all = [
      tables.coverage(), tables.actions(), tables.zones(), tables.cpts(), tables.conflicts(),
      tables.proposal(),
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
    try folder.write(
      "resume.json", SimulationSummary.json(of: simulation, clock).file(.sorted))
  }
}
