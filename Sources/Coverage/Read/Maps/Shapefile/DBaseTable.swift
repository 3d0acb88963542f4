/// The table of a `.dbf` file (dBase III to 7 as programs of maps write it): fields of fixed width.
struct DBaseTable {
  let file: LittleEndianBytes
  let fields: [Field]
  let rowCount: Int
  let encoding: DBaseEncoding
  private let firstRow: Int
  private let rowLength: Int

  struct Field {
    let name: String
    /// The letter that says how values are written.
    let kind: UInt8
    /// Bytes before the field in a row.
    let offset: Int
    let length: Int
  }

  /// A value as text; nil where there is none.
  struct Value {
    var text: String?
    /// Whether there is something that is not read: a memo, binary data, a number too long for its field.
    var isUnread = false
  }

  /// - Parameter encoding: what `.cpg` says, if it is there.
  /// - Throws: where the file is no table, or shorter than it says.
  init(_ file: LittleEndianBytes, encoding: String?, path: String) throws(InputFault) {
    guard let rows = file.u32(4), let header = file.u16(8), let length = file.u16(10),
      header >= 33, length >= 1, Int(header) <= file.count,
      Int(rows) <= (file.count - Int(header)) / Int(length)
    else { throw Self.damaged(path) }
    self.file = file
    (rowCount, firstRow, rowLength) = (Int(rows), Int(header), Int(length))
    let descriptions = stride(from: 32, through: Int(header) - 32, by: 32).prefix {
      file.bytes[$0] != 0x0D && file.bytes[$0] != 0
    }
    let chosen = DBaseEncoding(
      named: encoding, mark: file.bytes[29], sample: file.bytes[Int(header)...])
    var fields: [Field] = []
    var offset = 1
    for place in descriptions {
      let width = Int(file.bytes[place + 16])
      let name = file.bytes[place..<place + 11].prefix { $0 != 0 }
      fields.append(
        Field(
          name: trimmedSpace(chosen.text(name)), kind: file.bytes[place + 11], offset: offset,
          length: width))
      offset += width
    }
    guard offset <= Int(length) else { throw Self.damaged(path) }
    self.fields = fields
    self.encoding = chosen
  }

  private static func damaged(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "le .dbf du Shapefile est abîmé ou tronqué",
        en: "the .dbf of the Shapefile is damaged or truncated"),
      cure: Wording(
        fr: "reprenez ensemble les fichiers .shp, .dbf, .prj et .cpg d’un même export",
        en: "take the files .shp, .dbf, .prj and .cpg of one export together"))
  }

  /// Whether a row is marked as deleted: it stays until the table is packed.
  func isDeleted(_ row: Int) -> Bool {
    file.bytes[firstRow + row * rowLength] == UInt8(ascii: "*")
  }

  func value(_ row: Int, _ field: Field) -> Value {
    let start = firstRow + row * rowLength + field.offset
    let bytes = file.bytes[start..<start + field.length]
    let written = bytes.prefix { $0 != 0 }
    switch UInt8(field.kind) {
    case UInt8(ascii: "C"): return Value(text: Self.filled(encoding.text(written)))
    case UInt8(ascii: "N"), UInt8(ascii: "F"):
      // Stars stand for a number that had no room.
      let isFull = !written.isEmpty && written.allSatisfy { $0 == UInt8(ascii: "*") }
      return isFull ? Value(isUnread: true) : Value(text: Self.filled(encoding.text(written)))
    case UInt8(ascii: "D"): return Value(text: Self.day(written))
    case UInt8(ascii: "L"):
      return Value(
        text: written.first.flatMap {
          "TtYy".utf8.contains($0) ? "true" : "FfNn".utf8.contains($0) ? "false" : nil
        })
    case UInt8(ascii: "I") where field.length == 4:
      return Value(text: file.u32(start).map { "\(Int32(bitPattern: $0))" })
    default: return Value(isUnread: bytes.contains { $0 != 0 && $0 != 0x20 })
    }
  }

  private static func filled(_ text: String) -> String? {
    let trimmed = trimmedSpace(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Eight digits as `2022-12-31`; what is written where they are none.
  private static func day(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count == 8, bytes.allSatisfy({ isDigit($0) }) else {
      return filled(String(decoding: bytes, as: UTF8.self))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text == "00000000" { return nil }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
