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

  /// Departments and regions of the country whose code or name a text is, as lists name them.
  static func writings(of text: String) -> [(level: String, writing: String)] {
    let levels = [
      ("departement", "département", AdministrativeNames.departments),
      ("region", "région", AdministrativeNames.regions),
    ]
    let key = placeName(text)
    return levels.flatMap { level, word, names in
      let code = level == "departement" ? UnitCodeColumns.department(text) ?? text : text
      let found = names.filter { $0.key == code || placeName($0.value) == key }
      return found.values.sorted().map { (level, "\(word) \($0)") }
    }
  }
}

extension PlaceReader {
  /// The groups of the study that a text names where communes are meant, as it would have to name them.
  ///
  /// - Complexity: O(departments and regions), and the units once.
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
