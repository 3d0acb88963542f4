/// A run of digits, a run of letters or one other sign of a written date.
struct DateToken: Sendable {
  /// Digits, a folded word, or a sign.
  let text: String
  let isNumber: Bool
  let isSign: Bool
  /// Whether white space stands before it.
  let isApart: Bool

  var number: Int? { isNumber && text.utf8.count <= 9 ? Int(text) : nil }

  /// Words before a date that only say so: `signé le`, `depuis le`, `lundi`.
  var isAffirmation: Bool { Self.affirmations.contains(text) }

  private static let affirmations: Set<String> = [
    "le", "du", "depuis", "en", "date", "signe", "signee", "valide", "validee", "conclu", "conclue",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// The month that a word names.
  var month: Int? { Self.months[text] }

  private static let months: [String: Int] = {
    let names = [
      ["janvier", "janv", "jan", "january"], ["fevrier", "fevr", "fev", "february", "feb"],
      ["mars", "mar", "march"], ["avril", "avr", "april", "apr"], ["mai", "may"],
      ["juin", "jun", "june"], ["juillet", "juil", "july", "jul"], ["aout", "august", "aug"],
      ["septembre", "sept", "sep", "september"], ["octobre", "oct", "october"],
      ["novembre", "nov", "november"], ["decembre", "dec", "december"],
    ]
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().flatMap { index, names in
        names.map { ($0, index + 1) }
      })
  }()

  /// - Complexity: O(length).
  static func all(of text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = text[...]
    var isApart = false
    while let first = rest.first {
      if first.isWhitespace {
        isApart = true
        rest.removeFirst()
        continue
      }
      let isNumber = isDigit(first)
      let run =
        isNumber
        ? rest.prefix(while: isDigit)
        : first.isLetter ? rest.prefix { $0.isLetter } : rest.prefix(1)
      tokens.append(
        DateToken(
          text: isNumber || !first.isLetter ? String(run) : folded(run), isNumber: isNumber,
          isSign: !isNumber && !first.isLetter, isApart: isApart))
      isApart = false
      rest = rest[run.endIndex...]
    }
    return tokens
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
