import GeoKernel

extension GeoPackageReader {
  /// Some columns of a layer as delimited text, for readers of long tables: `;`, and a header.
  ///
  /// - Parameter choose: which of the columns, by their names.
  /// - Complexity: O(bytes of the file).
  static func text(
    _ input: OpenedInput, choosing choose: ([String]) throws(InputFault) -> [Int]
  ) throws(InputFault) -> [UInt8] {
    try withLayer(input) { database, layer in
      let statement = try statement(of: layer, in: database, input)
      let names = (0..<statement.columnCount).map { statement.columnName($0) }
      let columns = try choose(names)
      var bytes: [UInt8] = []
      append(columns.map { names[$0] }, to: &bytes)
      while try statement.step() { append(columns.map { statement.text($0) ?? "" }, to: &bytes) }
      return bytes
    }
  }

  private static func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      let isPlain = !field.utf8.contains { [10, 13, 0x22, 0x3B].contains($0) }
      guard !isPlain else {
        bytes += field.utf8
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in field.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(10)
  }
}
