/// What a JSON document is, told by its first members.
enum JSONMapKind: Equatable {
  case featureCollection
  /// A feature or a geometry, alone or followed by others.
  case single
  case array
  case topology
  case esri
  /// A backup of uMap, whose layers are maps each.
  case umap
  /// JSON that draws nothing: objects of columns, or something else.
  case noMap

  private static let geometries: Set<String> = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
  ]

  /// - Complexity: O(bytes up to the member that tells).
  static func of(_ scanner: JSONScanner) throws(JSONScanner.Fault) -> JSONMapKind {
    var scanner = scanner
    guard try scanner.peek() == UInt8(ascii: "[") else { return try ofObject(&scanner) }
    try scanner.take("[")
    guard try scanner.peek() == UInt8(ascii: "{") else {
      return try scanner.peek() == UInt8(ascii: "]") ? .array : .noMap
    }
    return try ofObject(&scanner) == .single ? .array : .noMap
  }

  private static func ofObject(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> JSONMapKind {
    try scanner.take("{")
    if try scanner.takes("}") { return .noMap }
    repeat {
      _ = try scanner.peek()
      let name = try scanner.string()
      try scanner.take(":")
      switch name {
      case "type": if let kind = ofType(try scanner.scalarText()) { return kind }
      case "features": return try ofFeatures(&scanner)
      case "geometryType", "fieldAliases", "displayFieldName", "spatialReference": return .esri
      case "arcs", "objects": return .topology
      case "geometry", "coordinates", "geometries": return .single
      default: try scanner.skipValue()
      }
    } while try scanner.takes(",")
    return .noMap
  }

  private static func ofType(_ type: String?) -> JSONMapKind? {
    switch type {
    case "FeatureCollection": .featureCollection
    case "Feature": .single
    case "Topology": .topology
    case "umap": .umap
    case let type?: geometries.contains(type) ? .single : nil
    case nil: nil
    }
  }

  /// Esri has `attributes` where GeoJSON has `properties`.
  private static func ofFeatures(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> JSONMapKind {
    guard try scanner.peek() == UInt8(ascii: "[") else { return .featureCollection }
    try scanner.take("[")
    guard try scanner.peek() == UInt8(ascii: "{") else { return .featureCollection }
    try scanner.take("{")
    if try scanner.takes("}") { return .featureCollection }
    repeat {
      _ = try scanner.peek()
      switch try scanner.string() {
      case "attributes": return .esri
      case "type", "properties": return .featureCollection
      default:
        try scanner.take(":")
        try scanner.skipValue()
      }
    } while try scanner.takes(",")
    return .featureCollection
  }
}
