/// How people separate places in one cell: strong signs divide, weak ones only where each part is a place,
/// as names have them too (`Saint-Pierre-et-Miquelon`, `Couserans - Pyrénées`).
enum PlaceText {
  /// Signs and words that separate, the strongest first.
  static let separators: [[String]] = [
    ["\n", "\r", ";", "|", "\t", "•", "·"], [","], ["/", "+", "&"], [" et ", " and "],
    [" - ", " – ", " — "],
  ]
  /// Words after which what is named is left out, or only a part of it is meant.
  private static let doubts: Set<String> = [
    "sauf", "hors", "moins", "excepte", "exceptee", "exceptes", "exceptees", "except", "exclu",
    "exclue", "exclus", "exclues", "partiel", "partielle", "partiels", "partielles",
    "partiellement", "partie", "moitie", "confirmer", "definir",
  ]

  /// Whether a text leaves something out, takes a part, or is in doubt: `241500230 (sauf Aurillac)`.
  static func saysPart(_ text: String) -> Bool {
    text.contains("?")
      || folded(text).split(separator: "_").contains { doubts.contains(String($0)) }
  }

  /// The separators from this place on are weak.
  static let firstWeak = 2

  /// The parts of a text between the separators of one rank; those in brackets do not count, but for the
  /// strongest.
  ///
  /// - Complexity: O(length).
  static func parts(_ text: String, rank: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: break
      }
      let rest = text[index...]
      if depth == 0 || rank == 0, let mark = separators[rank].first(where: { begins(rest, $0) }) {
        parts.append(part)
        part = ""
        index = text.index(index, offsetBy: mark.count)
      } else {
        part.append(text[index])
        index = text.index(after: index)
      }
    }
    parts.append(part)
    return parts.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// A line break of two scalars is one character.
  private static func begins(_ text: Substring, _ mark: String) -> Bool {
    mark == "\n" ? text.first?.isNewline ?? false : text.hasPrefix(mark)
  }

  /// A text without the signs that lists put around it.
  static func trimmed(_ text: String) -> String {
    let isEdge = { (sign: Character) in sign.isWhitespace || "-–—*.:,;•·".contains(sign) }
    let start = text.drop(while: isEdge)
    return String(
      start[..<(start.lastIndex { !isEdge($0) }.map { start.index(after: $0) } ?? start.startIndex)]
    )
  }

  /// Whether a text has a sign that divides, outside of brackets.
  static func isDivided(_ text: String) -> Bool {
    (0..<firstWeak).contains { parts(text, rank: $0).count > 1 }
  }
}
