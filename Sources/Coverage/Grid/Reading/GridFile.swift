import GeoKernel

/// A gridded population being read: a CSV file of which a block is in memory at a time, or a layer of a GeoPackage.
struct GridFile: ~Copyable {
  let path: String
  /// As the settings have it.
  let input: String
  let header: [String]
  let form: Form
  /// Columns that could have been meant.
  let rivals: [Anomaly]
  /// What follows the name of the file, where it names no member of an archive and no layer.
  let layer: String?
  private let blocks: any GridBlocks
  /// The bytes of the block, up to `filled`.
  private var room: [UInt8]
  private var filled: Int
  private let columns: [GridRow.Column]
  private let separator: UInt8
  private var scanner: GridRowScanner
  private(set) var problems: GridProblems
  private(set) var rowsRead = 0

  /// What stands for a place.
  enum Form {
    /// The name of a cell.
    case cells
    /// Two coordinates.
    case points
  }

  /// A row longer than this is none.
  private static let longestRow = 1 << 24
  private static let blockSize = 1 << 20
  private static let largestFile = 1 << 33
  /// Bytes of a row from which it is told what is wrong with it.
  private static let longestText = 4096

  /// Reads the header and finds the columns.
  init(_ input: InputPath, named: [FieldRole: String]) throws(InputFault) {
    let opened = try OpenedInput(input)
    let source = try Self.source(input, opened, named)
    let blocks = source.blocks
    var room = [UInt8](repeating: 0, count: Self.blockSize)
    let filled = try blocks.fill(&room, from: 0)
    let start = Self.headerEnd(room, filled)
    let isLayer = opened.format == .geoPackage
    let path = isLayer ? opened.fullName : opened.name
    let head = try DelimitedText(path: path, bytes: Array(room[..<start.position]))
    let columns = try GridColumns(head.header, path: path, named: named)
    self.path = path
    layer = isLayer ? nil : opened.layer
    self.input = input.name
    header = head.header
    form = columns.form
    rivals = source.rivals ?? columns.rivals
    self.columns = columns.columns
    separator = head.separator
    scanner = GridRowScanner(
      separator: separator, columns: columns.columns, position: start.position,
      // The first row of a layer is its row 1, that of a CSV file stands on its line 2.
      line: isLayer ? 0 : start.line)
    problems = GridProblems(path: path)
    self.blocks = blocks
    self.room = room
    self.filled = filled
  }

  /// Rows that the file may have, as its first block has them.
  var expectedRows: Int {
    let rows = room[..<filled].count { $0 == 10 }
    return blocks.size / max(1, filled) * rows + rows
  }

  /// Hands over every row, block by block.
  ///
  /// - Complexity: O(bytes).
  mutating func read(into collector: inout some GridRowCollector) throws(InputFault) {
    var isLast = filled < room.count
    while true {
      takeRows(into: &collector, isLast: isLast)
      if isLast { break }
      try moveOn()
      isLast = filled < room.count
    }
    guard scanner.position >= filled else { throw unclosedQuote }
  }

  private mutating func takeRows(into collector: inout some GridRowCollector, isLast: Bool) {
    let room = room  // lent for as long as its bytes are read
    let bytes = room.span
    while let row = scanner.next(bytes, end: filled, isLast: isLast) {
      rowsRead += 1
      let problem =
        row.isIrregular || row.fieldCount > header.count ? .irregular : collector.take(row)
      if let problem {
        let texts = problems.tells(problem) ? texts(of: row, bytes) : nil
        problems.note(problem, line: row.line, texts)
      }
    }
  }

  /// What a row says of its place and of its people.
  private func texts(of row: GridRow, _ bytes: Span<UInt8>) -> GridProblems.Texts {
    let fields = DelimitedText.fields(
      (row.start..<row.end).prefix(Self.longestText).map { bytes[$0] }, separator: separator)
    func text(_ column: GridRow.Column) -> String {
      columns.firstIndex(of: column).flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
    }
    let place = form == .cells ? text(.name) : "\(text(.x)) \(text(.y))"
    return GridProblems.Texts(place: place, people: text(.people))
  }

  /// Keeps the row that the block cuts, and reads on behind it.
  private mutating func moveOn() throws(InputFault) {
    let start = scanner.position
    let kept = filled - start
    for index in 0..<kept { room[index] = room[start + index] }
    scanner.rewind()
    if kept == room.count {
      guard room.count < Self.longestRow else { throw unclosedQuote }
      room += room
    }
    filled = kept + (try blocks.fill(&room, from: kept))
  }
}

extension GridFile {
  /// Where the header ends, and on which line.
  private static func headerEnd(_ bytes: [UInt8], _ end: Int) -> (position: Int, line: Int) {
    var position = 0
    var line = 1
    var isQuoted = false
    var isBlank = true
    while position < end {
      let byte = bytes[position]
      let isLineEnd = byte == 10 || byte == 13
      if isLineEnd && !isBlank && !isQuoted { break }
      if isLineEnd && !(byte == 10 && position > 0 && bytes[position - 1] == 13) { line += 1 }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isLineEnd { isBlank = false }
      position += 1
    }
    return (position, line)
  }

  /// The bytes of the rows, and the columns of a layer that could have been meant.
  private static func source(
    _ input: InputPath, _ opened: OpenedInput, _ named: [FieldRole: String]
  ) throws(InputFault) -> (blocks: any GridBlocks, rivals: [Anomaly]?) {
    switch (opened.format, opened.content) {
    case (.delimitedText, .file): return (try file(input), nil)
    case (.delimitedText, .bytes(let bytes)): return (MemoryBlocks(bytes), nil)
    case (.geoPackage, _):
      var rivals: [Anomaly] = []
      let bytes = try GeoPackageReader.text(opened) { (header) throws(InputFault) in
        let columns = try GridColumns(header, path: opened.fullName, named: named)
        rivals = columns.rivals
        return columns.columns.indices.filter { columns.columns[$0] != .other }
      }
      return (MemoryBlocks(bytes), rivals)
    case (.unread(let format), _): throw format.fault(path: opened.name)
    default: throw DelimitedText.notDelimited(opened.name)
    }
  }

  private static func file(_ input: InputPath) throws(InputFault) -> any GridBlocks {
    let blocks = try FileBlocks(input)
    guard blocks.size < largestFile else {
      throw InputFault(
        path: input.file, problem: Wording(fr: "plus de 8 Go", en: "more than 8 GB"),
        cure: Wording(
          fr: "gardez les colonnes du carreau et de ses habitants",
          en: "keep the columns of the cell and of its people"))
    }
    return blocks
  }

  private var unclosedQuote: InputFault {
    InputFault(
      path: path, line: scanner.line,
      problem: Wording(
        fr: "un guillemet ouvert n’est jamais fermé", en: "a quote opens and never closes"),
      cure: Wording(
        fr: "fermez ou doublez le guillemet de cette ligne", en: "close or double the quote"))
  }
}
