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
    "partiellement", "partie", "moitie", "confirmer", "definir", "environs", "alentours",
    "limitrophes", "voisines", "voisins",
  ]

  /// Whether a text leaves something out, takes a part, or is in doubt: `241500230 (sauf Aurillac)`.
  static func saysPart(_ text: String) -> Bool {
    text.contains { "?%".contains($0) }
      || folded(text).split(separator: "_").contains { doubts.contains(String($0)) }
  }

  /// Whether a weak separator only ever adds places, and never stands between a code and its name.
  static func adds(_ text: String, rank: Int) -> Bool {
    rank < separators.count - 1 && !text.contains("/")
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
    // Lines that all begin with a dash are a list; one dash before a digit is a sign.
    let isBulleted =
      rank == 0 && parts.count > 1 && text.contains(where: \.isNewline)
      && parts.allSatisfy { part in
        part.allSatisfy(\.isWhitespace) || dashes.contains(trimmedSpace(part).first ?? " ")
      }
    return parts.map { isBulleted || !beginsWithSign($0) ? trimmed($0) : trimmedSpace($0) }
      .filter { !$0.isEmpty }
  }

  /// The parts of a text between separators of any rank but the dash, which names have too.
  static func allParts(_ text: String) -> [String] {
    (0..<separators.count - 1).reduce([text]) { parts, rank in
      parts.flatMap { self.parts($0, rank: rank) }
    }
  }

  /// A line break of two scalars is one character.
  private static func begins(_ text: Substring, _ mark: String) -> Bool {
    mark == "\n" ? text.first?.isNewline ?? false : text.hasPrefix(mark)
  }

  private static let dashes: Set<Character> = ["-", "−", "–", "—"]

  /// `-15014`: a dash that touches a digit is no bullet.
  private static func beginsWithSign(_ part: String) -> Bool {
    let start = part.drop(while: \.isWhitespace)
    guard let first = start.first, dashes.contains(first) else { return false }
    return start.dropFirst().first?.isNumber ?? false
  }

  /// A text without the signs that lists put around it.
  static func trimmed(_ text: String) -> String {
    let isEdge = { (sign: Character) in sign.isWhitespace || "-–—*.:,;•·".contains(sign) }
    let start = text.drop(while: isEdge)
    return String(
      start[
        ..<(start.lastIndex { !isEdge($0) || $0 == "*" }.map { start.index(after: $0) }
          ?? start.startIndex)]
    )
  }

  /// Whether a text has a sign that divides, outside of brackets.
  static func isDivided(_ text: String) -> Bool {
    (0..<firstWeak).contains { parts(text, rank: $0).count > 1 }
  }
}
