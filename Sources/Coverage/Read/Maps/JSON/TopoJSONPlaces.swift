/// Where the members of a TopoJSON document lie.
struct TopoJSONPlaces {
  var arcs: Int?
  var objects: Int?
  var transform: Int?
  var reference = DeclaredReference.wgs84

  init(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var once = JSONMembers(of: ["arcs", "objects", "transform", "crs"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      _ = try scanner.peek()
      switch name {
      case "arcs": arcs = scanner.position
      case "objects": objects = scanner.position
      case "transform": transform = scanner.position
      case "crs":
        reference = try JSONReference.read(&scanner) ?? reference
        return
      default: break
      }
      try scanner.skipValue()
    }
  }
}
