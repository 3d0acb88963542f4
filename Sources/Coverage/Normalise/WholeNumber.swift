/// A number as spreadsheets write it: `1 234`, `776.0`, `776,0`.
///
/// - Returns: nil where the text is no number at all.
func decimalNumber(_ text: String) -> Double? {
  var plain = ""
  for character in text {
    switch character {
    case " ", "\u{A0}", "\u{202F}": continue
    case ",": plain.append(".")
    default: plain.append(character)
    }
  }
  guard let number = Double(plain), number.isFinite else { return nil }
  return number
}
