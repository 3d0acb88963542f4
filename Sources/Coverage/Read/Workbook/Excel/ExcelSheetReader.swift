/// Reads the cells of one sheet of an Excel workbook.
struct ExcelSheetReader {
  private(set) var cells: SheetCells
  private(set) var problems: [WorkbookProblem] = []

  private var scanner: XMLScanner
  private let path: String
  private let formats: [NumberFormat]
  private let texts: ExcelTexts
  private let is1904: Bool

  private var row = 0
  /// Column of the cell under way, or of the last one; -1 before the first of a row.
  private var column = -1

  init(
    _ scanner: XMLScanner, path: String, formats: [NumberFormat], texts: ExcelTexts, is1904: Bool
  ) {
    self.scanner = scanner
    self.path = path
    self.formats = formats
    self.texts = texts
    self.is1904 = is1904
    cells = SheetCells(path: path, documentSize: scanner.document.count)
    // Shared texts lie first, where cells point to them.
    cells.text = texts.bytes
  }

  /// - Complexity: O(bytes of the part).
  /// Whether the row under way is hidden, by hand or by a filter.
  private var isHidden = false

  mutating func read() throws(InputFault) {
    while true {
      switch try scanner.next() {
      case .open(.row): try beginRow()
      case .close(.row): cells.endRow(number: row, isHidden: isHidden)
      case .open(.c): try readCell()
      case .open(.mergeCell): try readMerge()
      case .end: return
      default: break
      }
    }
  }

  /// Rows without a number follow the one before.
  private mutating func beginRow() throws(InputFault) {
    var number = row + 1
    if let written = scanner.attribute(.r) {
      guard let given = scanner.number(.r), (1...CellReference.greatestRow).contains(given) else {
        throw impossible(written)
      }
      guard given > row else { throw outOfOrder(written) }
      number = given
    }
    guard number <= CellReference.greatestRow else {
      throw WorkbookFault.impossiblePlace("\(number)").fault(path: path)
    }
    row = number
    isHidden =
      scanner.attribute(.hidden, is: Array("1".utf8))
      || scanner.attribute(.hidden, is: Array("true".utf8))
    column = -1
  }

  private mutating func place() throws(InputFault) {
    guard let written = scanner.attribute(.r) else {
      column += 1
      guard column < CellReference.columnLimit, row > 0 else {
        throw WorkbookFault.impossiblePlace("\(row):\(column + 1)").fault(path: path)
      }
      return
    }
    guard let place = CellReference(scanner.bytes(written)), place.row == row else {
      throw impossible(written)
    }
    guard place.column > column else { throw outOfOrder(written) }
    column = place.column
  }

  private mutating func readCell() throws(InputFault) {
    try place()
    let type = CellType(scanner.attribute(.t).map { scanner.bytes($0) })
    let format = scanner.number(.s).flatMap { formats.indices.contains($0) ? formats[$0] : nil }
    let start = cells.text.count
    var (isFormula, isText, hasValue) = (false, false, false)
    while true {
      switch try scanner.next() {
      case .open(.v): (isText, hasValue) = (true, true)
      case .open(.t): isText = type == .inline
      case .close(.v), .close(.t): isText = false
      case .open(.f):
        isFormula = true
        try scanner.skipElement()
      case .open(.phonetic): try scanner.skipElement()
      case .text where isText: try scanner.appendText(to: &cells.text)
      case .close(.c):
        if cells.text.count > start {
          try endCell(start..<cells.text.count, type, format ?? .plain)
        } else if isFormula && !(hasValue && type == .formulaText) {
          report(.formulaWithoutValue, dropping: start..<start)
        }
        return
      case .end: return
      default: break
      }
    }
  }

  private mutating func endCell(
    _ range: Range<Int>, _ type: CellType, _ format: NumberFormat
  ) throws(InputFault) {
    switch type {
    case .sharedText: try appendShared(range)
    case .inline, .formulaText:
      ExcelEscape.resolve(in: &cells.text, from: range.lowerBound)
      try cells.append(column: column, range.lowerBound..<cells.text.count, .text)
    case .boolean:
      let isTrue = cells.text[range] == [UInt8(ascii: "1")]
      try replace(range, with: Array((isTrue ? "VRAI" : "FAUX").utf8), .boolean)
    case .error:
      report(
        .errorValue(String(decoding: cells.text[range].prefix(40), as: UTF8.self)), dropping: range)
    case .date:
      let midnight = Array("T00:00:00".utf8)
      let day = cells.text[range].prefix(10)
      let isWholeDay = cells.text[range].dropFirst(10).starts(with: midnight)
      try replace(range, with: Array(isWholeDay ? day : cells.text[range]), .date)
    case .number: try appendNumber(range, format)
    }
  }

  /// A number of a shared text becomes the place of the text.
  private mutating func appendShared(_ range: Range<Int>) throws(InputFault) {
    let index = Int(String(decoding: cells.text[range], as: UTF8.self))
    cells.text.removeSubrange(range)
    guard let index, let shared = texts.range(index) else {
      let place = CellReference(row: row, column: column).text
      throw WorkbookFault.unknownText(cell: place).fault(path: path)
    }
    try cells.append(column: column, shared, .text)
  }

  private mutating func appendNumber(
    _ range: Range<Int>, _ format: NumberFormat
  ) throws(InputFault) {
    // Most numbers are short and whole: their digits are what a user sees.
    let isShort = range.count <= 15 && cells.text[range].allSatisfy { isDigit($0) }
    if isShort && format == .plain {
      return try cells.append(column: column, range, .number)
    }
    guard let shown = ShownNumber(cells.text[range], format, is1904: is1904) else {
      let written = String(decoding: cells.text[range].prefix(40), as: UTF8.self)
      let isNumber = DecimalText(cells.text[range]) != nil
      return report(isNumber ? .impossibleDate(written) : .noNumber(written), dropping: range)
    }
    try replace(range, with: shown.bytes, shown.kind)
  }

  private mutating func replace(
    _ range: Range<Int>, with bytes: [UInt8], _ kind: SheetCells.Kind
  ) throws(InputFault) {
    cells.text.removeSubrange(range)
    cells.text += bytes
    try cells.append(column: column, range.lowerBound..<cells.text.count, kind)
  }

  private mutating func report(_ kind: WorkbookProblem.Kind, dropping range: Range<Int>) {
    cells.text.removeSubrange(range)
    problems.append(WorkbookProblem(row: row, column: column, kind: kind))
  }

  private mutating func readMerge() throws(InputFault) {
    guard let range = scanner.attribute(.ref) else { return }
    let corners = scanner.bytes(range).split(separator: UInt8(ascii: ":"))
    guard corners.count == 2, let first = CellReference(corners[0]),
      let last = CellReference(corners[1])
    else { throw impossible(range) }
    guard last.row > first.row else { return }
    cells.tallCells.append(
      .init(column: first.column, firstRow: first.row, lastRow: last.row))
  }

  private func impossible(_ range: Range<Int>) -> InputFault {
    WorkbookFault.impossiblePlace(shortened(range)).fault(path: path)
  }

  private func outOfOrder(_ range: Range<Int>) -> InputFault {
    WorkbookFault.outOfOrder(shortened(range)).fault(path: path)
  }

  private func shortened(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes(range).prefix(40), as: UTF8.self)
  }
}
