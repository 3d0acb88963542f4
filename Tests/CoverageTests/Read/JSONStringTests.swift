import Foundation
import Testing

@testable import Coverage

@Suite("JSON strings")
struct JSONStringTests {
  private func string(_ json: String) throws -> String {
    var scanner = JSONScanner(Array(json.utf8))
    return try scanner.string()
  }

  @Test(
    "escapes are those of RFC 8259",
    arguments: [
      (#""plain""#, "plain"), (#""é\u00e9\u00C9""#, "ééÉ"), (#""\"\\\/""#, "\"\\/"),
      (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\ud83d\ude00""#, "😀"),
      (#""a\uD83D\uDE00b\u20ac""#, "a😀b€"), (#""\u0000""#, "\u{0}"), (#""""#, ""),
      (#""l\u2019Ha\u00ff""#, "l’Haÿ"), (#""\\u0041""#, "\\u0041"), (#""\\\"""#, "\\\""),
    ])
  func escapes(json: String, expected: String) throws {
    #expect(try string(json) == expected)
  }

  @Test("half of a surrogate pair becomes the replacement character, and never a crash")
  func halfPairs() throws {
    #expect(try string(#""a\ud83db""#) == "a\u{FFFD}b")
    #expect(try string(#""\ude00""#) == "\u{FFFD}")
    #expect(try string(#""\ud83d\n""#) == "\u{FFFD}\n")
  }

  @Test(
    "a string that is cut or badly escaped throws",
    arguments: [
      #"""#, #""abc"#, #""abc\"#, #""abc\""#, #""\u12""#, #""\u12G4""#, #""\u""#, #""\u+123""#,
      "abc",
    ])
  func malformed(json: String) {
    #expect(throws: JSONScanner.Fault.self) { try string(json) }
  }

  @Test("strings that Foundation writes are read back")
  func againstFoundation() throws {
    var random = SplitMix(seed: 8_259)
    for _ in 0..<500 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let limit: UInt32 = [0x40, 0x250, 0x3000, 0x1_F700][Int(random.next() % 4)]
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) {
          scalars.append(scalar)
        }
      }
      let text = String(scalars)
      let json = try JSONSerialization.data(withJSONObject: [text])
      var scanner = JSONScanner([UInt8](json))
      try scanner.take("[")
      #expect(Array(try scanner.string().unicodeScalars) == Array(scalars))
    }
  }
}
