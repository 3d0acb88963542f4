/// One value of a table of SQLite.
enum SQLiteValue {
  case null
  case whole(Int)
  case text(String)
  case blob([UInt8])
}

struct SQLiteTable {
  let name: String
  let columns: String
  let rows: [[SQLiteValue]]

  init(_ name: String, _ columns: String, _ rows: [[SQLiteValue]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// The file format of SQLite (sqlite.org/fileformat2.html) for tables that fit a page each.
enum SQLiteFile {
  private static let pageSize = 4096
  private static let headerSize = 100

  static func bytes(_ tables: [SQLiteTable]) -> [UInt8] {
    let schema = tables.enumerated().map { index, table -> [SQLiteValue] in
      [
        .text("table"), .text(table.name), .text(table.name), .whole(index + 2),
        .text("CREATE TABLE \(table.name) (\(table.columns))"),
      ]
    }
    var first = leaf(schema, offset: headerSize)
    first.replaceSubrange(..<headerSize, with: header(pageCount: tables.count + 1))
    return first + tables.flatMap { leaf($0.rows, offset: 0) }
  }

  private static func header(pageCount: Int) -> [UInt8] {
    var bytes = Array("SQLite format 3\0".utf8) + big(pageSize, 2) + [1, 1, 0, 64, 32, 32]
    bytes += big(1, 4) + big(pageCount, 4) + big(0, 8) + big(1, 4) + big(4, 4) + big(0, 8)
    bytes += big(1, 4) + big(0, 8) + Array("GPKG".utf8) + big(0, 20) + big(1, 4)
    return bytes + big(3_040_000, 4)
  }

  /// A leaf of a table: pointers from the front, rows from the back.
  private static func leaf(_ rows: [[SQLiteValue]], offset: Int) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: pageSize)
    var pointers: [UInt8] = []
    var start = pageSize
    for (index, row) in rows.enumerated() {
      let record = self.record(row)
      let cell = variable(record.count) + variable(index + 1) + record
      start -= cell.count
      page.replaceSubrange(start..<start + cell.count, with: cell)
      pointers += big(start, 2)
    }
    let head = [0x0D, 0, 0] + big(rows.count, 2) + big(start, 2) + [0] + pointers
    precondition(offset + head.count <= start, "the rows do not fit a page")
    page.replaceSubrange(offset..<offset + head.count, with: head)
    return page
  }

  private static func record(_ values: [SQLiteValue]) -> [UInt8] {
    var types: [UInt8] = []
    var body: [UInt8] = []
    for value in values {
      switch value {
      case .null: types += variable(0)
      case .whole(let number):
        types += variable(6)
        body += big(number, 8)
      case .text(let text):
        types += variable(13 + 2 * text.utf8.count)
        body += Array(text.utf8)
      case .blob(let bytes):
        types += variable(12 + 2 * bytes.count)
        body += bytes
      }
    }
    return variable(types.count + 1) + types + body
  }

  private static func variable(_ number: Int) -> [UInt8] {
    precondition(number < 1 << 14, "two bytes of a variable-length number hold 14 bits")
    return number < 128 ? [UInt8(number)] : [UInt8(number >> 7 | 0x80), UInt8(number & 0x7F)]
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 }
  }
}
