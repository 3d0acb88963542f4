/// A CSV file as written by the command, read apart from the project's own reader: it refuses what a
/// strict reader would (rows of another width, quotes left open).
struct CSVRows {
  let header: [String]
  let rows: [[String: String]]
  /// Every cell, header included, after the removal of quotes.
  let cells: [String]

  struct Broken: Error {
    let problem: String
  }

  init(_ text: String, separator: Character = ",") throws {
    var records = try Self.records(text, separator)
    guard !records.isEmpty else { throw Broken(problem: "no header") }
    let header = records.removeFirst()
    for record in records where record.count != header.count {
      throw Broken(problem: "\(record.count) cells under \(header.count) columns: \(record)")
    }
    self.header = header
    rows = records.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    cells = header + records.flatMap { $0 }
  }

  subscript(row: Int, column: String) -> String { rows[row][column] ?? "no such column" }

  /// The row whose cell is the one given.
  func row(_ column: String, _ value: String) -> [String: String] {
    rows.first { $0[column] == value } ?? [:]
  }

  func sum(_ column: String, where isWanted: ([String: String]) -> Bool = { _ in true }) -> Int {
    rows.filter(isWanted).reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
  }

  private static func records(_ text: String, _ separator: Character) throws -> [[String]] {
    let bytes = Array(text.utf8)
    let (comma, quote) = (separator.asciiValue, UInt8(ascii: "\""))
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == quote {
        if isQuoted, index < bytes.count, bytes[index] == quote {
          cell.append(quote)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted || byte != comma && byte != 10 && byte != 13 {
        cell.append(byte)
      } else {
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == comma { continue }
        if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
        records.append(record)
        record = []
      }
    }
    guard !isQuoted, record.isEmpty, cell.isEmpty else { throw Broken(problem: "no end of line") }
    return records
  }
}
