import Foundation
import Testing

@testable import Coverage

@Suite("JSON values as text, against Foundation")
struct JSONTests {
  /// The same value for Foundation's encoder.
  private struct Encoded: Encodable {
    let json: JSON

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch json {
      case .object(let members):
        try value.encode(
          Dictionary(uniqueKeysWithValues: members.map { ($0, Encoded(json: $1)) }))
      case .array(let items): try value.encode(items.map { Encoded(json: $0) })
      case .text(let text): try value.encode(text)
      case .whole(let number): try value.encode(number)
      case .number(let number): try value.encode(number)
      case .flag(let flag): try value.encode(flag)
      case .cell, .null: try value.encodeNil()
      }
    }
  }

  private func text(_ random: inout SplitMix) -> String {
    let scalars = (0..<Int.random(in: 0...8, using: &random)).map { _ -> Unicode.Scalar in
      let limit: UInt32 = [0x30, 0x7F, 0x2030, 0x1_F600][Int(random.next() % 4)]
      return Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) ?? "é"
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private func number(_ random: inout SplitMix) -> Double {
    let number = Double.random(in: -1...1, using: &random)
    return switch random.next() % 4 {
    case 0: number * 1e-7
    case 1: (number * 1e8).rounded()
    case 2: (number * 1e6).rounded() / 1000
    default: number * 1e19
    }
  }

  private func value(_ random: inout SplitMix, depth: Int = 0) -> JSON {
    switch random.next() % (depth < 4 ? 7 : 5) {
    case 0: return .text(text(&random))
    case 1: return .whole(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 2: return .number(number(&random))
    case 3: return .flag(random.next() % 2 == 0)
    case 4: return .null
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      // Foundation takes texts that are canonically equal for one key.
      var members: [String: JSON] = [:]
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        members[text(&random)] = value(&random, depth: depth + 1)
      }
      return .object(members.map { ($0, $1) })
    }
  }

  @Test("sorted, the bytes are those of Foundation's encoder, for a thousand values of any kind")
  func sorted() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var random = SplitMix(seed: 4_627)
    for _ in 0..<1_000 {
      let json = value(&random)
      let expected = String(decoding: try encoder.encode(Encoded(json: json)), as: UTF8.self)
      #expect(String(decoding: json.bytes(.sorted), as: UTF8.self) == expected)
    }
  }

  @Test("all styles say the same, and only the script's writes no <")
  func styles() throws {
    var random = SplitMix(seed: 7_159)
    for _ in 0..<300 {
      let json = JSON.array([value(&random), .text("<")])
      let read = try [JSONWriter.Style.sorted, .ordered, .script].map { style in
        let bytes = json.bytes(style)
        #expect(bytes.contains(UInt8(ascii: "<")) == (style != .script))
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSArray)
      }
      #expect(read[0] == read[1] && read[1] == read[2])
    }
  }

  @Test("in order: margins, decimals as they are, nothing in what is empty, nothing where nil")
  func ordered() {
    let json: JSON = [
      "z": .cell(.decimal(2, decimals: 3)), "a": .cell(.codes(["01001", "02002"])), "none": nil,
      "null": .null, "empty": [:], "list": .array([]),
      "part": .cell(.percent(of: 1, in: 3)),
    ]
    #expect(
      String(decoding: json.file(.ordered), as: UTF8.self) == """
        {
          "z": 2.000,
          "a": [
            "01001",
            "02002"
          ],
          "null": null,
          "empty": {},
          "list": [],
          "part": 33.33
        }

        """)
  }
}
