/// The first section of the text of a number format, taken apart.
struct FormatSection {
  /// Letters that stand for parts of a date, small, without those that are quoted.
  private(set) var letters: [Character] = []
  /// `[<=100]` and the like: which section applies depends on the number.
  private(set) var isConditional = false
  let isGeneral: Bool

  private var parts: [CodePattern.Sign] = []
  /// A decimal point, a thousands separator, a percent sign, an exponent: a quantity.
  private var isQuantity = false

  /// Longer formats are taken for plain; none that a person wrote is.
  private static let greatestLength = 255

  init(_ format: String) {
    let lower = format.lowercased()
    isGeneral =
      lower.hasPrefix("general") || lower.hasPrefix("standard")
      || format.utf8.count > Self.greatestLength
    guard !isGeneral else { return }
    var rest = Array(format.unicodeScalars)[...]
    while let scalar = rest.popFirst(), scalar != ";" { read(scalar, &rest) }
  }

  private mutating func read(
    _ scalar: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>
  ) {
    switch scalar {
    case "\"":
      while let next = rest.popFirst(), next != "\"" { literal(next) }
    case "\\": if let next = rest.popFirst() { literal(next) }
    case "_", "*": _ = rest.popFirst()  // the width of a character; a filling
    case "[":
      let inside = rest.prefix { $0 != "]" }
      rest = rest.dropFirst(inside.count + 1)
      bracket(inside)
    case "0": parts.append(.digit(isShownAlways: true))
    case "#", "?": parts.append(.digit(isShownAlways: false))
    case ".", ",", "%", "E", "e", "@": isQuantity = true
    case "/": if parts.contains(where: { $0 != .literal([0x2F]) }) { isQuantity = true }
    default:
      if scalar.isASCII, scalar.properties.isAlphabetic {
        letters.append(Character(scalar.properties.lowercaseMapping))
      } else {
        literal(scalar)
      }
    }
  }

  private mutating func literal(_ scalar: Unicode.Scalar) {
    parts.append(.literal(Array(String(Character(scalar)).utf8)))
  }

  /// `[Red]`, `[$-40C]`, `[<10]`, `[hh]`.
  private mutating func bracket(_ inside: ArraySlice<Unicode.Scalar>) {
    guard let first = inside.first else { return }
    if "<>=".unicodeScalars.contains(first) { isConditional = true }
    let unit = inside.first?.properties.lowercaseMapping ?? ""
    // Elapsed hours, minutes or seconds: one letter, repeated.
    if ["h", "m", "s"].contains(unit), inside.allSatisfy({ $0.properties.lowercaseMapping == unit })
    {
      letters += [Character(unit), "s"]
    }
  }

  /// The pattern of a code: a zero that is always shown with other digits after it, which are then
  /// shown too, and nothing of a quantity.
  var codePattern: CodePattern? {
    guard !isQuantity, letters.isEmpty,
      let first = parts.firstIndex(of: .digit(isShownAlways: true))
    else { return nil }
    let shown = parts[first...].map { part in
      if case .digit = part { CodePattern.Sign.digit(isShownAlways: true) } else { part }
    }
    guard shown.count(where: { $0 == .digit(isShownAlways: true) }) >= 2 else { return nil }
    return CodePattern(parts: parts[..<first] + shown)
  }
}
