extension UnitCode {
  /// Whether the code has the form of INSEE's codes of communes. Corsican codes begin with 2A or 2B;
  /// those of before 1976, and postal codes, with 20.
  var isOfCommune: Bool { text.isOfCommune && !text.hasPrefix("20") }
}

extension String {
  /// Whether a text is five signs long and written like the code of a commune, known or not.
  var isOfCommune: Bool {
    utf8.count == 5 && ["00000", "2A000", "2B000"].contains { isWritten(self, like: $0) }
  }
}
