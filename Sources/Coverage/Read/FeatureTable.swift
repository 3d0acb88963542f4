import GeoKernel

/// The reference system that a file declares for its coordinates.
enum DeclaredReference: Hashable, Sendable {
  /// Longitudes and latitudes on WGS 84.
  case wgs84
  /// What PROJ is asked to understand: `EPSG:2154`, or well-known text.
  case other(String)
  case undeclared
}

/// Rows with polygons, from a map of any format that is read.
struct FeatureTable: Sendable {
  var path: String
  /// As the settings have it; the path where nothing else is said.
  var input: String
  var columns: [String] = []
  /// Values as text, one array a column, one entry a row.
  var values: [[String?]] = []
  /// Line of each feature in a file of text; number of the row in a GeoPackage or a Shapefile.
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
  /// The format in words, with what else tells how the file was read.
  var format = Wording("GeoJSON")

  /// Arcs of circles that became segments.
  var arcCount = 0

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
    case .geoJSON: table = try JSONMapReader.read(input, handingTo: taker)
    case .shapefile: table = try ShapefileReader.read(input, handingTo: taker)
    case .kml: table = try KMLReader.read(input, handingTo: taker)
    case .wellKnownText: table = try WKTFile.read(input, handingTo: taker)
    case .unread(let format): throw format.fault(path: input.name)
    case .delimitedText, .workbook:
      guard let drawn = try DrawnTable(try DelimitedText.read(input)) else {
        throw noMap(input.name)
      }
      table = try drawn.features(handingTo: taker)
    case .archive, .other: throw noMap(input.name)
    }
    return try finished(table, input, handingTo: taker)
  }

  private static func noMap(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "ni GeoPackage ni GeoJSON, ni Shapefile, ni KML : pas de dessins",
        en: "neither a GeoPackage nor GeoJSON, a Shapefile or KML: no drawings"),
      cure: Wording(
        fr: "donnez les polygones dans l’un de ces formats",
        en: "give the polygons in one of these formats"))
  }

  /// The table as whoever asked for it named its file.
  private static func finished(
    _ table: FeatureTable, _ input: OpenedInput, handingTo taker: Taker?
  ) throws(InputFault) -> FeatureTable {
    var table = table
    if let reference = input.namedReference { try table.take(reference) }
    table.handOver(to: taker)
    try table.reference.refuseWithoutPlaces(path: table.path)
    table.input = input.given
    table.notes.unreadParts += input.unreadParts
    return table
  }
}

extension FeatureTable {
  /// Takes the reference system that the path names, where the file says none of its own.
  fileprivate mutating func take(_ named: DeclaredReference) throws(InputFault) {
    if case .other(let own) = reference, reference != named {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "le fichier dit lui-même son système de référence : \(ShownName.shortened(own))",
          en: "the file says its reference system itself: \(ShownName.shortened(own))"),
        cure: Wording(
          fr: "donnez le fichier sans « # »", en: "give the file without “#”"))
    }
    reference = named
  }
}
