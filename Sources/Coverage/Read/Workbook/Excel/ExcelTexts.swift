/// The texts that the cells of a workbook share, in the order of their numbers.
struct ExcelTexts {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  init() {}

  /// Runs of rich text are joined; the reading aids of Japanese texts are left out.
  ///
  /// - Complexity: O(bytes of the part).
  init(_ document: XMLScanner) throws(InputFault) {
    var scanner = document
    var isText = false
    while true {
      switch try scanner.next() {
      case .open(.phonetic): try scanner.skipElement()
      case .open(.t): isText = true
      case .close(.t): isText = false
      case .text where isText: try scanner.appendText(to: &bytes)
      case .close(.stringItem):
        ExcelEscape.resolve(in: &bytes, from: ends.last ?? 0)
        ends.append(bytes.count)
      case .end: return
      default: break
      }
    }
  }

  var count: Int { ends.count }

  /// Where a text lies in `bytes`.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}

/// `_x000D_` in a text of Excel stands for the character with that number (ECMA-376, part 1,
/// 22.9.2.19); `_x005F_` for an underscore that would begin such a mark.
enum ExcelEscape {
  private static let underscore = UInt8(ascii: "_")

  /// Resolves the marks from `start` to the end of `bytes`.
  static func resolve(in bytes: inout [UInt8], from start: Int) {
    guard let first = bytes[start...].firstIndex(of: underscore) else { return }
    var (read, written) = (first, first)
    while read < bytes.count {
      if let scalar = scalar(bytes[read...]) {
        for byte in String(Character(scalar)).utf8 {
          bytes[written] = byte
          written += 1
        }
        read += 7
      } else {
        bytes[written] = bytes[read]
        (read, written) = (read + 1, written + 1)
      }
    }
    bytes.removeSubrange(written...)
  }

  /// The character of a mark at the beginning of `bytes`. Control characters become a space.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let mark = bytes.prefix(7)
    guard mark.count == 7, mark.first == underscore, mark.last == underscore,
      mark[mark.startIndex + 1] == UInt8(ascii: "x")
    else { return nil }
    var number: UInt32 = 0
    for byte in mark.dropFirst(2).dropLast() {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      number = number << 4 | UInt32(digit)
    }
    guard number >= 0x20 || number == 9 || number == 10 || number == 13 else { return " " }
    return Unicode.Scalar(number)
  }
}
