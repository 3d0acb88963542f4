/// What others wrote, made fit for a screen: names, titles and paths may hold anything.
package enum PlainText {
  /// The longest message or line that is shown, in bytes of UTF-8.
  package static let longestLine = 2_000
  /// Stands for what has no sign, so that a reader sees that something is there.
  private static let sign: Unicode.Scalar = "\u{FFFD}"
  private static let mark = " […] "

  /// A text of one line.
  package static func line(_ text: String) -> String {
    shortened(cleaned(text), to: longestLine)
  }

  /// A text of several lines, of any length.
  package static func page(_ text: String) -> String {
    replacing(text) { $0 == "\n" ? nil : standIn(for: $0) }
  }

  /// JSON with the same values, in which signs that a terminal would obey are escaped.
  package static func json(_ text: String) -> String {
    replacing(text) { scalar in
      scalar == "\n"
        ? nil
        : String(scalar).utf16.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
  }

  static func cleaned(_ text: String) -> String { replacing(text) { standIn(for: $0) } }

  /// Tabs and line ends are spaces.
  private static func standIn(for scalar: Unicode.Scalar) -> String {
    scalar.properties.isWhitespace ? " " : String(sign)
  }

  /// A text with what has no sign replaced; nil leaves it.
  private static func replacing(
    _ text: String, by other: (Unicode.Scalar) -> String?
  ) -> String {
    guard text.unicodeScalars.contains(where: \.isWithoutSign) else { return text }
    // Bytes, as a string that grows by other strings is copied each time.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isWithoutSign, let other = other(scalar) {
        bytes += other.utf8
      } else {
        bytes += scalar.utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text of at most so many bytes, cut in its middle and between characters.
  static func shortened(_ text: String, to most: Int) -> String {
    guard text.utf8.count > most else { return text }
    let room = max(0, most - mark.utf8.count)
    // The last character of the one and the first of the other may be cut: neither stays.
    var head = String(decoding: text.utf8.prefix(room * 2 / 3), as: UTF8.self)
    while head.unicodeScalars.last == sign { head.unicodeScalars.removeLast() }
    let tail = String(decoding: text.utf8.suffix(room - room * 2 / 3), as: UTF8.self)
      .drop { $0.unicodeScalars.first == sign }.dropFirst()
    return head.dropLast() + mark + tail
  }
}
