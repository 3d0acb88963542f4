import GeoKernel

/// Writes the files of `consolidate`.
public struct ConsolidationReport: Sendable {
  /// Files written, in the order of the contract.
  public static func fileNames(of consolidation: Consolidation) -> [String] {
    ["cpts.csv", "perimetres.csv", "arbitrages.csv", "expediteurs.csv"]
      + (consolidation.changes == nil ? [] : ["changements.csv"])
      + ["anomalies.csv", FolderRecord.study]
  }

  /// Writes every file into `output`, which is created. All take the place of those of the run before in
  /// one step, or none; a file that no run has written, or that somebody changed since, is kept.
  ///
  /// - Returns: what was kept under another name, as an output has its own.
  /// - Complexity: O(characters written).
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  @discardableResult
  public static func write(
    _ consolidation: Consolidation, to output: String, clock: StepClock = StepClock()
  ) async throws -> [KeptFile] {
    let options = consolidation.options
    try refuse(output, of: consolidation.senders)
    let terms = OutputFolder.Terms(
      inputs: consolidation.digests.map { InputPath($0.path).file }, bounds: consolidation.bounds,
      wait: options.wait, zip: false)
    return try await OutputFolder.written(output, summary: FolderRecord.study, on: terms) {
      folder in
      try clock.measure(.writing) {
        for table in ConsolidationTables(consolidation: consolidation).all() {
          try folder.write(table.name + ".csv", CSVWriter.bytes(of: table, options.csv))
        }
        let anomalies = anomalyTable(consolidation.anomalies[...], in: options.language)
        try folder.write("anomalies.csv", CSVWriter.bytes(of: anomalies, options.csv))
      }
      try folder.writeSummary(
        FolderRecord.study, ConsolidationSummary.json(of: consolidation, clock), .sorted)
    }
  }

  /// The lists of a sender's folder would no longer be read once ours are in it.
  private static func refuse(_ output: String, of senders: [Sender]) throws(InputFault) {
    guard let place = FileIdentity.Place.of(output),
      let sender = senders.first(where: { $0.isFolder && .of($0.root) == place })
    else { return }
    throw InputFault(
      .output, path: output,
      problem: Wording(
        fr: "ce dossier est celui d’un expéditeur (\(ShownName.shortened(sender.name)))",
        en: "this folder is one of a sender (\(ShownName.shortened(sender.name)))"),
      cure: Wording(
        fr: "nommez un autre dossier : --output consolidation",
        en: "name another folder: --output together"))
  }
}
