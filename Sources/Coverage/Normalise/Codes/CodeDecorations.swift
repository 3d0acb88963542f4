/// What may stand around the code of a place without changing it: the one place where that is said. Anything
/// else around a code is told, and nothing is read: see `CodeDoubt`.
///
/// Spaces and quotation marks anywhere; brackets around all of it; before it a bullet (`- `, `• `) or words that
/// announce a code (`INSEE`, `code commune :`, `n°`); after it a full stop, a colon, or a dash that nothing
/// follows.
enum CodeDecorations {
  private static let quotes: Set<Character> = [
    "'", "’", "‘", "\"", "“", "”", "«", "»", "`", "´", "=",
  ]
  private static let bullets: Set<Character> = ["-", "–", "—", "*", "•", "·"]
  private static let words: Set<String> = [
    "code", "codes", "insee", "cog", "com", "commune", "n", "no", "num", "numero", "de", "la",
    "geographique", "officiel",
  ]

  /// - Returns: the text without them, and whether words were among them.
  /// - Complexity: O(length).
  static func removed(from text: String) -> (text: String, hadWords: Bool) {
    var plain = trimmedSpace(text.filter { !quotes.contains($0) })[...]
    for (open, close) in [("(", ")"), ("[", "]")] where plain.hasPrefix(open) {
      guard plain.hasSuffix(close), !plain.dropFirst().dropLast().contains(where: "()[]".contains)
      else { continue }
      plain = plain.dropFirst().dropLast()
    }
    if let first = plain.first, bullets.contains(first),
      plain.dropFirst().first?.isWhitespace ?? false
    {
      plain = plain.dropFirst().drop(while: \.isWhitespace)
    }
    let hadWords = announcement(of: plain).map { plain = plain[$0...] } != nil
    while let last = plain.last, ".:;,".contains(last) || last.isWhitespace || isOpenDash(plain) {
      plain = plain.dropLast()
    }
    return (plain.filter { !$0.isWhitespace }, hadWords)
  }

  /// Where a code begins after words that announce it.
  private static func announcement(of text: Substring) -> Substring.Index? {
    guard let digit = text.firstIndex(where: \.isNumber), digit > text.startIndex else {
      return nil
    }
    let before = text[..<digit]
    let said = folded(before).split(separator: "_")
    let isMinus = before.last.map { bullets.contains($0) } ?? false
    guard !said.isEmpty, said.allSatisfy({ words.contains(String($0)) }),
      before.allSatisfy({ $0.isLetter || $0.isWhitespace || ":.°º#-".contains($0) }),
      !isMinus || before.dropLast().last.map(\.isLetter) ?? false
    else { return nil }
    return digit
  }

  /// `15014 -`: the name that should follow is empty.
  private static func isOpenDash(_ text: Substring) -> Bool {
    guard let last = text.last, "-–—".contains(last) else { return false }
    return text.dropLast().last?.isWhitespace ?? false
  }
}
