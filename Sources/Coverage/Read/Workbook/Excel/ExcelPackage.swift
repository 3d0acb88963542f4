/// A workbook of Excel (ECMA-376, Office Open XML): its parts, found by their relationships.
struct ExcelPackage {
  private var archive: ZipArchive
  private let workbookPart: String
  private let relationships: [String: ExcelRelationship]

  static func isPackage(_ archive: ZipArchive) -> Bool {
    archive.member("[Content_Types].xml") != nil && archive.member("_rels/.rels") != nil
  }

  init(_ archive: ZipArchive) throws(InputFault) {
    var archive = archive
    let roots = try ExcelRelationship.read(of: "", in: &archive)
    guard
      let root = roots.values.filter({ $0.kind == "officeDocument" })
        .min(by: { $0.part < $1.part })
    else { throw WorkbookFault.noWorkbook.fault(path: archive.path) }
    guard !root.part.hasSuffix(".bin") else {
      throw WorkbookFault.binaryWorkbook.fault(path: archive.path)
    }
    workbookPart = root.part
    relationships = try ExcelRelationship.read(of: root.part, in: &archive)
    self.archive = archive
  }

  /// Reads the sheet with this name, or the first that a user sees.
  mutating func sheet(named wanted: String?) throws(InputFault) -> WorkbookSheet {
    let (entries, is1904) = try list()
    let names = entries.map(\.name)
    let chosen = try WorkbookSheet.choose(
      wanted, among: names, isHidden: { entries[$0].isHidden }, path: archive.path)
    var formats: [NumberFormat] = []
    if let part = part(ofKind: "styles") {
      formats = try ExcelStyles.formats(try archive.scanner(part))
    }
    var texts = ExcelTexts()
    if let part = part(ofKind: "sharedStrings") {
      texts = try ExcelTexts(try archive.scanner(part))
    }
    let scanner = try archive.scanner(entries[chosen].part)
    var reader = ExcelSheetReader(
      scanner, path: archive.path, formats: formats, texts: texts, is1904: is1904)
    try reader.read()
    var sheet = WorkbookSheet(
      path: archive.path, name: names[chosen], names: names,
      visibleNames: entries.filter { !$0.isHidden }.map(\.name), cells: reader.cells,
      problems: reader.problems)
    if wanted == nil {
      let others = entries.indices.filter { $0 != chosen && hasCells(entries[$0]) }
      sheet.unreadParts = WorkbookSheet.unreadParts(
        beside: names[chosen], others.map { (names[$0], entries[$0].isHidden) },
        path: archive.path)
    }
    return sheet
  }

  /// Whether a sheet holds anything: new workbooks come with empty ones. One too large to be looked at, or
  /// damaged, does.
  private func hasCells(_ entry: SheetEntry) -> Bool {
    guard let member = archive.member(entry.part), member.size < 1 << 18 else { return true }
    var archive = archive
    do throws(InputFault) {
      var scanner = try archive.scanner(entry.part)
      while true {
        switch try scanner.next() {
        case .open(.v), .open(.inlineString): return true
        case .end: return false
        default: break
        }
      }
    } catch { return true }
  }

  /// The part of a kind; the first by name should there be several.
  private func part(ofKind kind: String) -> String? {
    relationships.values.lazy.filter { $0.kind == kind }.map { $0.part }.min()
  }

  /// A sheet as the workbook lists it.
  private struct SheetEntry {
    let name: String
    let isHidden: Bool
    let part: String
  }

  /// The sheets with cells, hidden ones too, and whether days count from 1904.
  private mutating func list() throws(InputFault) -> (sheets: [SheetEntry], is1904: Bool) {
    var scanner = try archive.scanner(workbookPart)
    var is1904 = false
    var sheets: [SheetEntry] = []
    while true {
      switch try scanner.next() {
      case .open(.workbookPr):
        is1904 = ["1", "true"].contains(try scanner.string(.date1904))
      case .open(.sheet):
        // Charts and macro sheets have no cells.
        guard let name = try scanner.string(.name), let id = try scanner.string(.id),
          let relationship = relationships[id], relationship.kind == "worksheet"
        else { continue }
        let state = try scanner.string(.state) ?? "visible"
        sheets.append(
          SheetEntry(name: name, isHidden: state != "visible", part: relationship.part))
      case .end: return (sheets, is1904)
      default: break
      }
    }
  }
}

extension ZipArchive {
  /// A reader of the XML in a member.
  mutating func scanner(_ part: String) throws(InputFault) -> XMLScanner {
    guard let member = member(part) else {
      throw WorkbookFault.partMissing(part).fault(path: path)
    }
    return try XMLScanner(try contents(of: member), path: path, part: part)
  }
}
