@testable import Coverage

/// Writes small workbooks of Excel for tests: the parts that a reader needs, as one would type them.
struct ExcelWriter {
  /// What stands in `sheetData`.
  var rows = ""
  var sheetName = "Feuil1"
  /// Texts of the shared strings.
  var texts: [String] = []
  /// Codes of the number formats 164, 165…; the style of a cell is the index.
  var formats: [String] = []
  var is1904 = false
  /// What follows `sheetData`.
  var afterRows = ""
  var deflated = false
  /// Elements of `<sheets>` beyond the first.
  var moreSheets = ""

  /// Rows of inline texts.
  init(texts rows: [[String]]) {
    for row in rows {
      self.rows += "<row>"
      for text in row { self.rows += "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
      self.rows += "</row>"
    }
  }

  init(rows: String) { self.rows = rows }

  private static let officeTypes =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relationships(_ all: [(id: String, type: String, target: String)]) -> String {
    let list = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(officeTypes)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships>\(list.joined())</Relationships>"
  }

  var sheet: String { "<worksheet><sheetData>\(rows)</sheetData>\(afterRows)</worksheet>" }

  var members: [ZipWriter.Member] {
    let styles = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(Self.escaped(code))\"/>"
    }
    let cellStyles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    let items = texts.map { "<si>\($0)</si>" }
    let parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", Self.relationships([("r", "officeDocument", "/xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook><workbookPr date1904=\"\(is1904 ? 1 : 0)\"/><sheets>"
          + "<sheet name=\"\(sheetName)\" sheetId=\"1\" r:id=\"a\"/>\(moreSheets)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relationships([
          ("a", "worksheet", "worksheets/sheet1.xml"), ("b", "styles", "styles.xml"),
          ("c", "sharedStrings", "sharedStrings.xml"), ("d", "chartsheet", "chartsheets/1.xml"),
        ])
      ),
      ("xl/worksheets/sheet1.xml", sheet),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>\(styles.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
          + "</cellStyleXfs><cellXfs>\(cellStyles.joined())</cellXfs></styleSheet>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(items.joined())</sst>"),
    ]
    return parts.map { ZipWriter.Member($0.0, $0.1, deflated: deflated) }
  }

  var bytes: [UInt8] { ZipWriter.archive(members) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// Reads what the writer writes.
  func read(sheet: String? = nil) throws -> WorkbookSheet {
    try WorkbookSheet.read(try ZipArchive(path: "x.xlsx", bytes: bytes), sheet: sheet)
  }
}

/// A sheet with the texts of its cells, for comparisons.
extension WorkbookSheet {
  /// The filled cells: `B2=text`.
  var list: [String] {
    (0..<cells.rowCount).flatMap { row in
      cells.cells(of: row).map { cell in
        let place = CellReference(
          row: Int(cells.rowNumbers[row]), column: Int(cells.columns[cell]))
        return "\(place.text)=\(cells.string(of: cell))"
      }
    }
  }
}

/// Names of columns that the program knows, as far as tests need them.
func isKnownName(_ name: String) -> Bool {
  [
    "code", "insee", "nom", "libelle", "pmun", "population", "com", "cpts", "dep", "stade",
    "date_aci",
  ]
  .contains(folded(name))
}

extension DelimitedText {
  /// Header and rows, short rows filled up.
  var table: [[String]] {
    [header]
      + (0..<rowCount).map { row in header.indices.map { text(row: row, column: $0) } }
  }
}
