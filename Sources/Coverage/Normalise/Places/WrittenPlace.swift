/// A place as people write it in one cell: `15014`, `Aurillac`, `Aurillac (15014)`, `15 - Cantal`,
/// `Aurillac (code postal : 15000 / code insee : 15014)`.
struct WrittenPlace: Equatable, Sendable {
  /// Code of a commune or of a group of communes; empty where none is written.
  var code = ""
  /// What is left without codes and the words that announce them.
  var name = ""
  /// Code that the text itself calls postal.
  var postal = ""
  /// Number of a department beside a name.
  var department = ""

  /// The places of a text in which a code announces or closes each name; empty where it is not told which
  /// name goes with which code.
  ///
  /// - Complexity: O(length).
  static func all(in text: String) -> [WrittenPlace] {
    var pieces = PlaceWords(text).pieces
    let codes = pieces.count { $0.isCode }
    if codes < 2 { return [WrittenPlace(pieces)] }
    if !pieces.contains(where: { $0.isName }) {
      return pieces.filter(\.isCode).map { WrittenPlace([$0]) }
    }
    // Each name stands after its code, or each before.
    let namesFollow = pieces.first.map { $0.isCode } ?? false
    guard namesFollow || pieces.last.map({ $0.isCode }) ?? false else { return [] }
    if !namesFollow { pieces.reverse() }
    var groups: [[PlaceWords.Piece]] = []
    for piece in pieces {
      if piece.isCode { groups.append([]) }
      if !groups.isEmpty { groups[groups.count - 1].append(piece) }
    }
    let places = groups.map { WrittenPlace($0) }
    return namesFollow ? places : places.reversed()
  }

  private init(_ pieces: [PlaceWords.Piece]) {
    var names: [String] = []
    for piece in pieces {
      switch piece {
      case .code(let text): code = text
      case .postal(let text): postal = text
      case .department(let text): department = text
      case .name(let text): names.append(text)
      }
    }
    name = names.joined(separator: " ")
  }

  /// A place with nothing but a name.
  init(name: String) { self.name = name }
}

/// The words of a cell, put together as codes and as what stands between them.
struct PlaceWords {
  enum Piece: Equatable {
    case code(String)
    case postal(String)
    case department(String)
    case name(String)

    var isCode: Bool { if case .code = self { true } else { false } }
    var isName: Bool { if case .name = self { true } else { false } }
  }

  private(set) var pieces: [Piece] = []

  /// Words that announce a code and are no part of a name.
  private static let labels: Set<String> = [
    "code", "codes", "insee", "cog", "postal", "postaux", "cp", "siren", "dep", "dept", "dpt",
    "departement", "n", "no", "numero",
  ]
  /// Of these, the words of postal codes and those of departments.
  private static let postalLabels: Set<String> = ["postal", "postaux", "cp"]
  private static let departmentLabels: Set<String> = ["dep", "dept", "dpt", "departement"]

  /// - Complexity: O(length).
  init(_ text: String) {
    let words = Self.words(of: text)
    let hasCode = words.contains { Self.isLongCode(text[$0]) }
    var open: Range<Int>?
    func close(before end: Int) {
      if let open, open.lowerBound < end {
        pieces.append(.name(Self.shown(text, words[open.lowerBound..<end])))
      }
      open = nil
    }
    for (index, word) in words.enumerated() {
      let labels = Self.labels(before: index, of: words, in: text, from: open?.lowerBound ?? index)
      guard
        let piece = Self.piece(
          text[word], labels, besideCode: hasCode, besideName: words.count > 1)
      else {
        open = (open?.lowerBound ?? index)..<index + 1
        continue
      }
      close(before: index - labels.count)
      pieces.append(piece)
    }
    close(before: words.count)
  }

  /// Runs of letters and digits.
  static func words(of text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      let isOfWord = text[index].isLetter || text[index].isNumber
      if isOfWord, start == nil { start = index }
      if !isOfWord, let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.endIndex) }
    return words
  }

  /// The words just before a place that announce a code.
  private static func labels(
    before index: Int, of words: [Range<String.Index>], in text: String, from first: Int
  ) -> [String] {
    var found: [String] = []
    var place = index - 1
    // No code is announced by more words.
    while place >= max(first, index - 6), case let word = folded(text[words[place]]),
      labels.contains(word)
    {
      found.append(word)
      place -= 1
    }
    return found
  }

  private static func piece(
    _ word: Substring, _ labels: [String], besideCode: Bool, besideName: Bool
  ) -> Piece? {
    if isLongCode(word) {
      return labels.contains(where: postalLabels.contains)
        ? .postal(String(word)) : .code(word.uppercased())
    }
    let isCalledDepartment = labels.contains(where: departmentLabels.contains)
    guard isCalledDepartment || (besideName && !besideCode),
      UnitCodeColumns.department(String(word)) != nil,
      isCalledDepartment || word.utf8.count > 1
    else {
      return !labels.isEmpty && word.utf8.allSatisfy(isDigit) ? .code(String(word)) : nil
    }
    return .department(word.uppercased())
  }

  /// Whether a word has the length of a commune's code or of a SIREN, and their signs.
  static func isLongCode(_ word: Substring) -> Bool {
    ["00000", "000000000"].contains { isWritten(word, like: $0) }
      || ["2A000", "2B000"].contains { isWritten(word.uppercased(), like: $0) }
  }

  /// Some words as they stand in the text, without what surrounds them.
  private static func shown(_ text: String, _ words: ArraySlice<Range<String.Index>>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    let shown = String(text[first.lowerBound..<last.upperBound])
    return shown.contains("(") && !shown.contains(")") ? shown + ")" : shown
  }
}
