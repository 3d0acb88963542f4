/// What a reader did to values, or left unread: a line for each column or part of the file, not for each
/// row.
struct ReadingNotes: Sendable {
  /// How often something happens in a column, and where first.
  struct Tally: Sendable {
    var count = 0
    /// The first row; -1 for the name of the column.
    var firstRow = 0
  }

  /// What may be said of a value.
  enum Oddity: Int, CaseIterable, Sendable {
    /// It had signs that nobody sees.
    case cleaned
    /// Signs of it were lost before it was read, or while: U+FFFD stands for them.
    case lostSigns
    /// Letters of it stand in two encodings: it was read in one that is not its own.
    case misread
    /// It is no text or number: a list, an object, binary data.
    case notText
  }

  /// A part of a file that could be meant and is not read.
  struct UnreadPart: Sendable {
    let severity: Anomaly.Severity
    let finding: Wording
    let treatment: Wording
  }

  private var tallies: [Oddity: [Int: Tally]] = [:]
  var unreadParts: [UnreadPart] = []

  var isEmpty: Bool { tallies.isEmpty && unreadParts.isEmpty }

  mutating func note(_ oddity: Oddity, row: Int, column: Int) {
    tallies[oddity, default: [:]][column, default: Tally(firstRow: row)].count += 1
  }

  /// A value as it is used: without signs that nobody sees.
  mutating func taken(_ text: String, row: Int, column: Int) -> String {
    // Nothing else begins with the bytes of these.
    if text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xEF }) {
      if text.unicodeScalars.contains("\u{FFFD}") { note(.lostSigns, row: row, column: column) }
      if Self.isMisread(text) { note(.misread, row: row, column: column) }
    }
    guard let cleaned = withoutInvisibleSigns(text) else { return text }
    note(.cleaned, row: row, column: column)
    return cleaned
  }

  /// Whether a text has `Ã©` for `é`: the two bytes that this is in UTF-8, each read as a sign.
  private static func isMisread(_ text: String) -> Bool {
    var wasLead = false
    for scalar in text.unicodeScalars {
      if wasLead, ("\u{A0}"..."\u{BF}").contains(scalar) { return true }
      wasLead = scalar == "Ã"
    }
    return false
  }

  /// - Parameter rows: the table that the notes are of.
  func anomalies(of rows: some AttributeRows) -> [Anomaly] {
    let ofColumns = Oddity.allCases.flatMap { oddity in
      tallies[oddity, default: [:]].sorted { $0.key < $1.key }.map { column, tally in
        let name = column < rows.header.count ? rows.header[column] : ""
        let line = tally.firstRow >= 0 ? rows.line(of: tally.firstRow) : nil
        return Anomaly(
          oddity.severity, oddity.rule, file: rows.path, line: line, object: name,
          finding: oddity.finding(tally.count, tally.firstRow < 0), treatment: oddity.treatment)
      }
    }
    let ofParts = unreadParts.map { part in
      Anomaly(
        part.severity, .partNotRead, file: rows.path, object: "", finding: part.finding,
        treatment: part.treatment)
    }
    return ofColumns + ofParts
  }
}

extension ReadingNotes.Oddity {
  fileprivate var rule: Anomaly.Rule {
    switch self {
    case .cleaned: .textCleaned
    case .lostSigns, .misread: .lostSigns
    case .notText: .valueNotRead
    }
  }

  fileprivate var severity: Anomaly.Severity { self == .notText ? .information : .warning }

  fileprivate func finding(_ count: Int, _ isName: Bool) -> Wording {
    let values = Wording(
      fr: count.inFrench("valeur", "valeurs"), en: count.inEnglish("value", "values"))
    return switch self {
    case .cleaned:
      Wording(
        fr: isName
          ? "le nom de la colonne contient des signes invisibles ou de commande"
          : "\(values.french) avec des signes invisibles ou de commande",
        en: isName
          ? "the name of the column has invisible or control signs"
          : "\(values.english) with invisible or control signs")
    case .lostSigns:
      Wording(
        fr: "\(values.french) avec « \u{FFFD} » à la place de signes qui n’ont pu être lus",
        en: "\(values.english) with “\u{FFFD}” in the place of signs that could not be read")
    case .misread:
      Wording(
        fr: "\(values.french) avec « Ã© » ou de même à la place de lettres accentuées",
        en: "\(values.english) with “Ã©” or the like in the place of accented letters")
    case .notText:
      Wording(
        fr:
          "\(values.french) qui \(count < 2 ? "est une liste, un objet" : "sont des listes, des objets") "
          + "ou des données binaires",
        en: "\(values.english) that \(count == 1 ? "is a list, an object" : "are lists, objects") "
          + "or binary data")
    }
  }

  fileprivate var treatment: Wording {
    switch self {
    case .cleaned:
      Wording(
        fr: "ces signes sont ôtés ; une valeur qui n’a rien d’autre est vide",
        en: "these signs are taken out; a value that has nothing else is empty")
    case .lostSigns, .misread: Wording(fr: "gardées telles quelles", en: "kept as they are")
    case .notText: Wording(fr: "prises pour vides", en: "taken as empty")
    }
  }
}

extension ReadingNotes.UnreadPart {
  /// Names of some things that are not read, a few of them.
  static func listed(_ names: [String]) -> String { ShownName.quoted(names, most: 8) }
}
