/// How the texts of a `.dbf` file are written.
enum DBaseEncoding: Equatable {
  case utf8
  case windows1252
  /// The code page of DOS in Western Europe, which old programs still write.
  case dos850

  /// - Parameters:
  ///   - named: what `.cpg` says, if it is there: `UTF-8`, `ISO-8859-1`, `ANSI 1252`, `850`…
  ///   - mark: the byte of the header that says it where `.cpg` does not.
  ///   - sample: the rows, asked where neither says it.
  init(named: String?, mark: UInt8, sample: ArraySlice<UInt8>) {
    let name = (named ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    if name.hasPrefix("utf8") || name == "65001" {
      self = .utf8
    } else if name.hasSuffix("850") || name.hasSuffix("437") {
      self = .dos850
    } else if ["1252", "88591", "885915", "latin1", "latin9"].contains(where: { name.contains($0) })
    {
      self = .windows1252
    } else if [0x01, 0x02].contains(mark) {
      self = .dos850
    } else {
      // A mark of Windows stands in many files of UTF-8.
      self = DelimitedText.isUTF8(Array(sample)) ? .utf8 : .windows1252
    }
  }

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .dos850: "DOS 850"
    }
  }

  func text(_ bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .windows1252:
      DelimitedText.decode(
        DelimitedText.Field(start: 0, end: Int32(bytes.count)), in: Array(bytes), .windows1252)
    case .dos850:
      String(
        String.UnicodeScalarView(
          bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : Self.upperHalf[Int($0) - 0x80] }))
    }
  }

  /// Code page 850 from 0x80 on.
  private static let upperHalf = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
      .unicodeScalars)
}
