import GeoKernel

/// One geometry object of a GeoJSON feature: its polygons go into columns, the rest is counted.
struct GeoJSONGeometry {
  /// Points, lines, and rings that enclose nothing.
  private(set) var passedOver = 0
  /// Why the geometry cannot be used at all.
  private(set) var unreadable: Wording?

  private static let deepestCollection = 8
  private var depth = 0

  mutating func read(
    _ scanner: inout JSONScanner, into columns: inout PolygonColumns
  ) throws(JSONScanner.Fault) {
    depth += 1
    defer { depth -= 1 }
    var type: String?
    var coordinates: Int?
    var members = JSONMembers(of: ["type", "coordinates", "geometries"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try members.see(name, at: scanner.position)
      switch name {
      case "type": type = try scanner.scalarText()
      case "coordinates":
        // The type may come later, so the place is kept and read at the end.
        _ = try scanner.peek()
        coordinates = scanner.position
        try scanner.skipValue()
      case "geometries" where depth <= Self.deepestCollection:
        try scanner.array { (scanner) throws(JSONScanner.Fault) in
          try read(&scanner, into: &columns)
        }
      case "geometries":
        passedOver += 1
        try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    guard let coordinates else { return }
    let end = scanner.position
    scanner.position = coordinates
    switch type {
    case "Polygon": try polygon(&scanner, into: &columns)
    case "MultiPolygon":
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        try polygon(&scanner, into: &columns)
      }
    default: passedOver += 1
    }
    scanner.position = end
  }

  private mutating func polygon(
    _ scanner: inout JSONScanner, into columns: inout PolygonColumns
  ) throws(JSONScanner.Fault) {
    var ring = 0
    var shellKept = true
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      let start = columns.x.count
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        try position(&scanner, into: &columns)
      }
      if !shellKept {  // holes of nothing
        columns.x.removeLast(columns.x.count - start)
        columns.y.removeLast(columns.y.count - start)
      }
      let kept = shellKept && columns.endRing(isHole: ring > 0)
      if ring == 0 { shellKept = kept }
      if !kept { passedOver += 1 }
      ring += 1
    }
  }

  /// Longitude and latitude; a height and whatever follows is passed over.
  private mutating func position(
    _ scanner: inout JSONScanner, into columns: inout PolygonColumns
  ) throws(JSONScanner.Fault) {
    try scanner.take("[")
    let x = try scanner.number()
    try scanner.take(",")
    let y = try scanner.number()
    while try scanner.takes(",") { try scanner.skipValue() }
    try scanner.take("]")
    guard x.isFinite, y.isFinite else {
      unreadable = .notFinite
      return
    }
    columns.x.append(x)
    columns.y.append(y)
  }
}
