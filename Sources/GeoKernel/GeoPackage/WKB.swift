/// What is wrong in a well-known-binary geometry.
package enum WKBFault: Error, Equatable {
  case truncated
  case unknownType(UInt32)
  case nestedTooDeep
  case notFinite
  case badHeader
  /// Arcs ask for more segments than a file of this size may give.
  case tooManyVertices
}

/// A bounds-checked reader of well-known binary (OGC 06-103r4 and the ISO and EWKB forms with Z and
/// M) that keeps polygons only.
///
/// - Complexity: O(bytes); a count that the remaining bytes cannot hold is refused before any memory
///   is reserved for it.
package struct WKBReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int
  /// How arcs become segments.
  var arcs: ArcDrawing
  private static let deepestNesting = 8

  private init(_ bytes: UnsafeRawBufferPointer, from offset: Int, _ arcs: ArcDrawing) {
    self.bytes = bytes
    self.offset = offset
    self.arcs = arcs
  }

  /// Appends the polygons of one geometry to the open feature of `columns`.
  ///
  /// - Returns: how many parts were passed over because they are points, lines, or rings that
  ///   enclose nothing.
  package static func append(
    _ bytes: UnsafeRawBufferPointer, to columns: inout PolygonColumns
  ) throws(WKBFault) -> Int {
    var reader = WKBReader(bytes, from: 0, ArcDrawing())
    return try reader.geometry(into: &columns, depth: 0)
  }

  /// Appends the polygons of a GeoPackage geometry (clause 2.1.3: a header, then well-known binary).
  ///
  /// - Parameter arcs: how arcs become segments, and how many were drawn so far.
  package static func appendGeoPackage(
    _ bytes: UnsafeRawBufferPointer, to columns: inout PolygonColumns,
    drawing arcs: inout ArcDrawing
  ) throws(WKBFault) -> Int {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { throw .badHeader }
    let envelopeSizes = [0, 32, 48, 48, 64]
    let envelope = Int(bytes[3] >> 1) & 7
    guard envelope < envelopeSizes.count else { throw .badHeader }
    var reader = WKBReader(bytes, from: 8 + envelopeSizes[envelope], arcs)
    if bytes[3] & 0x10 != 0 { return 0 }  // the flag of an empty geometry
    defer { arcs = reader.arcs }
    return try reader.geometry(into: &columns, depth: 0)
  }

  private mutating func geometry(
    into columns: inout PolygonColumns, depth: Int
  ) throws(WKBFault) -> Int {
    guard depth <= Self.deepestNesting else { throw .nestedTooDeep }
    let (little, type, dimensions, code) = try header()
    switch type {
    case 1:
      try skip(points: 1, dimensions)
      return 1
    case 2, 8:
      try skip(points: Int(try count(little)), dimensions)
      return 1
    case 3, 17: return try polygon(little, dimensions, into: &columns)
    case 10: return try curvePolygon(little, into: &columns)
    // Collections, lines of several kinds, surfaces of several polygons.
    case 4, 5, 6, 7, 9, 11, 12, 15, 16:
      var passedOver = 0
      for _ in 0..<(try count(little)) {
        passedOver += try geometry(into: &columns, depth: depth + 1)
      }
      return passedOver
    default: throw .unknownType(code)
    }
  }

  /// Reads what stands before every geometry: the order of bytes, the type without its marks, and how many numbers
  /// a position has.
  mutating func header() throws(WKBFault) -> (
    little: Bool, type: UInt32, dimensions: Int, code: UInt32
  ) {
    guard offset < bytes.count else { throw .truncated }
    let little = bytes[offset] == 1
    offset += 1
    let code = try count(little)
    let extended = code & 0xE000_0000
    if extended & 0x2000_0000 != 0 { offset += 4 }  // EWKB's reference system: the layer's rules
    let base = code & 0x1FFF_FFFF
    guard base < 4000 else { throw .unknownType(code) }
    let dimensions =
      2 + (extended & 0x8000_0000 != 0 || [1, 3].contains(base / 1000) ? 1 : 0)
      + (extended & 0x4000_0000 != 0 || [2, 3].contains(base / 1000) ? 1 : 0)
    return (little, base % 1000, dimensions, code)
  }

  private mutating func polygon(
    _ little: Bool, _ dimensions: Int, into columns: inout PolygonColumns
  ) throws(WKBFault) -> Int {
    var passedOver = 0
    var shellKept = true
    for ring in 0..<(try count(little)) {
      let points = Int(try count(little))
      let stride = dimensions * 8
      guard points <= (bytes.count - offset) / stride else { throw .truncated }
      guard shellKept else {  // holes of nothing
        offset += points * stride
        passedOver += 1
        continue
      }
      for point in 0..<points {
        let x = double(at: offset + point * stride, little)
        let y = double(at: offset + point * stride + 8, little)
        guard x.isFinite, y.isFinite else { throw .notFinite }
        columns.x.append(x)
        columns.y.append(y)
      }
      offset += points * stride
      let kept = columns.endRing(isHole: ring > 0)
      if ring == 0 { shellKept = kept }
      if !kept { passedOver += 1 }
    }
    return passedOver
  }

  mutating func count(_ little: Bool) throws(WKBFault) -> UInt32 {
    guard offset <= bytes.count - 4 else { throw .truncated }
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    offset += 4
    return little ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  /// Bytes that are left.
  var remaining: Int { max(0, bytes.count - offset) }

  mutating func pass(_ count: Int) { offset += count }

  /// A position that lies so many bytes ahead.
  func position(_ ahead: Int, _ little: Bool) throws(WKBFault) -> SIMD2<Double> {
    let position = SIMD2(
      double(at: offset + ahead, little), double(at: offset + ahead + 8, little))
    guard position.x.isFinite, position.y.isFinite else { throw .notFinite }
    return position
  }

  private mutating func skip(points: Int, _ dimensions: Int) throws(WKBFault) {
    guard points <= (bytes.count - offset) / (dimensions * 8) else { throw .truncated }
    offset += points * dimensions * 8
  }

  private func double(at position: Int, _ little: Bool) -> Double {
    let raw = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return Double(bitPattern: little ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }
}
