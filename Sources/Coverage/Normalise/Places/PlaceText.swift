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
    "limitrophes", "voisines", "voisins", "hormis", "sf", "not",
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
    let isBulleted = areBulleted(parts, rank, haveLines: text.contains(where: \.isNewline))
    return parts.map { part in
      isBulleted
        || !trimmedSpace(part).hasSuffix("..") && !beginsWithSign(part)
          && (parts.count == 1 || !beginsWithDash(part))
        ? trimmed(part) : trimmedSpace(part)
    }.filter { !$0.isEmpty }
  }

  /// Whether all parts begin with a dash, which is no sign then: lines, below the first as it may
  /// be, or parts in which a space follows it.
  private static func areBulleted(_ parts: [String], _ rank: Int, haveLines: Bool) -> Bool {
    var filled = parts.map { trimmedSpace($0) }.filter { !$0.isEmpty }
    if haveLines, filled.count > 1 { filled.removeFirst() }
    guard !filled.isEmpty, parts.count > 1 else { return false }
    return rank == 0 && haveLines
      ? filled.allSatisfy { dashes.contains($0.first ?? " ") }
      : filled.allSatisfy { dashes.contains($0.first ?? " ") && $0.dropFirst().first == " " }
  }

  /// Whether a dash and a space stand before a word.
  static func beginsWithDash(_ part: String) -> Bool {
    let start = part.drop(while: \.isWhitespace)
    guard let first = start.first, dashes.contains(first), !beginsWithSign(part) else {
      return false
    }
    return start.contains { $0.isLetter || $0.isNumber }
  }

  /// The dash or the brackets that one part has and another has not: `15014; 15012; (15016)`.
  static func sign(of part: String, among parts: [String]) -> String? {
    if parts.count > 1, beginsWithDash(part) { return "-" }
    guard isEnclosed(part), !parts.allSatisfy(isEnclosed) else { return nil }
    return part.first == "(" ? "( )" : "[ ]"
  }

  /// Whether brackets stand around all of a text.
  static func isEnclosed(_ text: String) -> Bool {
    guard let open = text.first, let close = text.last, text.count > 2 else { return false }
    return (open == "(" && close == ")" || open == "[" && close == "]")
      && !text.dropFirst().dropLast().contains { "()[]".contains($0) }
  }

  /// `Aurillac + Ytrac - Ayrens`: a sum in which a dash may take away, of names or of codes alone.
  static func addsAndTakes(_ text: String) -> Bool {
    guard text.contains("+"), [" - ", " – ", " − "].contains(where: text.contains) else {
      return false
    }
    return !text.contains(where: \.isNumber) || !text.contains(where: \.isLetter)
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
