import Foundation
import Testing

@testable import Coverage

@Suite("JSON text, against Foundation")
struct JSONTextTests {
  private func parsed(_ body: (inout ByteBuffer) -> Void) throws -> Any? {
    var buffer = ByteBuffer()
    buffer.append("[")
    body(&buffer)
    buffer.append("]")
    let array = try JSONSerialization.jsonObject(with: Data(buffer.bytes)) as? [Any]
    return array?.first
  }

  @Test("every scalar below U+0300 alone, and long texts of any scalars, are parsed back")
  func strings() throws {
    for value in UInt32(0)..<0x300 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let read = try parsed { $0.append(json: text) } as? String
      #expect(read.map { Array($0.unicodeScalars) } == [scalar])
    }
    var random = SplitMix(seed: 8_259)
    for _ in 0..<300 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let limit: UInt32 = [0x40, 0x3000, 0xD7FF, 0x10_FFFF][Int(random.next() % 4)]
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) {
          scalars.append(scalar)
        }
      }
      let read = try parsed { $0.append(json: String(scalars)) } as? String
      #expect(read.map { Array($0.unicodeScalars) } == Array(scalars))
    }
  }

  @Test("cells are numbers, text or null")
  func cells() throws {
    func value(_ cell: Cell) throws -> Any? { try parsed { $0.append(json: cell) } }
    #expect(try value(.whole(66_526_267)) as? Int == 66_526_267)
    #expect(try value(.whole(-5)) as? Int == -5)
    #expect(try value(.decimal(-12.3456, decimals: 3)) as? Double == -12.346)
    #expect(try value(.percent(of: 1, in: 8)) as? Double == 12.5)
    #expect(try value(.code("01001")) as? String == "01001")
    #expect(try value(.codes(["a", "b"])) as? String == "a|b")
    #expect(try value(.codes([])) as? String == "")
    #expect(try value(.text("=1+1")) as? String == "=1+1")
    #expect(try value(.whole(nil)) is NSNull)
    #expect(try value(.decimal(nil, decimals: 2)) is NSNull)
  }
}
