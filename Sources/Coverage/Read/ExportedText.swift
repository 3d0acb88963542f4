/// Texts as our own tables, and those of spreadsheets, have them so that no program changes or runs them.
enum ExportedText {
  /// `="0012"`, which Excel keeps as text, is `0012`.
  static func unwrapped(_ text: String) -> String {
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 else { return text }
    let inside = text.dropFirst(2).dropLast()
    return inside.contains("\"") ? text : String(inside)
  }

  /// The same, and without the apostrophe before what begins like a formula.
  static func plain(_ text: String) -> String {
    let bare = unwrapped(text)
    guard bare.hasPrefix("'"), let sign = bare.dropFirst().first, !sign.isLetter, !sign.isNumber
    else { return bare }
    return String(bare.dropFirst())
  }
}
