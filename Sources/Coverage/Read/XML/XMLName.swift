/// Names of elements and attributes that readers of workbooks and of KML look for, without their prefix: producers
/// choose prefixes as they like.
enum XMLName: String, CaseIterable {
  // Packages of Office Open XML
  case relationship = "Relationship"
  case type = "Type"
  case target = "Target"
  case identifier = "Id"
  case sheet, name, state, id, workbookPr, date1904
  case sheetData, row, hidden, mergeCell, ref
  // One letter, as the specification has them: cell, reference, style, text or type, value, formula.
  case c, r, s, t, v, f
  case inlineString = "is"
  case stringItem = "si"
  case phonetic = "rPh"
  case numFmts, numFmt, numFmtId, formatCode, cellXfs, xf
  // OpenDocument
  case spreadsheet, table, style, display, visibility, value, formula, annotation, frame, tab
  case tableRow = "table-row"
  case tableCell = "table-cell"
  case coveredCell = "covered-table-cell"
  case trackedChanges = "tracked-changes"
  case valueType = "value-type"
  case dateValue = "date-value"
  case timeValue = "time-value"
  case booleanValue = "boolean-value"
  case stringValue = "string-value"
  case columnsRepeated = "number-columns-repeated"
  case rowsRepeated = "number-rows-repeated"
  case rowsSpanned = "number-rows-spanned"
  case styleName = "style-name"
  case tableProperties = "table-properties"
  case paragraph = "p"
  case lineBreak = "line-break"
  // KML
  case description, coordinates, outerBoundaryIs, innerBoundaryIs
  case placemark = "Placemark"
  case folder = "Folder"
  case simpleData = "SimpleData"
  case data = "Data"
  case polygon = "Polygon"
  case networkLink = "NetworkLink"
  case point = "Point"
  case lineString = "LineString"
  case linearRing = "LinearRing"
  case model = "Model"
  case track = "Track"
  case multiTrack = "MultiTrack"
  case other = ""
}

/// Finds names by their bytes.
///
/// - Complexity: O(length of the name) a look-up.
struct XMLNameTable {
  private var slots: [(hash: UInt64, name: XMLName)]
  private static let slotCount = 512

  init() {
    slots = Array(repeating: (0, .other), count: Self.slotCount)
    for name in XMLName.allCases where name != .other {
      let hash = Self.hash(Array(name.rawValue.utf8)[...])
      var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
      while slots[slot].name != .other { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = (hash, name)
    }
  }

  /// The name whose hash this is. A name forged to share a hash gains its maker nothing: they could as
  /// well write the name itself.
  func name(hash: UInt64) -> XMLName {
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while slots[slot].name != .other {
      if slots[slot].hash == hash { return slots[slot].name }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return .other
  }

  static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

  /// One step of FNV-1a.
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(hashStart) { hash($0, $1) }
  }
}
