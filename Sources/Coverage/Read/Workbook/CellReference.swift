/// The place of a cell: `B12` is row 12, column 1.
struct CellReference: Equatable {
  /// From 1.
  let row: Int
  /// From 0 for A.
  let column: Int

  /// As many as Excel and LibreOffice have; LibreOffice has no more rows either.
  static let greatestRow = 1_048_576
  static let columnLimit = 16_384

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B12`, or `$B$12`; nil for a place outside any sheet.
  init?(_ bytes: ArraySlice<UInt8>) {
    var (row, column) = (0, 0)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= Self.columnLimit, row <= Self.greatestRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// `B12`
  var text: String { Self.letters(column) + String(row) }

  /// The name of a column: A, Z, AA, XFD.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
