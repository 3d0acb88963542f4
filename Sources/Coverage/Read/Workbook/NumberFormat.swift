/// What the format of a cell makes of its number, as far as it changes what the number says.
///
/// Thousands separators, decimals, percent and currencies are appearance: the number is told plain.
enum NumberFormat: Equatable, Sendable {
  case plain
  case date(showsTime: Bool)
  case time
  /// Whole numbers shown with at least so many digits, as `00000` does for codes.
  case code(CodePattern)

  /// Formats that have a number instead of a text (ECMA-376, part 1, 18.8.30). The others are plain.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 34...36, 50...58: self = .date(showsTime: false)
    case 22: self = .date(showsTime: true)
    case 18...21, 32, 33, 45...47: self = .time
    default: self = .plain
    }
  }

  /// Reads the format of positive numbers, the first of those that `;` separates.
  ///
  /// French letters of dates (`jj/mm/aaaa`), which some programs write, are understood too.
  init(_ format: String) {
    let section = FormatSection(format)
    let letters = String(section.letters)
    if section.isGeneral || section.isConditional {
      self = .plain
    } else if letters.contains(where: { "ydj".contains($0) }) || letters.contains("aa")
      || letters.contains("m") && !letters.contains(where: { "hs".contains($0) })
    {
      self = .date(showsTime: letters.contains(where: { "hs".contains($0) }))
    } else if letters.contains(where: { "hms".contains($0) }) {
      self = .time
    } else {
      self = section.codePattern.map { .code($0) } ?? .plain
    }
  }
}

/// A pattern such as `00000`, `"2A"000` or `00 00 00 00 00`.
struct CodePattern: Equatable, Sendable {
  enum Sign: Equatable, Sendable {
    /// A place for a digit; shown as 0 where the number has none and this says so.
    case digit(isShownAlways: Bool)
    case literal([UInt8])
  }

  let parts: [Sign]

  /// Puts the digits of a whole number into the places, from the right. Digits that exceed the places
  /// go before the first one.
  func text(_ digits: [UInt8]) -> [UInt8] {
    var rest = digits[...]
    var places = parts.count { if case .digit = $0 { true } else { false } }
    var pieces: [[UInt8]] = []
    for part in parts.reversed() {
      switch part {
      case .literal(let literal): pieces.append(literal)
      case .digit(let isShownAlways):
        places -= 1
        if places == 0 && !rest.isEmpty {
          pieces.append(Array(rest))
          rest = []
        } else if let digit = rest.popLast() {
          pieces.append([digit])
        } else if isShownAlways {
          pieces.append([UInt8(ascii: "0")])
        }
      }
    }
    return Array(pieces.reversed().joined())
  }
}
