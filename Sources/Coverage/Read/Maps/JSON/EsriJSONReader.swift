import GeoKernel

/// Reads the features of an ArcGIS service (`f=json`): attributes, and rings of which nothing says which is a hole.
struct EsriJSONReader {
  private var rows: FeatureTableBuilder
  private var lines = LineCounter()
  private var count = ServedCount()
  /// Fields of dates, which are milliseconds since 1970.
  private var dates: Set<String> = []

  static func read(
    _ scanner: inout JSONScanner, path: String, handingTo taker: FeatureTable.Taker?
  ) throws(JSONScanner.Fault) -> FeatureTable {
    var reader = EsriJSONReader(
      rows: FeatureTableBuilder(path: path, size: scanner.bytes.count, handingTo: taker))
    reader.rows.table.format = Wording("Esri JSON")
    try reader.document(&scanner)
    guard scanner.isAtEndOfScript else { throw .unexpected(scanner.position) }
    reader.rows.table.notes.unreadParts += reader.count.unreadParts(
      read: reader.rows.table.rowCount)
    return reader.rows.table
  }

  private mutating func document(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var sawFeatures = false
    var featuresAt: Int?
    var once = JSONMembers(of: ["features", "fields", "spatialReference"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      switch name {
      case "spatialReference":
        rows.table.reference = try Self.reference(&scanner) ?? rows.table.reference
      case "fields": try fields(&scanner)
      case "features":
        // Fields may come later, and say what is a date.
        sawFeatures = true
        _ = try scanner.peek()
        featuresAt = scanner.position
        try scanner.skipValue()
      default: try count.see(name, &scanner)
      }
    }
    guard sawFeatures, let featuresAt else {
      throw JSONScanner.Fault(
        offset: 0, problem: Wording(fr: "Esri JSON sans objets", en: "Esri JSON without features"))
    }
    let end = scanner.position
    scanner.position = featuresAt
    try scanner.array { (scanner) throws(JSONScanner.Fault) in try feature(&scanner) }
    scanner.position = end
  }

  private mutating func fields(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "[") else { return try scanner.skipValue() }
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      var (name, type) = ("", "")
      try scanner.object { (scanner, member) throws(JSONScanner.Fault) in
        switch member {
        case "name": name = try scanner.scalarText() ?? ""
        case "type": type = try scanner.scalarText() ?? ""
        default: try scanner.skipValue()
        }
      }
      if type == "esriFieldTypeDate" { dates.insert(name) }
    }
  }

  /// `latestWkid` is a number of EPSG, `wkid` may be one of Esri's own, from 32768 on.
  private static func reference(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> DeclaredReference? {
    guard try scanner.peek() == UInt8(ascii: "{") else {
      try scanner.skipValue()
      return nil
    }
    var texts: [String: String] = [:]
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      guard ["wkid", "latestWkid", "wkt"].contains(name) else { return try scanner.skipValue() }
      texts[name] = try scanner.scalarText()
    }
    if let number = texts["latestWkid"].flatMap({ Int($0) }) {
      return ReferenceName.reference("\(number < 32768 ? "EPSG" : "ESRI"):\(number)")
    }
    if let number = texts["wkid"].flatMap({ Int($0) }) {
      if number == 102_100 || number == 102_113 { return .other("EPSG:3857") }
      return ReferenceName.reference("\(number < 32768 ? "EPSG" : "ESRI"):\(number)")
    }
    return texts["wkt"].flatMap { $0.isEmpty ? nil : .other($0) }
  }

  private mutating func feature(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    _ = try scanner.peek()
    try rows.beginRow(scanner, &lines)
    let dates = dates
    var once = JSONMembers(of: ["attributes", "geometry"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      switch name {
      case "attributes":
        try rows.properties(&scanner) { dates.contains($0) ? Self.day($1) : $1 }
      case "geometry": try geometry(&scanner)
      default: try scanner.skipValue()
      }
    }
    rows.endRow()
  }

  /// Milliseconds since 1970 as a moment that readers of dates know.
  private static func day(_ text: String) -> String {
    guard let milliseconds = Int(text), abs(milliseconds) < 1 << 53 else { return text }
    let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    guard (-719_162...2_932_896).contains(days), let date = CivilDate(daysSince1970: days) else {
      return text
    }
    let rest = seconds - days * 86_400
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date)T\(clock.joined(separator: ":"))Z"
  }

  private mutating func geometry(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
    var sorting = RingSorting()
    var unreadable: Wording?
    var passedOver = 0
    var once = JSONMembers(of: ["rings"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      switch name {
      case "rings":
        try scanner.array { (scanner) throws(JSONScanner.Fault) in
          if try !Self.ring(&scanner, &sorting) { unreadable = .notFinite }
        }
      case "curveRings":
        unreadable = Wording(
          fr: "arcs de cercle : convertissez-les en segments",
          en: "arcs: convert them to segments")
        try scanner.skipValue()
      case "paths", "points", "x":
        passedOver += 1
        try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    if unreadable == nil, !sorting.append(to: &rows.table.geometry) { unreadable = .tooManyRings }
    rows.note(unreadable: unreadable, passedOver: passedOver + sorting.passedOver)
  }

  /// - Returns: false where a coordinate is no finite number.
  private static func ring(
    _ scanner: inout JSONScanner, _ sorting: inout RingSorting
  ) throws(JSONScanner.Fault) -> Bool {
    var (x, y): ([Double], [Double]) = ([], [])
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      try scanner.take("[")
      x.append(try scanner.number())
      try scanner.take(",")
      y.append(try scanner.number())
      while try scanner.takes(",") { try scanner.skipValue() }
      try scanner.take("]")
    }
    guard x.allSatisfy({ $0.isFinite }), y.allSatisfy({ $0.isFinite }) else { return false }
    sorting.add(x: x, y: y)
    return true
  }
}
