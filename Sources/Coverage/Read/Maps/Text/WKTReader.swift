import GeoKernel

/// Reads well-known text (OGC 06-103r4, with the `SRID=…;` of EWKT) and keeps polygons only.
struct WKTReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Points, lines, and rings that enclose nothing.
  private(set) var passedOver = 0
  /// The number of the reference system in EPSG, where the text says it.
  private(set) var reference: Int?

  /// Why a text is no geometry.
  enum Fault: Error, Equatable {
    case malformed
    case notFinite
    case nestedTooDeep
    case curves

    var reason: Wording {
      switch self {
      case .malformed: Wording(fr: "WKT mal formé", en: "malformed WKT")
      case .notFinite: .notFinite
      case .nestedTooDeep: WKBFault.nestedTooDeep.reason
      case .curves:
        Wording(
          fr:
            "arcs de cercle : convertissez-les en segments (ST_CurveToLine), ou donnez un GeoPackage",
          en: "arcs: convert them to segments (ST_CurveToLine), or give a GeoPackage")
      }
    }
  }

  /// Words that such a text begins with.
  private static let beginnings = [
    "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "MULTISURFACE", "CURVEPOLYGON", "SRID=",
    "POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "TRIANGLE", "TIN", "POLYHEDRALSURFACE",
  ]
  private static let deepestCollection = 8

  /// Whether a text is meant as one.
  static func isMeant(by text: some Sequence<UInt8>) -> Bool {
    let start = text.lazy.drop { $0 <= 0x20 }.prefix(24)
    let head = String(decoding: Array(start), as: UTF8.self).uppercased()
    guard let word = beginnings.first(where: { head.hasPrefix($0) }) else { return false }
    if word.hasSuffix("=") { return true }
    var rest = head.dropFirst(word.count).drop { $0 == " " }
    for mark in ["ZM", "Z", "M"] where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count).drop { $0 == " " }
      break
    }
    // A word of a text may begin so too: “Point d’accueil”.
    return rest.first == "(" || rest.hasPrefix("EMPTY")
  }

  /// Appends the polygons of a text to the open feature of `columns`.
  ///
  /// - Complexity: O(bytes).
  static func append(
    _ text: ArraySlice<UInt8>, to columns: inout PolygonColumns
  ) throws(Fault) -> WKTReader {
    var reader = WKTReader(bytes: text, position: text.startIndex)
    try reader.referenceNumber()
    try reader.geometry(into: &columns, depth: 0)
    guard reader.next() == nil else { throw .malformed }
    return reader
  }

  // MARK: Signs

  /// The next byte that is not white space, without taking it.
  private mutating func next() -> UInt8? {
    while position < bytes.endIndex, bytes[position] <= 0x20 { position += 1 }
    return position < bytes.endIndex ? bytes[position] : nil
  }

  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  private mutating func take(_ sign: Unicode.Scalar) throws(Fault) {
    guard takes(sign) else { throw .malformed }
  }

  private mutating func word() -> String {
    _ = next()
    let start = position
    while position < bytes.endIndex, bytes[position] | 0x20 >= UInt8(ascii: "a"),
      bytes[position] | 0x20 <= UInt8(ascii: "z")
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
  }

  private mutating func number() throws(Fault) -> Double {
    _ = next()
    let start = position
    while position < bytes.endIndex {
      let byte = bytes[position]
      guard byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") else { break }
      position += 1
    }
    guard position - start <= 64,
      let value = Double(String(decoding: bytes[start..<position], as: UTF8.self))
    else { throw .malformed }
    guard value.isFinite else { throw .notFinite }
    return value
  }

  private mutating func referenceNumber() throws(Fault) {
    guard next().map({ $0 | 0x20 }) == UInt8(ascii: "s"),
      let end = bytes[position...].prefix(24).firstIndex(of: UInt8(ascii: ";"))
    else { return }
    let words = String(decoding: bytes[position..<end], as: UTF8.self).uppercased()
    guard words.hasPrefix("SRID="), let number = Int(words.dropFirst(5)), number >= 0 else {
      throw .malformed
    }
    reference = number == 0 ? nil : number
    position = end + 1
  }

  // MARK: Geometry

  private mutating func geometry(
    into columns: inout PolygonColumns, depth: Int
  ) throws(Fault) {
    guard depth <= Self.deepestCollection else { throw .nestedTooDeep }
    var type = word()
    // `POLYGONZ` and `POLYGON Z` are one.
    for end in ["ZM", "Z", "M"] where type.hasSuffix(end) && type.count > end.count {
      type.removeLast(end.count)
      break
    }
    let start = position
    if !["Z", "M", "ZM"].contains(word()) { position = start }
    if isEmpty() { return }
    switch type {
    case "POLYGON", "TRIANGLE": try polygon(into: &columns)
    case "MULTIPOLYGON", "POLYHEDRALSURFACE", "TIN":
      try list { (reader) throws(Fault) in try reader.polygon(into: &columns) }
    case "GEOMETRYCOLLECTION":
      try list { (reader) throws(Fault) in try reader.geometry(into: &columns, depth: depth + 1) }
    case "MULTISURFACE":
      try list { (reader) throws(Fault) in
        if reader.next() == UInt8(ascii: "(") {
          try reader.polygon(into: &columns)
        } else {
          try reader.geometry(into: &columns, depth: depth + 1)
        }
      }
    case "POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING":
      passedOver += 1
      try passOver()
    case "CURVEPOLYGON", "CIRCULARSTRING", "COMPOUNDCURVE", "MULTICURVE": throw .curves
    default: throw .malformed
    }
  }

  private mutating func isEmpty() -> Bool {
    let start = position
    if word() == "EMPTY" { return true }
    position = start
    return false
  }

  private mutating func list(
    _ element: (inout WKTReader) throws(Fault) -> Void
  ) throws(Fault) {
    try take("(")
    repeat { try element(&self) } while takes(",")
    try take(")")
  }

  private mutating func polygon(into columns: inout PolygonColumns) throws(Fault) {
    if isEmpty() { return }
    var ring = 0
    var shellKept = true
    try list { (reader) throws(Fault) in
      let start = columns.x.count
      try reader.list { (reader) throws(Fault) in
        columns.x.append(try reader.number())
        columns.y.append(try reader.number())
        while let sign = reader.next(), sign != UInt8(ascii: ","), sign != UInt8(ascii: ")") {
          _ = try reader.number()  // a height, a measure
        }
      }
      if !shellKept {  // holes of nothing
        columns.x.removeLast(columns.x.count - start)
        columns.y.removeLast(columns.y.count - start)
      }
      let kept = shellKept && columns.endRing(isHole: ring > 0)
      if ring == 0 { shellKept = kept }
      if !kept { reader.passedOver += 1 }
      ring += 1
    }
  }

  /// Passes over what stands in brackets.
  private mutating func passOver() throws(Fault) {
    try take("(")
    var depth = 1
    while depth > 0 {
      guard let sign = next() else { throw .malformed }
      position += 1
      if sign == UInt8(ascii: "(") { depth += 1 }
      if sign == UInt8(ascii: ")") { depth -= 1 }
    }
  }
}
