/// A table of a report, read back: in either dialect a cell is what was written.
struct ReportTable {
  private let text: DelimitedText
  private let columns: [String: Int]
  private let version: String

  init(_ text: DelimitedText, version: String) {
    self.text = text
    self.version = version
    columns = Dictionary(
      text.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var path: String { text.path }
  var rowCount: Int { text.rowCount }

  func has(_ column: String) -> Bool { columns[column] != nil }

  /// - Throws: where there is no such column: another version wrote the file.
  func column(_ name: String) throws(InputFault) -> Int {
    guard let column = columns[name] else {
      throw FolderFault.noColumn(name, text.path, version: version)
    }
    return column
  }

  /// A text without what the writer put before it: `="01001"` keeps digits in Excel, an apostrophe keeps a text
  /// from acting as a formula.
  func text(_ row: Int, _ column: Int) -> String {
    let text = text.text(row: row, column: column)
    let bytes = text.utf8
    if bytes.starts(with: "=\"".utf8), bytes.count >= 3, bytes.last == UInt8(ascii: "\"") {
      return String(text.dropFirst(2).dropLast())
    }
    if bytes.first == UInt8(ascii: "'"), let next = bytes.dropFirst().first,
      next >= 0x80
        || "=+-@ ".utf8.contains(next)
    {
      return String(text.dropFirst())
    }
    return text
  }

  /// Values that one cell holds.
  func list(_ row: Int, _ column: Int) -> [Substring] {
    text(row, column).split(separator: "|", omittingEmptySubsequences: false)
      .filter { !$0.isEmpty }
  }

  /// A number of people; nil for an empty cell.
  ///
  /// - Throws: for what is no number, or more people than there are.
  func people(_ row: Int, _ column: Int) throws(InputFault) -> Int? {
    let text = text.text(row: row, column: column)
    if text.isEmpty { return nil }
    return try number(text[...], row)
  }

  func number(_ text: Substring, _ row: Int) throws(InputFault) -> Int {
    guard let number = Int(text), (0...Self.mostPeople).contains(number) else {
      throw fault(row, Wording(fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is no number"))
    }
    return number
  }

  /// So many people that products of two counts stay numbers.
  private static let mostPeople = 1_000_000_000

  /// - Throws: for a stage that is none of the keys of files.
  func stage(_ row: Int, _ column: Int) throws(InputFault) -> Stage {
    let text = text.text(row: row, column: column)
    if let stage = Stage.ofKey(text) { return stage }
    throw fault(row, Wording(fr: "« \(text) » n’est pas un stade", en: "“\(text)” is no stage"))
  }

  /// The first day on which the zone or the sector of a row was seen; nil where the report knew no earlier one.
  ///
  /// - Throws: for what is no day.
  func since(_ row: Int) throws(InputFault) -> CivilDate? {
    guard let column = columns["depuis"] else { return nil }
    let text = text.text(row: row, column: column)
    if let day = CivilDate(text) { return day }
    throw fault(row, Wording(fr: "« \(text) » n’est pas un jour", en: "“\(text)” is no day"))
  }

  func fault(_ row: Int, _ problem: Wording) -> InputFault {
    InputFault(
      path: text.path, line: Int(text.lines[row]), problem: problem, cure: FolderFault.again)
  }
}

extension Stage {
  /// The stage of a key of files.
  static func ofKey(_ key: String) -> Stage? { allCases.first { $0.key == key } }
}
