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
    guard !outline.isEmpty else { return buffer.append("null") }
    if !isAsGiven, let exact = rounding.exactGeometry(of: outline) {
      return buffer.append(exact)
    }
    let isMulti = outline.polygonCount > 1
    buffer.append(
      isMulti
        ? "{\"type\":\"MultiPolygon\",\"coordinates\":[["
        : "{\"type\":\"Polygon\",\"coordinates\":[")
    for index in 0..<outline.ringCount {
      if index > 0 { buffer.append(outline.isHole[index] ? "," : "],[") }
      ring(outline.ring(index))
    }
    buffer.append(isMulti ? "]]}" : "]}")
  }

  private mutating func ring(_ vertices: ArraySlice<Int32>) {
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
