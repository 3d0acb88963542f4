import GeoKernel

/// Reads GeoJSON (RFC 7946, and the `crs` member of its 2008 forerunner): a collection of features, a feature or a
/// geometry alone, an array of them, or one after another as in newline-delimited GeoJSON and RFC 8142.
struct GeoJSONReader {
  private var rows: FeatureTableBuilder
  private var lines = LineCounter()
  private var members = UnreadMembers()
  private var count = ServedCount()
  /// Whether a system is declared: another one would leave a choice.
  private var hasReference = false

  static func read(
    _ bytes: [UInt8], path: String, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try JSONMapReader.read(bytes, path: path, handingTo: taker)
  }

  /// - Complexity: O(bytes), no document tree.
  static func read(
    _ scanner: inout JSONScanner, _ kind: JSONMapKind, path: String,
    handingTo taker: FeatureTable.Taker?
  ) throws(JSONScanner.Fault) -> FeatureTable {
    var reader = GeoJSONReader(
      rows: FeatureTableBuilder(path: path, size: scanner.bytes.count, handingTo: taker))
    reader.rows.table.reference = .wgs84
    switch kind {
    case .featureCollection: try reader.collection(&scanner)
    case .array:
      try scanner.array { (scanner) throws(JSONScanner.Fault) in try reader.item(&scanner) }
    default: try reader.sequence(&scanner)
    }
    guard scanner.isAtEndOfScript else {
      throw JSONScanner.Fault(
        offset: scanner.position,
        problem: Wording(
          fr: "du texte suit la fin du GeoJSON", en: "text follows the end of the GeoJSON"))
    }
    reader.rows.table.notes.unreadParts +=
      reader.members.unreadParts + reader.count.unreadParts(read: reader.rows.table.rowCount)
    return reader.rows.table
  }

  /// One object after another, each on lines of its own, with or without the sign of RFC 8142 before it.
  private mutating func sequence(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    repeat { try item(&scanner) } while scanner.passRecordSeparator()
    if rows.table.rowCount > 1 {
      rows.table.format = Wording(
        fr: "GeoJSON, un objet après l’autre", en: "GeoJSON, one object after another")
    }
  }

  private mutating func collection(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var sawFeatures = false
    var once = JSONMembers(of: ["type", "features", "crs"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      switch name {
      case "features":
        sawFeatures = true
        try scanner.array { (scanner) throws(JSONScanner.Fault) in try item(&scanner) }
      case "crs": try referenceSystem(&scanner)
      default: try pass(over: name, &scanner)
      }
    }
    guard sawFeatures else {
      throw JSONScanner.Fault(
        offset: 0,
        problem: Wording(
          fr: "ce n’est pas une FeatureCollection GeoJSON",
          en: "this is no GeoJSON FeatureCollection"))
    }
  }

  private mutating func pass(
    over name: String, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) {
    members.see(name)
    try count.see(name, &scanner)
  }

  /// A feature, or a geometry that is one without properties.
  private mutating func item(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    _ = try scanner.peek()
    let start = scanner.position
    try rows.beginRow(scanner, &lines)
    var isFeature = false
    var isGeometry = false
    var once = JSONMembers(of: ["type", "properties", "geometry", "crs"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      switch name {
      case "properties": try rows.properties(&scanner)
      case "geometry":
        isFeature = true
        try geometry(&scanner)
      case "coordinates", "geometries":
        isGeometry = true
        try scanner.skipValue()
      case "crs": try referenceSystem(&scanner)
      default: try pass(over: name, &scanner)
      }
    }
    if isGeometry && !isFeature {
      let end = scanner.position
      scanner.position = start
      try geometry(&scanner)
      scanner.position = end
    }
    rows.endRow()
  }

  private mutating func geometry(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
    var shape = GeoJSONGeometry()
    try shape.read(&scanner, into: &rows.table.geometry)
    rows.note(unreadable: shape.unreadable, passedOver: shape.passedOver)
  }

  private mutating func referenceSystem(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    let start = scanner.position
    guard let reference = try JSONReference.read(&scanner) else { return }
    guard !hasReference || reference == rows.table.reference else {
      throw JSONScanner.Fault(
        offset: start,
        problem: Wording(
          fr: "deux systèmes de référence dans un même fichier",
          en: "two reference systems in one file"),
        cure: Wording(
          fr: "exportez de nouveau, tout en WGS 84", en: "export it again, all of it in WGS 84"))
    }
    hasReference = true
    rows.table.reference = reference
  }
}
