/// Reads one sheet of an OpenDocument spreadsheet (ODF 1.3, part 3), `.ods`.
struct OpenDocumentReader {
  private var scanner: XMLScanner
  private let path: String
  private var hiddenStyles: Set<String> = []

  private static let contentPart = "content.xml"
  private static let mediaType = Array("application/vnd.oasis.opendocument.spreadsheet".utf8)

  static func isSpreadsheet(_ archive: ZipArchive) throws(InputFault) -> Bool {
    guard let member = archive.member("mimetype"), member.size < 200 else { return false }
    var archive = archive
    return try archive.contents(of: member).starts(with: mediaType)
  }

  init(_ archive: ZipArchive) throws(InputFault) {
    var archive = archive
    path = archive.path
    scanner = try archive.scanner(Self.contentPart)
  }

  /// Reads the sheet with this name, or the first that a user sees.
  ///
  /// - Complexity: O(bytes of the document + cells).
  mutating func sheet(named wanted: String?) throws(InputFault) -> WorkbookSheet {
    var (names, hidden, filled): ([String], [Bool], [Bool]) = ([], [], [])
    var found: (index: Int, reader: OpenDocumentTableReader)?
    scanning: while true {
      switch try scanner.next() {
      case .open(.style): try readStyle()
      case .open(.trackedChanges): try scanner.skipElement()
      case .open(.table):
        let isHidden = try scanner.string(.styleName).map { hiddenStyles.contains($0) } ?? false
        names.append(try scanner.string(.name) ?? "")
        hidden.append(isHidden)
        let isWanted = wanted.map { WorkbookSheet.isNamed(names[names.count - 1], $0) } ?? !isHidden
        if isWanted && found == nil {
          var reader = OpenDocumentTableReader(scanner, path: path)
          try reader.read()
          scanner = reader.scanner
          found = (names.count - 1, reader)
          filled.append(true)
        } else {
          filled.append(try skipTable())
        }
      case .end: break scanning
      default: break
      }
    }
    let chosen = try WorkbookSheet.choose(
      wanted, among: names, isHidden: { hidden[$0] }, path: path)
    guard let found, found.index == chosen else { throw WorkbookFault.noSheet.fault(path: path) }
    var sheet = WorkbookSheet(
      path: path, name: names[chosen], names: names,
      visibleNames: names.indices.filter { !hidden[$0] }.map { names[$0] },
      cells: found.reader.cells,
      problems: found.reader.problems)
    if wanted == nil {
      let others = names.indices.filter { $0 != chosen && filled[$0] }
      sheet.unreadParts = WorkbookSheet.unreadParts(
        beside: names[chosen], others.map { (names[$0], hidden[$0]) }, path: path)
    }
    return sheet
  }

  /// Passes over the rest of a table.
  ///
  /// - Returns: whether a cell of it holds something.
  private mutating func skipTable() throws(InputFault) -> Bool {
    let outside = scanner.depth - 1
    var isFilled = false
    while scanner.depth > outside {
      if try scanner.next() == .open(.tableCell), try scanner.string(.valueType) != nil {
        isFilled = true
      }
    }
    return isFilled
  }

  /// A sheet is hidden by its style.
  private mutating func readStyle() throws(InputFault) {
    let name = try scanner.string(.name)
    let outside = scanner.depth - 1
    while scanner.depth > outside {
      let token = try scanner.next()
      if token == .open(.tableProperties), let name,
        scanner.attribute(.display, is: Array("false".utf8))
      {
        hiddenStyles.insert(name)
      }
    }
  }
}
