// Whatever a message is made of, it quotes no more of a file than a reader reads.

extension ShownName {
  /// A message without quotes longer than `longestQuote`: neither what stands between quotation marks, nor a
  /// run of signs without a space.
  ///
  /// - Complexity: O(length).
  static func bounded(_ message: String) -> String {
    guard message.utf8.count > longestQuote else { return message }
    return boundedRuns(boundedMarks(message))
  }

  private static func boundedMarks(_ message: String) -> String {
    var result = String.UnicodeScalarView()
    var quote: String.UnicodeScalarView?
    for scalar in message.unicodeScalars {
      switch (scalar, quote) {
      case ("«", nil), ("“", nil):
        result.append(scalar)
        quote = String.UnicodeScalarView()
      case ("»", let text?), ("”", let text?):
        result.append(contentsOf: shortened(String(text), to: longestQuote).unicodeScalars)
        result.append(scalar)
        quote = nil
      case (_, nil): result.append(scalar)
      default: quote?.append(scalar)
      }
    }
    if let quote { result.append(contentsOf: quote) }
    return String(result)
  }

  private static func boundedRuns(_ message: String) -> String {
    var result = String.UnicodeScalarView()
    var length = 0
    for scalar in message.unicodeScalars {
      let isBreak = scalar.properties.isWhitespace || ",;|".unicodeScalars.contains(scalar)
      length = isBreak ? 0 : length + 1
      if length < longestQuote { result.append(scalar) }
      if length == longestQuote { result.append("…") }
    }
    return String(result)
  }
}

extension Wording {
  /// The same without long quotes.
  var bounded: Wording {
    Wording(fr: ShownName.bounded(french), en: ShownName.bounded(english))
  }
}
