import Testing

@testable import Coverage

@Suite("Encodings of delimited text")
struct DelimitedEncodingTests {
  /// Microsoft's table of code page 1252, from 80 to 9F; five bytes mean nothing.
  private let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  @Test("Windows-1252 is read where the bytes are no UTF-8: accents and euro")
  func windows1252() throws {
    // "nom;prix" / "Orée d’Anjou;5 €" as Excel saves it
    let bytes: [UInt8] =
      Array("nom;prix\r\nOr".utf8) + [0xE9] + Array("e d".utf8) + [0x92] + Array("Anjou;5 ".utf8)
      + [0x80, 0x0D, 0x0A]
    let text = try DelimitedText(path: "x.csv", bytes: bytes)
    #expect(text.encoding == .windows1252)
    #expect(text.text(row: 0, column: 0) == "Orée d’Anjou")
    #expect(text.text(row: 0, column: 1) == "5 €")
  }

  @Test("every byte of Windows-1252 is its character")
  func everyByte() throws {
    for byte in UInt8(0x80)...0xFF {
      let text = try DelimitedText(
        path: "x", bytes: Array("a;b\nx".utf8) + [byte] + Array("y;2".utf8))
      let expected = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt32(byte)
      // A hyphen that nobody sees is taken out.
      let shown = byte == 0xAD ? [0x78, 0x79] : [0x78, expected, 0x79]
      #expect(text.text(row: 0, column: 0).unicodeScalars.map(\.value) == shown)
    }
  }

  @Test("UTF-8 is UTF-8 with and without mark")
  func utf8() throws {
    for mark in ["", "\u{FEFF}"] {
      let text = try DelimitedText(path: "x", bytes: Array((mark + "nom;b\nÎle-d’Yeu €;œ\n").utf8))
      #expect(text.encoding == .utf8)
      #expect(text.text(row: 0, column: 0) == "Île-d’Yeu €")
      #expect(text.text(row: 0, column: 1) == "œ")
    }
  }

  @Test("names of columns are decoded like values")
  func header() throws {
    let bytes: [UInt8] = Array("libell".utf8) + [0xE9] + Array(";b\n1;2\n".utf8)
    #expect(try DelimitedText(path: "x", bytes: bytes).header == ["libellé", "b"])
  }
}
