/// Writes an SQLite file by the letter of its format (sqlite.org/fileformat2.html), one page a table,
/// so that tests can have any database without the library that is under test.
package struct TinyDatabase {
  package enum Value {
    case null
    case integer(Int)
    case text(String)
    case blob([UInt8])
  }

  private static let pageSize = 4_096
  private var pages: [[UInt8]] = [[]]
  private var schema: [[Value]] = []

  /// A table. `columns` is what stands between the brackets of its definition.
  package mutating func table(_ name: String, _ columns: String, _ rows: [[Value]]) {
    pages.append(Self.leaf(rows, offset: 0))
    let sql = "CREATE TABLE \"\(Self.doubled(name))\"(\(columns))"
    schema.append(
      [.text("table"), .text(name), .text(name), .integer(pages.count), .text(sql)])
  }

  package mutating func view(_ name: String, _ query: String) {
    schema.append(
      [
        .text("view"), .text(name), .text(name), .integer(0),
        .text("CREATE VIEW \"\(Self.doubled(name))\" AS \(query)"),
      ])
  }

  package mutating func virtualTable(_ name: String, using module: String) {
    schema.append(
      [
        .text("table"), .text(name), .text(name), .integer(0),
        .text("CREATE VIRTUAL TABLE \"\(Self.doubled(name))\" USING \(module)"),
      ])
  }

  package init() {}

  package var bytes: [UInt8] {
    var header = Array("SQLite format 3\0".utf8) + Self.big(Self.pageSize, 2)
    header += [1, 1, 0, 64, 32, 32]
    for word in [1, pages.count, 0, 0, 1, 4, 0, 0, 1, 0, 0] { header += Self.big(word, 4) }
    header += Array("GPKG".utf8) + [UInt8](repeating: 0, count: 20)
    header += Self.big(1, 4) + Self.big(3_040_000, 4)
    let first = header + Self.leaf(schema, offset: 100)
    return ([first] + pages.dropFirst()).flatMap { $0 }
  }

  /// A leaf page of a table; the first page begins after the header of the file.
  private static func leaf(_ rows: [[Value]], offset: Int) -> [UInt8] {
    var pointers: [UInt8] = []
    var content: [UInt8] = []
    for (index, row) in rows.enumerated() {
      let record = record(row)
      content = varint(record.count) + varint(index + 1) + record + content
      pointers += big(pageSize - content.count, 2)
    }
    let head =
      [0x0D, 0, 0] + big(rows.count, 2) + big(pageSize - content.count, 2) + [0] + pointers
    let gap = pageSize - offset - head.count - content.count
    precondition(gap >= 0, "the rows do not fit a page")
    return head + [UInt8](repeating: 0, count: gap) + content
  }

  private static func record(_ row: [Value]) -> [UInt8] {
    var types: [UInt8] = []
    var body: [UInt8] = []
    for value in row {
      switch value {
      case .null: types += varint(0)
      case .integer(let number):
        types += varint(6)
        body += big(number, 8)
      case .text(let text):
        types += varint(13 + 2 * text.utf8.count)
        body += Array(text.utf8)
      case .blob(let bytes):
        types += varint(12 + 2 * bytes.count)
        body += bytes
      }
    }
    precondition(types.count < 127)
    return varint(types.count + 1) + types + body
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
  }

  private static func varint(_ number: Int) -> [UInt8] {
    precondition(number < 1 << 14)
    return number < 128 ? [UInt8(number)] : [UInt8(number >> 7) | 0x80, UInt8(number & 127)]
  }

  /// Scalar by scalar: a quote may carry an accent.
  private static func doubled(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      result.append(scalar)
      if scalar == "\"" { result.append(scalar) }
    }
    return String(result)
  }
}
