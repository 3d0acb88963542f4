import GeoKernel

/// Reads the features of a GeoJSON file (RFC 7946, and the `crs` member of its 2008 forerunner).
struct GeoJSONReader {
  private var table: FeatureTable
  private let taker: FeatureTable.Taker?
  private var columnIndex: [String: Int] = [:]
  /// For each column, the last feature that has it.
  private var lastRow: [Int] = []
  /// Members of the document and of features that hold something else.
  private var unreadMembers: Set<String> = []
  private static let mostMembers = 100
  private var budget: TableBudget
  private var countedTo = 0
  private var line = 1

  private init(table: FeatureTable, size: Int, taker: FeatureTable.Taker?) {
    self.table = table
    budget = TableBudget(fileSize: size)
    self.taker = taker
  }

  /// - Complexity: O(bytes), no document tree.
  static func read(
    _ input: OpenedInput, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    try input.refuseLayer()
    let bytes = try input.bytes()
    return try read(bytes, path: input.name, handingTo: taker)
  }

  static func read(
    _ bytes: [UInt8], path: String, handingTo taker: FeatureTable.Taker? = nil
  ) throws(InputFault) -> FeatureTable {
    var reader = GeoJSONReader(
      table: FeatureTable(path: path), size: bytes.count, taker: taker)
    var scanner = JSONScanner(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.position = 3 }
    do throws(JSONScanner.Fault) {
      try reader.document(&scanner)
    } catch {
      throw InputFault(
        path: path, line: 1 + bytes[..<min(error.offset, bytes.count)].count { $0 == 10 },
        problem: error.problem, cure: error.cure)
    }
    reader.noteUnreadMembers()
    return reader.table
  }

  /// What GeoJSON and those who serve it put beside features and properties: it says nothing of a place.
  private static let plainMembers: Set<String> = [
    "type", "id", "bbox", "name", "crs", "title", "description", "generator", "copyright", "links",
    "timestamp", "timeStamp", "metadata", "totalFeatures", "numberMatched", "numberReturned",
    "xy_coordinate_resolution", "z_coordinate_resolution", "license", "licence", "attribution",
    "geometry_name", "exceededTransferLimit",
  ]

  private mutating func pass(over member: String) {
    guard unreadMembers.count < Self.mostMembers, !Self.plainMembers.contains(member) else {
      return
    }
    unreadMembers.insert(member)
  }

  private mutating func noteUnreadMembers() {
    guard !unreadMembers.isEmpty else { return }
    let names = ReadingNotes.UnreadPart.listed(unreadMembers.sorted())
    table.notes.unreadParts.append(
      ReadingNotes.UnreadPart(
        severity: .information,
        finding: Wording(
          fr: "des membres hors de « properties » et de « features » : \(names)",
          en: "members outside of “properties” and “features”: \(names)"),
        treatment: Wording(
          fr: "non lus : mettez dans « properties » ce qui doit servir",
          en: "not read: put into “properties” what is to be used")))
  }

  private mutating func document(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    table.reference = .wgs84
    var sawFeatures = false
    var members = JSONMembers(of: ["type", "features", "crs"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try members.see(name, at: scanner.position)
      switch name {
      case "features":
        sawFeatures = true
        try scanner.array { (scanner) throws(JSONScanner.Fault) in try feature(&scanner) }
      case "crs": try referenceSystem(&scanner)
      default:
        pass(over: name)
        try scanner.skipValue()
      }
    }
    guard scanner.isAtEnd else {
      throw JSONScanner.Fault(
        offset: scanner.position,
        problem: Wording(
          fr: "du texte suit la fin du GeoJSON", en: "text follows the end of the GeoJSON"))
    }
    guard sawFeatures else {
      throw JSONScanner.Fault(
        offset: 0,
        problem: Wording(
          fr: "ce n’est pas une FeatureCollection GeoJSON",
          en: "this is no GeoJSON FeatureCollection"))
    }
  }

  private mutating func feature(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    _ = try scanner.peek()
    let row = table.rowCount
    line += scanner.bytes[countedTo..<scanner.position].count { $0 == 10 }
    countedTo = scanner.position
    table.lines.append(line)
    guard budget.take(cells: table.columns.count) else {
      throw JSONScanner.Fault(offset: scanner.position, problem: TableBudget.tooManyCells)
    }
    for column in table.values.indices { table.values[column].append(nil) }
    var members = JSONMembers(of: ["type", "properties", "geometry"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try members.see(name, at: scanner.position)
      switch name {
      case "properties": try properties(&scanner, row)
      case "geometry": try geometry(&scanner, row)
      default:
        pass(over: name)
        try scanner.skipValue()
      }
    }
    table.endFeature(handingTo: taker)
  }

  private mutating func properties(
    _ scanner: inout JSONScanner, _ row: Int
  ) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      let start = scanner.position
      let isNested = try [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(scanner.peek())
      let text = try scanner.scalarText()
      let column: Int
      if let known = columnIndex[name] {
        column = known
      } else {
        column = table.columns.count
        guard column < TableBudget.greatestColumnCount else {
          throw JSONScanner.Fault(offset: scanner.position, problem: TableBudget.tooManyColumns)
        }
        guard budget.take(cells: row + 1) else {
          throw JSONScanner.Fault(offset: scanner.position, problem: TableBudget.tooManyCells)
        }
        columnIndex[name] = column
        table.columns.append(withoutInvisibleSigns(name) ?? name)
        table.values.append(Array(repeating: nil, count: row + 1))
        lastRow.append(-1)
      }
      if isNested { table.notes.note(.notText, row: row, column: column) }
      let value = text.map { table.notes.taken($0, row: row, column: column) }
      // A name given twice says one thing, or nothing that can be relied on.
      guard lastRow[column] != row || table.values[column][row] == value else {
        throw JSONMembers.twice(name, at: start)
      }
      lastRow[column] = row
      table.values[column][row] = value
    }
  }

  private mutating func geometry(_ scanner: inout JSONScanner, _ row: Int) throws(JSONScanner.Fault)
  {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
    var shape = GeoJSONGeometry()
    try shape.read(&scanner, into: &table.geometry)
    if let reason = shape.unreadable {
      table.geometry.discardOpenFeature()
      table.geometryProblems.append((row, .unreadableGeometry(reason)))
    } else if shape.passedOver > 0 {
      table.geometryProblems.append((row, .partsWithoutArea(shape.passedOver)))
    }
  }

  /// `urn:ogc:def:crs:EPSG::2154` as PROJ wants it: `EPSG:2154`.
  private static func authorityAndCode(_ name: String) -> String {
    let parts = name.split(separator: ":")
    guard name.hasPrefix("urn:"), parts.count >= 6, let code = parts.last else { return name }
    return "\(parts[4]):\(code)"
  }

  private mutating func referenceSystem(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
    // A system that is not named as expected is not known.
    table.reference = .undeclared
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      guard name == "properties", try scanner.peek() == UInt8(ascii: "{") else {
        return try scanner.skipValue()
      }
      try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
        guard name == "name", let system = try scanner.scalarText() else {
          return try scanner.skipValue()
        }
        let isWGS84 = system.hasSuffix("CRS84") || system.hasSuffix(":4326")
        table.reference = isWGS84 ? .wgs84 : .other(Self.authorityAndCode(system))
      }
    }
  }
}
