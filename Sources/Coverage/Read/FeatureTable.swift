import GeoKernel

/// The reference system that a file declares for its coordinates.
enum DeclaredReference: Equatable, Sendable {
  /// Longitudes and latitudes on WGS 84.
  case wgs84
  /// What PROJ is asked to understand: `EPSG:2154`, or well-known text.
  case other(String)
  case undeclared
}

/// Rows with polygons, from a GeoPackage or a GeoJSON file.
struct FeatureTable: Sendable {
  var path: String
  /// As the settings have it; the path where nothing else is said.
  var input: String
  var columns: [String] = []
  /// Values as text, one array a column, one entry a row.
  var values: [[String?]] = []
  /// Line of each feature in a GeoJSON file; number of the row in a GeoPackage.
  var lines: [Int] = []
  /// Polygons of the rows, but for those handed over while reading.
  var geometry = PolygonColumns()
  /// Whether each row has a polygon.
  private(set) var isDrawn: [Bool] = []
  var reference = DeclaredReference.undeclared
  /// What the layer says of itself; empty where it says nothing.
  var description = ""
  /// Rows whose geometry could not be used, wholly or in part, and why.
  var geometryProblems: [(row: Int, finding: Wording)] = []
  var notes = ReadingNotes()

  init(path: String) { (self.path, input) = (path, path) }

  var rowCount: Int { lines.count }

  /// Whether the file says what its coordinates are, other than degrees.
  var isReferenceDeclared: Bool {
    if case .other = reference { true } else { false }
  }

  func text(row: Int, column: Int?) -> String? {
    guard let column, let text = values[column][row] else { return nil }
    let trimmed = trimmedSpace(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Takes the polygons of some rows, in their order, while later rows are being read.
  typealias Taker = (PolygonColumns) -> Void
  private static let rowsHandedOver = 2048

  /// Closes the polygons of a row, and hands over what has gathered.
  mutating func endFeature(handingTo taker: Taker? = nil) {
    let ringsBefore = geometry.featureEnds.last ?? 0
    geometry.endFeature()
    isDrawn.append(geometry.featureEnds.last != ringsBefore)
    if geometry.featureCount >= Self.rowsHandedOver { handOver(to: taker) }
  }

  private mutating func handOver(to taker: Taker?) {
    guard let taker else { return }
    taker(geometry)
    geometry = PolygonColumns()
  }

  /// Reads whatever the path names: `FILE` or `FILE#layer`.
  ///
  /// - Parameter taker: gets the polygons piece by piece; without one they stay in the table.
  static func read(
    _ input: InputPath, handingTo taker: Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try read(try OpenedInput(input), handingTo: taker)
  }

  static func read(
    _ input: OpenedInput, handingTo taker: Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    var table: FeatureTable
    switch input.format {
    case .geoPackage: table = try GeoPackageReader.read(input, handingTo: taker)
    case .geoJSON: table = try GeoJSONReader.read(input, handingTo: taker)
    case .delimitedText, .archive, .workbook, .other:
      throw InputFault(
        path: input.name,
        problem: Wording(
          fr: "ni GeoPackage ni GeoJSON", en: "neither a GeoPackage nor GeoJSON"),
        cure: Wording(
          fr: "donnez les polygones dans l’un de ces formats",
          en: "give the polygons in one of these formats"))
    }
    table.handOver(to: taker)
    try table.reference.refuseWithoutPlaces(path: table.path)
    table.input = input.given
    table.notes.unreadParts += input.unreadParts
    return table
  }
}
