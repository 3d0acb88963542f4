/// How a list names a department, a region or an EPCI so that it can be nothing else: `département Cantal`.
enum GroupWords {
  /// The words for a group as a choice shows it, `region Bretagne (53)`; nil for a choice of another kind.
  static func writing(ofChoice choice: String) -> String? {
    for (level, word) in words where choice.hasPrefix("\(level) ") {
      var name = choice.dropFirst(level.utf8.count + 1)
      if name.hasSuffix(")"), let open = name.lastIndex(of: "(") { name = name[..<open] }
      return "\(word) \(PlaceText.trimmed(String(name)))"
    }
    return nil
  }

  static let words = [("departement", "département"), ("region", "région"), ("epci", "EPCI")]

  /// Departments and regions of the country by what the spellings of their name share, and by their code.
  private static let known: [String: [(level: String, writing: String)]] = {
    var known: [String: [(level: String, writing: String)]] = [:]
    for (level, word, names) in [
      ("departement", "département", AdministrativeNames.departments),
      ("region", "région", AdministrativeNames.regions),
    ] {
      for (code, name) in names.sorted(by: { $0.key < $1.key }) {
        for key in [code, placeName(name)] {
          known[key, default: []].append((level, "\(word) \(name)"))
        }
      }
    }
    return known
  }()

  /// Departments and regions of the country whose code or name a text is, as lists name them.
  ///
  /// - Complexity: O(length).
  static func writings(of text: String) -> [(level: String, writing: String)] {
    known[UnitCodeColumns.department(text) ?? placeName(text)] ?? []
  }
}

extension PlaceReader {
  /// The groups of the study that a text names where communes are meant, as it would have to name them.
  ///
  /// - Complexity: O(length), and the units once.
  mutating func groupsNamed(_ text: String) -> [String] {
    guard text.utf8.count <= 60 else { return [] }
    var found = GroupWords.writings(of: text).filter { level, writing in
      !groups(writing, level, isMeant: true).isEmpty
    }.map(\.writing)
    for place in groups(text, "epci", isMeant: false) {
      if let writing = GroupWords.writing(ofChoice: shown(place)) { found.append(writing) }
    }
    return found
  }
}
