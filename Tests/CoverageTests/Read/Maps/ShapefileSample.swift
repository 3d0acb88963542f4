@testable import Coverage

/// Writes the files of a Shapefile by the letter of Esri's description.
extension MapSample {
  private static func big(_ number: Int) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func little(_ number: Int, _ width: Int = 4) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func double(_ number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
  }

  /// - Parameter kind: 5, or 15 with heights, or 25 with measures.
  func shapes(kind: Int = 5) -> [UInt8] {
    var records: [UInt8] = []
    for (index, row) in rows.enumerated() {
      let rings = esriRings(row)
      let points = rings.flatMap { $0 }
      var content = Self.little(kind) + [UInt8](repeating: 0, count: 32)
      content += Self.little(rings.count) + Self.little(points.count)
      var first = 0
      for ring in rings {
        content += Self.little(first)
        first += ring.count
      }
      for point in points { content += Self.double(point.x) + Self.double(point.y) }
      if kind != 5 { content += [UInt8](repeating: 7, count: 16 + 8 * points.count) }
      records += Self.big(index + 1) + Self.big(content.count / 2) + content
    }
    let header =
      Self.big(9994) + [UInt8](repeating: 0, count: 20) + Self.big((100 + records.count) / 2)
      + Self.little(1000) + Self.little(kind) + [UInt8](repeating: 0, count: 64)
    return header + records
  }

  /// - Parameters:
  ///   - encode: how texts are written.
  ///   - mark: the byte of the header that tells it.
  func attributes(
    mark: UInt8 = 0, _ encode: (String) -> [UInt8] = { Array($0.utf8) }
  ) -> [UInt8] {
    let width = 40
    var bytes: [UInt8] = [3, 122, 11, 30] + Self.little(rows.count)
    bytes += Self.little(32 + 32 * columns.count + 1, 2) + Self.little(1 + width * columns.count, 2)
    bytes += [UInt8](repeating: 0, count: 17) + [mark, 0, 0]
    for column in columns {
      bytes += Array(column.utf8) + [UInt8](repeating: 0, count: 11 - column.utf8.count)
      bytes += [UInt8(ascii: "C"), 0, 0, 0, 0, UInt8(width)] + [UInt8](repeating: 0, count: 15)
    }
    bytes.append(0x0D)
    for row in rows {
      bytes.append(0x20)
      for value in row.values {
        let text = encode(value)
        bytes += text + [UInt8](repeating: 0x20, count: width - text.count)
      }
    }
    return bytes + [0x1A]
  }
}
