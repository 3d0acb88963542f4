import GeoKernel

/// What `resume.json` of a report tells a comparison: its scalars by their place, its files, dates of pairs.
struct ReportSummary {
  /// By place: `totaux.communes`, `options.at`. What is null, or no scalar, is not there.
  private(set) var values: [String: String] = [:]
  /// By name in the folder.
  private(set) var files: [String: FileDigest] = [:]
  /// As written; empty where the report tells none.
  private(set) var pairDates: [[String: String]] = []

  /// Members of which the members are read too.
  private static let opened = ["options", "unites", "unites.etude", "population", "totaux"]

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) throws(JSONScanner.Fault) {
    var scanner = JSONScanner(bytes)
    try read(&scanner, "")
  }

  private mutating func read(
    _ scanner: inout JSONScanner, _ place: String
  ) throws(JSONScanner.Fault) {
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      let name = place.isEmpty ? name : "\(place).\(name)"
      switch name {
      case "fichiers":
        for file in try Self.rows(&scanner) {
          if let name = file["chemin"], let sha256 = file["sha256"],
            let bytes = file["octets"].flatMap({ Int($0) })
          {
            files[name] = FileDigest(bytes: bytes, sha256: sha256)
          }
        }
      case "perimetres_dates": pairDates = try Self.rows(&scanner)
      case _ where Self.opened.contains(name):
        let isObject = try scanner.peek() == UInt8(ascii: "{")
        if isObject { try read(&scanner, name) } else { try scanner.skipValue() }
      default: values[name] = try scanner.scalarText()
      }
    }
  }

  private static func rows(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> [[String: String]] {
    guard try scanner.peek() == UInt8(ascii: "[") else {
      try scanner.skipValue()
      return []
    }
    var rows: [[String: String]] = []
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      var row: [String: String] = [:]
      try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
        row[name] = try scanner.scalarText()
      }
      rows.append(row)
    }
    return rows
  }

  func whole(_ place: String) -> Int? { values[place].flatMap { Int($0) } }
}
