/// Signs that no reader sees, or that change how others are shown: line ends, other controls, marks of
/// direction, spaces without width, letters without form.
extension Unicode.Scalar {
  var isWithoutSign: Bool {
    switch self {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{34F}", "\u{61C}",
      "\u{115F}"..."\u{1160}", "\u{17B4}"..."\u{17B5}", "\u{180B}"..."\u{180F}",
      "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{206F}", "\u{3164}",
      "\u{FE00}"..."\u{FE0F}", "\u{FEFF}", "\u{FFA0}", "\u{FFF0}"..."\u{FFFB}",
      "\u{FFFE}"..."\u{FFFF}", "\u{1D173}"..."\u{1D17A}", "\u{E0000}"..."\u{E0FFF}":
      true
    default: false
    }
  }

  /// Whether the sign is one that tables and texts may have inside a value: a tab or the end of a line.
  var isTabOrLineEnd: Bool { self == "\t" || self == "\n" || self == "\r" }

  /// Whether the sign makes one picture of those beside it, or gives one its colours.
  fileprivate func joinsEmoji(after: Unicode.Scalar?, before: Unicode.Scalar?) -> Bool {
    func isPicture(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { $0.value > 0xFF && $0.properties.isEmoji } ?? false
    }
    switch self {
    case "\u{FE0E}", "\u{FE0F}": return isPicture(after)
    case "\u{200D}": return (isPicture(after) || after == "\u{FE0F}") && isPicture(before)
    default: return false
    }
  }

  /// Ends of lines that keyboards do not have: what stands on either side are two words.
  fileprivate var endsLine: Bool {
    switch self {
    case "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}

/// A text without signs that no reader sees, tabs and line ends aside; nil where it has none, as nearly
/// all. A text of nothing but such signs and of spaces is empty.
///
/// - Complexity: O(length).
func withoutInvisibleSigns(_ text: String) -> String? {
  guard text.utf8.contains(where: mayBeginInvisible) else { return nil }
  if text.unicodeScalars.allSatisfy({ $0.isWithoutSign || $0.properties.isWhitespace }) {
    return ""
  }
  return replacingInvisibleSigns(text) { $0.endsLine ? " " : nil }.map { trimmedSpace($0) }
}

/// A text with something else in the place of each sign that no reader sees; nil where it has none. Tabs,
/// line ends, and what joins the signs of one emoji stay.
///
/// - Complexity: O(length).
func replacingInvisibleSigns(
  _ text: String, with replacement: (Unicode.Scalar) -> Unicode.Scalar?
) -> String? {
  guard text.utf8.contains(where: mayBeginInvisible) else { return nil }
  var result = String.UnicodeScalarView()
  var isChanged = false
  var before: Unicode.Scalar?
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if scalar.isWithoutSign, !scalar.isTabOrLineEnd,
      !scalar.joinsEmoji(after: before, before: rest.first)
    {
      isChanged = true
      if let other = replacement(scalar) { result.append(other) }
    } else {
      result.append(scalar)
    }
    before = scalar
  }
  return isChanged ? String(result) : nil
}

/// Whether a byte of UTF-8 may begin a sign that no reader sees, or a space that is none of ASCII.
@inline(__always)
func mayBeginInvisible(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20...0x7E, 0x09, 0x0A, 0x0D: false
  case 0x00...0x1F, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3: true
  default: false
  }
}

/// Text without the white space around it.
func trimmedSpace(_ text: String) -> String {
  let utf8 = text.utf8
  if let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20 { return text }
  guard let start = text.firstIndex(where: { !$0.isWhitespace }),
    let end = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[start...end])
}
