/// A word reduced to what spellings share: lower case, no accents, one `_` for every run of anything
/// else. "Lettre d'intention" and "LETTRE_D’INTENTION" both give `lettre_d_intention`.
///
/// - Complexity: O(length).
func folded(_ text: some StringProtocol) -> String {
  if let ascii = foldedASCII(text.utf8) { return ascii }
  var result = ""
  var gap = false
  for scalar in text.unicodeScalars {
    guard let plain = plainLetters(of: scalar) else {
      gap = gap || scalar.properties.generalCategory != .nonspacingMark
      continue
    }
    if gap && !result.isEmpty { result.unicodeScalars.append("_") }
    gap = false
    result += plain
  }
  return result
}

/// The same for a text of ASCII alone, byte by byte; nil for another.
private func foldedASCII(_ text: some Sequence<UInt8>) -> String? {
  var result: [UInt8] = []
  var gap = false
  for byte in text {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
      if gap && !result.isEmpty { result.append(UInt8(ascii: "_")) }
      gap = false
      result.append(byte <= 0x39 ? byte : byte | 0x20)
    case 0x00...0x7F: gap = true
    default: return nil
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// The unaccented lower-case letters or the digit for a scalar of the languages of France; nil for
/// anything that separates words.
private func plainLetters(of scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "a"..."z", "0"..."9": return String(scalar)
  case "A"..."Z": return scalar.properties.lowercaseMapping
  default: break
  }
  guard scalar.properties.isAlphabetic else { return nil }
  // Scalars, as texts are compared by what they are made of, which costs ten times more.
  let lower = scalar.properties.lowercaseMapping
  switch lower.unicodeScalars.first {
  case "à", "á", "â", "ã", "ä", "å", "ā": return "a"
  case "ç": return "c"
  case "è", "é", "ê", "ë", "ē": return "e"
  case "ì", "í", "î", "ï", "ī": return "i"
  case "ñ": return "n"
  case "ò", "ó", "ô", "õ", "ö", "ø", "ō": return "o"
  case "ù", "ú", "û", "ü", "ū": return "u"
  case "ý", "ÿ": return "y"
  case "œ": return "oe"
  case "æ": return "ae"
  default: return lower
  }
}
