import Testing

@testable import Coverage

@Suite("A table written with quotes is read back equal")
struct DelimitedRoundTripTests {
  private static let pieces = [
    "\"", "\"\"", ";", ",", "\t", "\n", "é", "€", "œ", "a", "B7", "0", " ", "'", "=",
    "\u{A0}", "日本", "👩‍⚕️", "|", "\\", "#", "x",
  ]

  /// A value that neither starts nor ends with white space, which the reader takes off.
  /// Its line breaks are those of the file.
  private func value(_ ending: String, _ random: inout SplitMix) -> String {
    let inside = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      return piece == "\n" ? ending : piece
    }
    return random.next() % 5 == 0 ? "" : "k" + inside.joined() + "z"
  }

  /// By RFC 4180: quotes around, and doubled inside.
  private func quoted(_ value: String, _ isNeeded: Bool) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return isNeeded ? "\"\(result)\"" : result
  }

  @Test(
    "for every separator and line ending, with the lines where rows begin",
    arguments: [";", ",", "\t"], ["\n", "\r\n", "\r"])
  func roundTrip(separator: String, ending: String) throws {
    var random = SplitMix(
      seed: UInt64(separator.utf8.first ?? 0) &* 31 &+ UInt64(ending.utf8.count))
    for _ in 0..<150 {
      let width = Int.random(in: 2...6, using: &random)
      let header = (0..<width).map { "h\($0)" }
      let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        (0..<width).map { _ in value(ending, &random) }
      }
      var text = header.joined(separator: separator)
      var lines: [Int32] = []
      for row in rows {
        text += ending
        lines.append(lineNumber(after: text))
        text += row.map { value in
          let special = value.unicodeScalars.contains { "\";,\t\n\r".unicodeScalars.contains($0) }
          return quoted(value, special || random.next() % 4 == 0)
        }.joined(separator: separator)
      }
      let read = try DelimitedText(path: "x", bytes: Array(text.utf8))
      #expect(read.header == header)
      let values = (0..<read.rowCount).map { row in
        (0..<read.fieldCount(row: row)).map { read.text(row: row, column: $0) }
      }
      // A row of nothing but separators is a blank line.
      let filled = rows.indices.filter { !rows[$0].allSatisfy(\.isEmpty) }
      #expect(values == filled.map { rows[$0] })
      try #require(read.lines == filled.map { lines[$0] })
    }
  }

  /// One more than the line breaks of any kind, CRLF being one.
  private func lineNumber(after text: String) -> Int32 {
    let bytes = Array(text.utf8)
    var number: Int32 = 1
    for (index, byte) in bytes.enumerated() {
      if byte == 13 || (byte == 10 && (index == 0 || bytes[index - 1] != 13)) { number += 1 }
    }
    return number
  }
}
