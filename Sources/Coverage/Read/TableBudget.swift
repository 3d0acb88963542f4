/// How much memory the cells of a table may take, so that no small file grows into a large table.
///
/// A file may name a thousand columns once and then hold ten thousand rows of a few bytes: each row has
/// all the columns, and what it does not say is filled up. Files that people make stay far below.
struct TableBudget {
  /// As many columns as a spreadsheet has.
  static let greatestColumnCount = 16_384

  private var bytesLeft: Int

  private static let bytesOfCell = MemoryLayout<String?>.stride
  /// Longer texts lie apart from their cell, with a header.
  private static let longestInCell = 15
  private static let bytesOfHeader = 32

  /// - Parameter fileSize: in bytes; a table may take ten times as many, and 32 MB.
  init(fileSize: Int) {
    bytesLeft = 10 * min(fileSize, Int.max / 20) + (32 << 20)
  }

  /// Takes the cells of a row, without their texts.
  ///
  /// - Returns: false where there is no room for them.
  mutating func take(cells: Int) -> Bool {
    bytesLeft -= cells * Self.bytesOfCell
    return bytesLeft >= 0
  }

  /// Takes the text of a cell.
  ///
  /// - Returns: false where there is no room for it.
  mutating func take(_ text: String?) -> Bool {
    guard let length = text?.utf8.count, length > Self.longestInCell else { return true }
    bytesLeft -= length + Self.bytesOfHeader
    return bytesLeft >= 0
  }

  /// Takes vertices that are made of fewer: points of arcs, arcs that several rings share.
  ///
  /// - Returns: false where there is no room for them.
  mutating func take(vertices: Int) -> Bool {
    bytesLeft -= vertices * 2 * MemoryLayout<Double>.stride
    return bytesLeft >= 0
  }

  static let tooManyCells = Wording(
    fr: "la table a plus de cellules que le fichier n’en contient vraiment",
    en: "the table has more cells than the file really holds")

  static let tooManyColumns = Wording(
    fr: "plus de \(greatestColumnCount) colonnes", en: "more than \(greatestColumnCount) columns")
}
