/// The first sign of a text that may deny or qualify its words, `ACI ✗`, `~~Embrun~~`, `≠ 15014`; nil where it
/// has but letters, digits, and the signs by which lists separate and enclose.
///
/// - Complexity: O(length).
func doubtfulSign(in text: String) -> Character? {
  var previous: Character = " "
  for character in text {
    if isDoubtful(character) || character == "." && previous == "." { return character }
    previous = character
  }
  return nil
}

/// Of the signs that are no words, those that say nothing about them; a tick says yes.
private let plainSigns: Set<Character> = [
  "-", ".", ",", ":", ";", "/", "\\", "(", ")", "[", "]", "&", "+", "|", "'", "\"", "_", "=", "*",
  "#", "`", "°", "º", "ª", "´", "·", "•", "●", "▪", "■", "◦", "‣", "№", "✓", "✔", "☑", "✅",
]

private func isDoubtful(_ character: Character) -> Bool {
  if character.isLetter || character.isWhitespace || plainSigns.contains(character) { return false }
  guard let scalar = character.unicodeScalars.first else { return false }
  return switch scalar.properties.generalCategory {
  case .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark,
    .dashPunctuation,
    .initialPunctuation, .finalPunctuation, .openPunctuation, .closePunctuation, .control, .format,
    .privateUse:
    "{}".contains(character)
  default: !plainSigns.contains(Character(scalar))
  }
}
