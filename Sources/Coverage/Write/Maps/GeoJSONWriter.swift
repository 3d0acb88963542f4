import GeoKernel

/// Writes a table with one outline a row as GeoJSON (RFC 7946): longitude and latitude on WGS 84, no
/// `crs` member, shells anticlockwise, rings closed.
struct GeoJSONWriter {
  private let positions: PositionText
  private let keys: [[UInt8]]
  private var rounding: OutlineRounding
  private var buffer = ByteBuffer()

  /// - Parameters:
  ///   - outline: the outline of a row; an empty one gives a null geometry.
  ///   - isAsGiven: whether the outline of a row is one of the data, which is not made more valid than it
  ///     is.
  ///   - flush: takes the text piece by piece.
  /// - Complexity: O(characters); memory is one piece.
  static func write(
    _ table: Table, _ positions: PositionText, outline: (Int) -> Outline,
    isAsGiven: (Int) -> Bool = { _ in false },
    flush: ([UInt8]) throws(InputFault) -> Void
  ) throws(InputFault) {
    var writer = GeoJSONWriter(table, positions)
    writer.buffer.append("{\"type\":\"FeatureCollection\",\"features\":[\n")
    for row in 0..<table.rowCount {
      if row > 0 { writer.buffer.append(",\n") }
      writer.feature(table.row(row), outline(row), isAsGiven: isAsGiven(row))
      if writer.buffer.count > 1 << 20 {
        try flush(writer.buffer.bytes)
        writer.buffer.removeAll()
      }
    }
    writer.buffer.append("\n]}\n")
    try flush(writer.buffer.bytes)
  }

  private init(_ table: Table, _ positions: PositionText) {
    self.positions = positions
    rounding = OutlineRounding(positions)
    keys = table.columns.map { column in
      var key = ByteBuffer()
      key.append(json: column)
      key.append(byte: UInt8(ascii: ":"))
      return key.bytes
    }
    buffer = ByteBuffer(capacity: 1 << 21)
  }

  private mutating func feature(
    _ cells: ArraySlice<Cell>, _ outline: Outline, isAsGiven: Bool
  ) {
    buffer.append("{\"type\":\"Feature\",\"properties\":{")
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(byte: UInt8(ascii: ",")) }
      buffer.append(keys[index][...])
      buffer.append(json: cell)
    }
    buffer.append("},\"geometry\":")
    geometry(outline, isAsGiven: isAsGiven)
    buffer.append(byte: UInt8(ascii: "}"))
  }

  private mutating func geometry(_ outline: Outline, isAsGiven: Bool) {
    if !isAsGiven, let exact = rounding.exactPolygons(of: outline) {
      geometry(exact.ringIsHole) { $0.exactRing($1, of: exact) }
    } else {
      geometry(outline.isHole) { $0.ring(outline.ring($1)) }
    }
  }

  /// - Parameter ring: writes a ring, by its number.
  private mutating func geometry(
    _ isHole: [Bool], ring: (inout GeoJSONWriter, Int) -> Void
  ) {
    guard !isHole.isEmpty else { return buffer.append("null") }
    let isMulti = isHole.count { !$0 } > 1
    buffer.append(
      isMulti
        ? "{\"type\":\"MultiPolygon\",\"coordinates\":[["
        : "{\"type\":\"Polygon\",\"coordinates\":[")
    for index in isHole.indices {
      if index > 0 { buffer.append(isHole[index] ? "," : "],[") }
      ring(&self, index)
    }
    buffer.append(isMulti ? "]]}" : "]}")
  }

  /// With all the decimals that the vertices have.
  private mutating func exactRing(_ ring: Int, of polygons: PolygonColumns) {
    buffer.append("[")
    let span = polygons.vertices(of: ring)
    for vertex in span { buffer.append("[\(polygons.x[vertex]),\(polygons.y[vertex])],") }
    buffer.append("[\(polygons.x[span.lowerBound]),\(polygons.y[span.lowerBound])]]")
  }

  private mutating func ring(_ vertices: ArraySlice<Index<Vertex>>) {
    guard let first = vertices.first else { return }
    buffer.append(byte: UInt8(ascii: "["))
    // Most vertices of a ring were numbered one after another: their text lies in one piece.
    var (low, high) = (first, first)
    for vertex in vertices.dropFirst() {
      if vertex != high + 1 {
        buffer.append(positions[low...high])
        low = vertex
      }
      high = vertex
    }
    buffer.append(positions[low...high])
    buffer.append(positions[first...first].dropLast())
    buffer.append(byte: UInt8(ascii: "]"))
  }
}
