/// The `crs` member of GeoJSON before RFC 7946: named, linked, or by its number.
enum JSONReference {
  /// - Returns: nil for `null`, which says nothing; `undeclared` where nobody can know what is meant.
  static func read(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> DeclaredReference? {
    guard try scanner.peek() == UInt8(ascii: "{") else {
      try scanner.skipValue()
      return nil
    }
    var found: DeclaredReference?
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      guard name == "properties", try scanner.peek() == UInt8(ascii: "{") else {
        return try scanner.skipValue()
      }
      try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
        guard let text = try scanner.scalarText() else { return }
        switch name {
        case "name", "href": found = ReferenceName.reference(text)
        case "code": found = ReferenceName.reference("EPSG:\(text)")
        default: break
        }
      }
    }
    return found ?? .undeclared
  }
}
