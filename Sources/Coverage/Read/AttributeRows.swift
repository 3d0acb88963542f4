/// Rows of text under named columns, from whichever kind of file.
protocol AttributeRows {
  /// The file, as the user named it.
  var path: String { get }
  /// The file as a user's settings have it, by which its ledger is found.
  var input: String { get }
  /// Names of the columns, in their order.
  var header: [String] { get }
  var rowCount: Int { get }
  /// Where a row is in its file: a line counted from 1, or the number of the row in a GeoPackage.
  func line(of row: Int) -> Int
  /// How many values a row has; the columns after them are empty there.
  func fieldCount(row: Int) -> Int
  /// The value without the white space around it; empty where there is none.
  func value(row: Int, column: Int) -> String
  /// What was odd in reading the file, and what of it was not read.
  var readingAnomalies: [Anomaly] { get }
}

extension DelimitedText: AttributeRows {
  func line(of row: Int) -> Int { Int(lines[row]) }
  func value(row: Int, column: Int) -> String { text(row: row, column: column) }
}

extension FeatureTable: AttributeRows {
  var header: [String] { columns }
  func line(of row: Int) -> Int { lines[row] }
  func fieldCount(row: Int) -> Int { columns.count }
  func value(row: Int, column: Int) -> String { text(row: row, column: column) ?? "" }
  var readingAnomalies: [Anomaly] {
    notes.anomalies(of: self)
      + (arcCount > 0 ? [.straightened(arcCount, reference.isGeographic, path)] : [])
  }
}

extension Anomaly {
  fileprivate static func straightened(
    _ count: Int, _ isGeographic: Bool, _ path: String
  ) -> Anomaly {
    let within =
      isGeographic
      ? Wording(fr: "0,000001° (11 cm)", en: "0.000001° (11 cm)")
      : Wording(fr: "0,1 m", en: "0.1 m")
    return Anomaly(
      .information, .arcsStraightened, file: path, object: "",
      finding: Wording(
        fr: count.inFrench("arc de cercle", "arcs de cercle"),
        en: count.inEnglish("arc of a circle", "arcs of circles")),
      treatment: Wording(
        fr: "remplacés par des segments qui s’en écartent d’au plus \(within.french)",
        en: "replaced by segments that leave them by \(within.english) at most"))
  }
}
