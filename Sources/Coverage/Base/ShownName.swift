/// Names as a document shows them: a file may hold names of any length.
enum ShownName {
  /// Longest text that a page shows, in characters: the tables of the report have the whole.
  static let longestText = 300

  static func shortened(_ text: String, to longest: Int = 80) -> String {
    // Bytes are counted first: counting characters reads the whole text.
    guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest - 1))) + "…"
  }

  /// A text of any length, cut where a reader would no longer read.
  static func text(_ text: String) -> String { shortened(text, to: longestText) }

  /// Characters of a file that a message quotes at most.
  static let longestQuote = 200

  /// The first few of a list, as far as a message quotes them.
  static func quoted(_ names: [String], most: Int = 30) -> String {
    var shown: [String] = []
    var length = 1
    for name in names.prefix(most) {
      let name = shortened(name)
      length += name.unicodeScalars.count + 2
      guard length <= longestQuote || shown.isEmpty else { break }
      shown.append(name)
    }
    return shown.joined(separator: ", ") + (shown.count < names.count ? "…" : "")
  }

  /// The first few of a list, and how many more there are.
  static func list(_ names: [String], most: Int) -> String {
    let shown = names.prefix(most).map { shortened($0) }.joined(separator: ", ")
    guard names.count > most else { return shown }
    return shown + " et \(NumberText.count(names.count - most, "autre", "autres"))"
  }
}

extension Cell {
  /// The value as French readers write it; a dash where it is unknown.
  var french: String {
    switch self {
    case .text(let text): ShownName.text(text)
    case .code(let text): ShownName.shortened(text)
    case .codes(let names): ShownName.list(names, most: 4)
    case .whole(let number?): NumberText.whole(number)
    case .decimal(let number?, let decimals): NumberText.decimal(number, decimals)
    case .measured(let number?, _): NumberText.measured(number)
    case .percent(let part, let whole): NumberText.share(part, whole)
    case .whole(nil), .decimal(nil, _), .measured(nil, _): "–"
    }
  }

  var isNumber: Bool {
    switch self {
    case .text, .code, .codes: false
    case .whole, .decimal, .measured, .percent: true
    }
  }
}
