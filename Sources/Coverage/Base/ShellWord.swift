/// A text as a shell takes it for one word.
enum ShellWord {
  static func quoted(_ text: String) -> String {
    if text.unicodeScalars.contains(where: \.isWithoutSign) { return escaped(text) }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "/._-#=:,+".unicodeScalars.contains($0)
    }
    // A sharp sign first is a comment.
    return isPlain && !text.isEmpty && !text.hasPrefix("#")
      ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }

  /// A text that holds signs which nobody sees, as bash reads it.
  private static func escaped(_ text: String) -> String {
    let bytes = text.utf8.map { byte in
      let isPlain = byte < 0x80 && Unicode.Scalar(byte).properties.isAlphabetic || byte == 0x2E
      return isPlain
        ? String(Unicode.Scalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "$'\(bytes.joined())'"
  }
}
