/// What a spreadsheet does to the code of a unit.
enum CodeDamage: Sendable {
  /// `01 004`, `'01004`, `="01004"`, `(01004)`.
  case spaces
  /// `INSEE 01004`, `code commune : 01004`.
  case words
  /// `2a004`.
  case letterCase
  /// `1004.0`, `1004,00`.
  case decimals
  /// `1.004E3`.
  case scientific
  /// `1004`.
  case lostZero

  var wording: Wording {
    switch self {
    case .spaces: Wording(fr: "espaces ou signes autour", en: "spaces or signs around it")
    case .words: Wording(fr: "mots autour", en: "words around it")
    case .letterCase: Wording(fr: "lettre minuscule", en: "small letter")
    case .decimals: Wording(fr: "décimales", en: "decimals")
    case .scientific: Wording(fr: "notation scientifique", en: "scientific notation")
    case .lostZero: Wording(fr: "zéro de tête perdu", en: "leading zero lost")
    }
  }
}

/// The code of a unit as a spreadsheet left it, read as the code that it was.
struct CodeSpelling: Equatable, Sendable {
  let code: UnitCode
  /// In the order in which it is undone; empty where the code is as it should be.
  let damage: [CodeDamage]

  /// Nil where the text is no spelling of a known code.
  ///
  /// A text that is a known code as it stands is never changed.
  ///
  /// - Complexity: O(length).
  init?(_ text: String, isKnown: (UnitCode) -> Bool) {
    let written = UnitCode(text)
    if isKnown(written) {
      self.init(code: written, damage: [])
      return
    }
    guard let plain = Self.plain(text) else { return nil }
    if isKnown(plain.code) {
      self = plain
      return
    }
    let padded = UnitCode("0" + plain.code.text)
    guard plain.code.text.utf8.allSatisfy(isDigit), isKnown(padded) else { return nil }
    self.init(code: padded, damage: plain.damage + [.lostZero])
  }

  private init(code: UnitCode, damage: [CodeDamage]) {
    self.code = code
    self.damage = damage
  }

  /// The text without what a spreadsheet added; nil where digits are gone.
  static func plain(_ text: String) -> CodeSpelling? {
    // Longer texts are no codes: not worth the work.
    guard text.utf8.count <= 40 else { return nil }
    if isPlain(text) { return CodeSpelling(code: UnitCode(text), damage: []) }
    var damage: [CodeDamage] = []
    let bare = CodeDecorations.removed(from: text)
    if bare.hadWords { damage.append(.words) }
    var plain = bare.text
    if !bare.hadWords, plain != text { damage.append(.spaces) }
    if let number = ScientificNotation(plain) {
      guard let whole = number.whole else { return nil }
      plain = whole
      damage.append(.scientific)
    }
    if let mark = plain.firstIndex(where: { $0 == "." || $0 == "," }),
      plain[plain.index(after: mark)...].allSatisfy({ $0 == "0" })
    {
      plain = String(plain[..<mark])
      damage.append(.decimals)
    }
    if plain.contains(where: \.isLowercase) {
      plain = plain.uppercased()
      damage.append(.letterCase)
    }
    return CodeSpelling(code: UnitCode(plain), damage: damage)
  }

  /// The same code, of which is told that signs stood around it.
  var asDecorated: CodeSpelling {
    damage.isEmpty ? CodeSpelling(code: code, damage: [.spaces]) : self
  }

  /// Whether a text has nothing to undo: nearly all are so.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { isDigit($0) || ($0 >= 0x41 && $0 <= 0x5A && $0 != UInt8(ascii: "E")) }
  }
}
