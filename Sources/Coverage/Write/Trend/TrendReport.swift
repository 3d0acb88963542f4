import GeoKernel

/// Writes the files of `trend`.
public struct TrendReport: Sendable {
  /// Files written.
  public static func fileNames(of trend: Trend) -> [String] {
    ["tendance.csv", "projection.csv", "tendance.html", "tendance.svg", FolderRecord.study]
      + (trend.options.zip ? [FolderRecord.archive(FolderRecord.study)] : [])
  }

  /// Writes every file into `output`, which is created. All take the place of those of the run before in one
  /// step, or none; a file that no run has written, or that somebody changed since, is kept.
  ///
  /// - Returns: what was kept under another name, as an output has its own.
  /// - Complexity: O(characters written).
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  @discardableResult
  public static func write(
    _ trend: Trend, to output: String, clock: StepClock = StepClock()
  ) async throws -> [KeptFile] {
    let terms = OutputFolder.Terms(trend.options, reading: trend.digests, trend.bounds)
    return try await OutputFolder.written(output, summary: FolderRecord.study, on: terms) {
      folder in
      let tables = TrendTables(trend: trend)
      try clock.measure(.writing) {
        try folder.write("tendance.csv") { (write) throws(InputFault) in
          try CSVWriter.write(
            trend.dates.indices.lazy.map { tables.trend($0) }, trend.options.csv, flush: write)
        }
        try folder.write(
          "projection.csv", CSVWriter.bytes(of: tables.projection(), trend.options.csv))
      }
      try clock.measure(.drawingPage) {
        try folder.write("tendance.html") { (write) throws(InputFault) in
          for piece in TrendPage(trend: trend).html() { try write(piece) }
        }
        try folder.write("tendance.svg", TrendChart(trend, 0).picture())
      }
      try folder.writeSummary(FolderRecord.study, TrendSummary.json(of: trend, clock), .sorted)
    }
  }
}
