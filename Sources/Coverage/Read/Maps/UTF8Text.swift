/// Text files in the encodings that programs write, as UTF-8.
enum UTF8Text {
  /// The bytes as they are where they are UTF-8; else from UTF-16, which a mark at their beginning tells, or
  /// from Windows-1252.
  ///
  /// - Complexity: O(bytes).
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    if let text = ofUTF16(bytes[...]) { return text }
    if DelimitedText.isUTF8(bytes) { return bytes }
    let all = DelimitedText.Field(start: 0, end: Int32(bytes.count))
    return Array(DelimitedText.decode(all, in: bytes, .windows1252).utf8)
  }

  /// What UTF-16 says; nil where no mark tells it. Half a sign at the end is left out.
  static func ofUTF16(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let start = bytes.startIndex + 2
    let units = stride(from: start, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
