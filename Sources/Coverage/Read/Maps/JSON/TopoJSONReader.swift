import GeoKernel

/// Reads one object of a TopoJSON document (github.com/topojson/topojson-specification, 1.0.0): its geometries are
/// rows, their rings are put together from arcs.
struct TopoJSONReader {
  private var rows: FeatureTableBuilder
  private var lines = LineCounter()
  private let arcs: TopoJSONArcs

  private static let deepestCollection = 8

  static func read(
    _ scanner: inout JSONScanner, path: String, layer: String?,
    handingTo taker: FeatureTable.Taker?
  ) throws(JSONScanner.Fault) -> FeatureTable {
    let places = try TopoJSONPlaces(&scanner)
    guard scanner.isAtEndOfScript else { throw .unexpected(scanner.position) }
    guard let arcsAt = places.arcs, let objectsAt = places.objects else {
      throw JSONScanner.Fault(
        offset: 0,
        problem: Wording(
          fr: "TopoJSON sans « arcs » ou sans « objects »",
          en: "TopoJSON without “arcs” or without “objects”"))
    }
    var transform: TopoJSONArcs.Transform?
    if let place = places.transform {
      scanner.position = place
      transform = try TopoJSONArcs.Transform(&scanner)
    }
    scanner.position = arcsAt
    let arcs = try TopoJSONArcs(&scanner, transform)
    guard arcs.hasOnlyNumbers else {
      throw JSONScanner.Fault(offset: arcsAt, problem: .notFinite)
    }
    var reader = TopoJSONReader(
      rows: FeatureTableBuilder(path: path, size: scanner.bytes.count, handingTo: taker),
      arcs: arcs)
    reader.rows.table.reference = places.reference
    reader.rows.table.format = Wording("TopoJSON")
    scanner.position = objectsAt
    scanner.position = try object(layer, &scanner)
    try reader.object(&scanner)
    return reader.rows.table
  }

  // MARK: Objects

  /// Where the object lies that is meant: the only one, or the one named.
  private static func object(
    _ layer: String?, _ scanner: inout JSONScanner
  ) throws(JSONScanner.Fault) -> Int {
    let start = scanner.position
    var found: [(name: String, place: Int)] = []
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      _ = try scanner.peek()
      if found.count < 1000 { found.append((name, scanner.position)) }
      try scanner.skipValue()
    }
    let meant = found.filter { layer == nil || $0.name == layer }
    if meant.count == 1 { return meant[0].place }
    let names = ReadingNotes.UnreadPart.listed(found.map(\.name))
    throw JSONScanner.Fault(
      offset: start,
      problem: layer.map {
        Wording(
          fr: "pas d’objet « \(ShownName.shortened($0)) » dans ce TopoJSON",
          en: "there is no object “\(ShownName.shortened($0))” in this TopoJSON")
      }
        ?? Wording(fr: "\(found.count) objets : \(names)", en: "\(found.count) objects: \(names)"),
      cure: Wording(
        fr: "nommez l’objet après le fichier : FICHIER#objet ; il y a : \(names)",
        en: "name the object after the file: FILE#object; there are: \(names)"))
  }

  private mutating func object(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    let start = scanner.position
    var isCollection = false
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      guard name == "geometries" else { return try scanner.skipValue() }
      isCollection = true
      try scanner.array { (scanner) throws(JSONScanner.Fault) in try item(&scanner) }
    }
    guard !isCollection else { return }
    scanner.position = start
    try item(&scanner)
  }

  /// A geometry with its properties.
  private mutating func item(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    guard try scanner.peek() == UInt8(ascii: "{") else { throw .unexpected(scanner.position) }
    try rows.beginRow(scanner, &lines)
    var outline = Outline()
    try geometry(&scanner, depth: 0, &outline)
    rows.note(unreadable: outline.unreadable, passedOver: outline.passedOver)
    rows.endRow()
  }

  // MARK: Geometry

  /// What of a geometry is not used.
  private struct Outline {
    var passedOver = 0
    var unreadable: Wording?
  }

  private mutating func geometry(
    _ scanner: inout JSONScanner, depth: Int, _ outline: inout Outline
  ) throws(JSONScanner.Fault) {
    var type: String?
    var arcsAt: Int?
    var once = JSONMembers(of: ["type", "arcs", "geometries", "properties"])
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      try once.see(name, at: scanner.position)
      switch name {
      case "type": type = try scanner.scalarText()
      case "properties" where depth == 0: try rows.properties(&scanner)
      case "geometries" where depth < Self.deepestCollection:
        try scanner.array { (scanner) throws(JSONScanner.Fault) in
          try geometry(&scanner, depth: depth + 1, &outline)
        }
      case "arcs":
        _ = try scanner.peek()
        arcsAt = scanner.position
        try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    let end = scanner.position
    switch (type, arcsAt) {
    case ("Polygon", let place?):
      scanner.position = place
      try polygon(&scanner, &outline)
    case ("MultiPolygon", let place?):
      scanner.position = place
      try scanner.array { (scanner) throws(JSONScanner.Fault) in try polygon(&scanner, &outline) }
    case (nil, _), ("GeometryCollection", _): break
    default: outline.passedOver += 1
    }
    scanner.position = end
  }

  private mutating func polygon(
    _ scanner: inout JSONScanner, _ outline: inout Outline
  ) throws(JSONScanner.Fault) {
    var ring = 0
    var shellKept = true
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      let isKept = try appendRing(&scanner, isHole: ring > 0, after: shellKept, &outline)
      if ring == 0 { shellKept = isKept }
      if !isKept { outline.passedOver += 1 }
      ring += 1
    }
  }

  /// - Parameter shellKept: whether the outline is there that a hole would be in.
  private mutating func appendRing(
    _ scanner: inout JSONScanner, isHole: Bool, after shellKept: Bool, _ outline: inout Outline
  ) throws(JSONScanner.Fault) -> Bool {
    let start = scanner.position
    var numbers: [Int] = []
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      numbers.append(Int(exactly: try scanner.number()) ?? Int.max)
    }
    guard shellKept, outline.unreadable == nil else { return false }
    let points = numbers.reduce(0) { $0 + (arcs.count($1) ?? 0) }
    guard rows.take(vertices: points) else {
      throw JSONScanner.Fault(
        offset: start,
        problem: Wording(
          fr: "les mêmes arcs servent trop de fois pour la taille du fichier",
          en: "the same arcs are used too often for the size of the file"))
    }
    do throws(TopoJSONArcs.RingFault) {
      try arcs.append(numbers, to: &rows.table.geometry)
    } catch {
      outline.unreadable = error.reason
      return false
    }
    return rows.table.geometry.endRing(isHole: isHole)
  }
}
