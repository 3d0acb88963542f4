/// Writes the files of `compare`.
public struct ComparisonReport: Sendable {
  /// How files are written.
  public struct Form: Sendable {
    public var language: Language
    public var csv: CSVDialect
    /// Whether to wait where another run writes into the folder.
    public var wait: Bool
    /// Whether to pack all files in one too.
    public var zip: Bool

    public init(
      language: Language = .french, csv: CSVDialect = .standard, wait: Bool = false,
      zip: Bool = false
    ) {
      (self.language, self.csv, self.wait, self.zip) = (language, csv, wait, zip)
    }
  }

  /// Files written.
  public static func fileNames(_ form: Form) -> [String] {
    [
      "variation.csv", "communes_variation.csv", "cpts_variation.csv", "zones_variation.csv",
      "chevauchements_variation.csv", FolderRecord.study, "comparaison.html", "variation.svg",
    ] + (form.zip ? [FolderRecord.archive(FolderRecord.study)] : [])
  }

  /// Writes every file into `output`, which is created. All take the place of those of the run before in one
  /// step, or none; a file that no run has written, or that somebody changed since, is kept.
  ///
  /// - Parameter others: further files that no output may replace, as the study files.
  /// - Returns: what was kept under another name, as an output has its own.
  /// - Complexity: O(characters written).
  /// - Throws: `InputFault` of kind `output`, with the path that cannot be written.
  @discardableResult
  public static func write(
    _ comparison: Comparison, to output: String, _ form: Form, bounds: StudyBounds,
    besides others: [String] = [], clock: StepClock = StepClock()
  ) async throws -> [KeptFile] {
    let digests = comparison.digests
    let read =
      digests.before + digests.after
      + [digests.movements, comparison.land?.digest].compactMap { $0 }
    let terms = OutputFolder.Terms(
      inputs: read.map { InputPath($0.path).file } + others, bounds: bounds, wait: form.wait,
      zip: form.zip)
    return try await OutputFolder.written(output, summary: FolderRecord.study, on: terms) {
      folder in
      try clock.measure(.writing) {
        let tables = ComparisonTables(comparison: comparison)
        for table in [
          tables.variation(), tables.communes(), tables.cpts(), tables.zones(), tables.overlaps(),
        ] {
          try folder.write(table.name + ".csv", CSVWriter.bytes(of: table, form.csv))
        }
      }
      try clock.measure(.drawingPage) {
        let chart = WaterfallChart.svg(comparison, form.language)
        let page = ComparisonPage(
          comparison: comparison, language: form.language, chart: chart,
          map: ChangeMap.svg(comparison, form.language))
        try folder.write("variation.svg", chart)
        try folder.write("comparaison.html") { (write) throws(InputFault) in
          for piece in page.html() { try write(piece) }
        }
      }
      try folder.writeSummary(
        FolderRecord.study, ComparisonSummary.json(of: comparison, clock), .sorted)
    }
  }
}
