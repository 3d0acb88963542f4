/// Why a cell with the code of a place is not read, though the code stands there: what surrounds it may change
/// what is meant.
enum CodeDoubt: Equatable {
  /// `-15014`, `15014*`: a sign that may mean that the place is left, or that a note says more.
  case sign(code: String)
  /// `15016.5`.
  case decimals(code: String)
  /// `15012-15016`: two communes, or all between them.
  case range(first: String, last: String)
  /// `15014 (50)`: a number that nothing explains.
  case number(code: String)
  /// `15014 sauf le bourg`, `Gap (en partie)`, `15028 à confirmer`.
  case part
  /// `Embrun ✗`, `~~Embrun~~`, `(Embrun)`: a sign beside a name or a code.
  case mark(String)
  /// `15012 (retirée)`: words that are not the name of the code's commune.
  case note(code: String, note: String)
  /// `241500230 (4 communes)`: words beside the code of a group that are not its name.
  case ofGroup(code: String, note: String)
  /// `Non retenues : Ayrens, Carlat`: what a denial before it may hold for.
  case after(String)
  /// `Reilhac (46)`: a department that has no commune of that name.
  case department(String, choices: [String])

  private static let signs: Set<Character> = [
    "-", "−", "–", "—", "+", "~", "<", ">", "≠", "±", "!",
  ]
  private static let marks: Set<Character> = ["*", "†", "‡", "§", "!", "^", "~", "<", ">"]
  /// Signs that say so before any of several codes; a plus only adds there.
  private static let laterSigns = signs.subtracting(["+"])
  private static let links: Set<String> = ["a", "au", "jusqu", "jusque"]
  private static let fillers: Set<String> = ["de", "du", "des", "code", "codes", "insee"]

  /// Nil where nothing around the codes of a text is in doubt.
  ///
  /// - Complexity: O(length).
  init?(_ text: String) {
    let words = PlaceWords.words(of: text)
    let codes = words.filter { PlaceWords.isLongCode(text[$0]) }
    guard let first = codes.first, let last = codes.last else { return nil }
    let code = String(text[first])
    let others = words.filter { !codes.contains($0) }
    let hasNames = others.contains { text[$0].contains(where: \.isLetter) }
    if let whole = Self.decimals(after: codes, in: text) {
      self = .decimals(code: whole)
    } else if words.first == first, let sign = text[..<first.lowerBound].last,
      Self.signs.contains(sign)
    {
      self = .sign(code: code)
    } else if let signed = Self.signedLater(codes, hasNames && words.first != first, in: text) {
      self = .sign(code: signed)
    } else if codes.count == 2, let range = Self.range(first, last, others, in: text) {
      self = range
    } else if !hasNames, text[last.upperBound...].contains(where: { Self.marks.contains($0) }) {
      self = .sign(code: String(text[last]))
    } else if !hasNames, codes.count == 1, !others.isEmpty,
      !others.allSatisfy({ text[first].hasPrefix(text[$0]) })
    {
      self = .number(code: code)
    } else {
      return nil
    }
  }

  /// A number with decimals, be it that a comma could also separate two places.
  static func decimals(_ text: String) -> CodeDoubt? {
    let words = PlaceWords.words(of: text)
    guard words.count == 2, words[0].lowerBound == text.startIndex,
      words[1].upperBound == text.endIndex,
      PlaceWords.isLongCode(text[words[0]])
    else { return nil }
    return decimals(after: [words[0]], in: text).map { .decimals(code: $0) }
  }

  /// A number that a sign stands before, be it the code of a group: `-15`.
  static func signed(_ text: String) -> CodeDoubt? {
    let words = PlaceWords.words(of: text)
    guard words.count == 1, let sign = text[..<words[0].lowerBound].last, "-−–—+".contains(sign),
      text[words[0]].first?.isNumber ?? false
    else { return nil }
    return .sign(code: String(text[words[0]]))
  }

  /// `15014 +15012 -15016`: the first code but one that a sign stands before, after a space.
  private static func signedLater(
    _ codes: [Range<String.Index>], _ namesLead: Bool, in text: String
  ) -> String? {
    if namesLead { return nil }
    return codes.dropFirst().first { code in
      let before = text[..<code.lowerBound]
      return before.last.map(laterSigns.contains) ?? false
        && before.dropLast().last.map { !$0.isNumber && !$0.isLetter } ?? false
    }.map { String(text[$0]) }
  }

  private static func decimals(after codes: [Range<String.Index>], in text: String) -> String? {
    for code in codes {
      let rest = text[code.upperBound...]
      guard let mark = rest.first, mark == "." || mark == "," else { continue }
      let digits = rest.dropFirst().prefix(while: \.isNumber)
      // `2A005,2A009` are two.
      let isNumber = !(text[digits.endIndex...].first?.isLetter ?? false)
      if isNumber, (1...3).contains(digits.count), digits.contains(where: { $0 != "0" }) {
        return String(text[code])
      }
    }
    return nil
  }

  private static func range(
    _ first: Range<String.Index>, _ last: Range<String.Index>, _ others: [Range<String.Index>],
    in text: String
  ) -> CodeDoubt? {
    let (from, to) = (String(text[first]), String(text[last]))
    let between = text[first.upperBound..<last.lowerBound]
    let words = folded(between).split(separator: "_").map(String.init)
    let rest = others.map { folded(text[$0]) }.filter { !links.contains($0) }
    guard from.utf8.count == 5, from.prefix(2) == to.prefix(2), from < to,
      rest.allSatisfy({ fillers.contains($0) }),
      !words.isEmpty && words.contains(where: { links.contains($0) })
        || words.isEmpty && between.contains(where: { "-–—−→>…:".contains($0) })
        || words.isEmpty && between.contains("..")
    else { return nil }
    return .range(first: from, last: to)
  }
}
