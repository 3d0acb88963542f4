/// A stage as a cell states it, with the day that some add: `ACI signé le 12/03/2021`.
struct StatedStage: Sendable {
  let stage: Stage
  /// The day on which it was reached, where the cell says it.
  let day: CivilDate?

  init?(_ text: String) {
    if let stage = Stage(spelling: text) {
      (self.stage, day) = (stage, nil)
      return
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    let found = words.indices.dropFirst().prefix(12).lazy.compactMap { index in
      Self.dated(words[..<index].joined(separator: " "), words[index...].joined(separator: " "))
    }.first
    guard let found, found.stage != .none else { return nil }
    (stage, day) = found
  }

  private static func dated(_ words: String, _ end: String) -> (stage: Stage, day: CivilDate)? {
    let isBracketed = end.hasPrefix("(") && end.hasSuffix(")")
    guard let stage = Stage(spelling: words),
      let day = WrittenDate(isBracketed ? String(end.dropFirst().dropLast()) : end).reading.day
    else { return nil }
    return (stage, day)
  }

  /// Whether two cells can both be right.
  func agrees(with other: StatedStage) -> Bool {
    stage == other.stage && (day == nil || other.day == nil || day == other.day)
  }
}
