/// Workbooks around parts of any content: ZIP archives whose members are stored and whose checksums
/// are right (APPNOTE.TXT 6.3.10, section 4.3).
enum WorkbookFrame {
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Names of the parts that are given, in their order, then the content of those that are not.
  private static let excelParts = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]

  private static let plainWorkbook =
    "<workbook><sheets><sheet name=\"Feuil1\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"

  /// An Excel workbook. Parts beyond the fourth are left out.
  static func excel(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    var members = zip(excelParts, parts).map { (name: $0, bytes: Array($1)) }
    if parts.count < excelParts.count {
      members.append((excelParts[3], Array(plainWorkbook.utf8)))
    }
    let sheets = [("a", "worksheet", "worksheets/sheet1.xml")]
    let others = [("b", "sharedStrings", "sharedStrings.xml"), ("c", "styles", "styles.xml")]
    members += [
      ("[Content_Types].xml", Array("<Types/>".utf8)),
      ("_rels/.rels", relations([("r", "officeDocument", "xl/workbook.xml")])),
      ("xl/_rels/workbook.xml.rels", relations(sheets + others.prefix(max(0, parts.count - 1)))),
    ]
    return archive(members)
  }

  /// An OpenDocument spreadsheet with this `content.xml`.
  static func openDocument(_ content: [UInt8]) -> [UInt8] {
    archive([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", content),
    ])
  }

  private static func relations(_ all: [(id: String, type: String, target: String)]) -> [UInt8] {
    let list = all.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relationships)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return Array("<Relationships>\(list.joined())</Relationships>".utf8)
  }

  static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let start = bytes.count
      let size = little(member.bytes.count, 4)
      let name = Array(member.name.utf8)
      let common =
        [20, 0] + [UInt8](repeating: 0, count: 8) + little(Int(checksum(member.bytes)), 4) + size
        + size + little(name.count, 2) + [0, 0]
      bytes += [0x50, 0x4B, 3, 4] + common + name + member.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
      directory += little(start, 4) + name
    }
    let count = little(members.count, 2)
    let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(directory.count, 4)
    return bytes + directory + end + little(bytes.count, 4) + [0, 0]
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static let checksums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ checksums[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
