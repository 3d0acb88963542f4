import TestSupport
import Testing

@testable import Coverage

@Suite("Texts of others on a screen")
struct PlainTextTests {
  /// Signs that a terminal obeys or does not show, and plain ones of one to four bytes.
  private static let scalars: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{0}", "\u{7F}", "\u{9B}", "\u{85}", "\u{AD}", "\u{61C}", "\u{200B}",
    "\u{200E}", "\u{2028}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{FEFF}",
    "\u{E0001}", "\n", "\t", "a", "B", " ", "é", "’", "«", "\u{301}", "𝒳", "😀", "[", "]", "0",
  ]

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  private static func random(_ random: inout SplitMix, _ longest: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<random.int(in: 0...longest) {
      text.append(scalars[random.int(in: 0...scalars.count - 1)])
    }
    return String(text)
  }

  /// Whether a text holds another, whatever marks of accents stand behind it.
  private static func holds(_ text: String, _ other: String) -> Bool {
    Array(text.utf8).contains(Array(other.utf8))
  }

  @Test("a message has at most 2,000 bytes, no sign to obey, its line, and the end of its cure")
  func messages() {
    for seed in 0..<200 {
      var random = SplitMix(seed: UInt64(seed))
      let longest = [3, 300, 3_000, 20_000][seed % 4]
      let texts = (0..<3).map { _ in Self.random(&random, longest) }
      let fault = InputFault(
        path: texts[0] + "x", line: 7, problem: Wording(texts[1]), cure: Wording(texts[2] + "end"))
      let message = fault.message(in: .french)
      #expect(message.utf8.count <= 2_000, "seed \(seed)")
      #expect(!message.unicodeScalars.contains(where: Self.isObeyed), "seed \(seed)")
      #expect(Self.holds(message, ":7: ") && Self.holds(message, " — "), "seed \(seed)")
      #expect(message.hasSuffix("end"), "seed \(seed)")
    }
  }

  @Test("a text that is short and plain stays as it is; a cut one says so, between characters")
  func cuts() {
    #expect(PlainText.line("L’été « à 20 € » — 😀") == "L’été « à 20 € » — 😀")
    let cut = PlainText.shortened(String(repeating: "é", count: 100), to: 50)
    #expect(cut.utf8.count <= 50)
    #expect(cut.contains(" […] "))
    #expect(cut.allSatisfy { "é […]".contains($0) })
    // One character of any length is none of which a part stays.
    let tall = "e" + String(repeating: "\u{301}", count: 4_000)
    #expect(PlainText.shortened(tall, to: 50) == " […] ")
  }

  @Test("megabytes without a sign take time that grows with them", .endsAtAll)
  func long() {
    let text = String(repeating: "\0", count: 4_000_000)
    #expect(PlainText.line(text).utf8.count <= PlainText.longestLine)
    #expect(PlainText.json("[\"\(text)\"]").utf8.count == 6 * 4_000_000 + 4)
  }

  @Test("JSON keeps its values, and no sign of it is obeyed")
  func json() throws {
    for seed in 0..<50 {
      var random = SplitMix(seed: UInt64(seed))
      let text = Self.random(&random, 200)
      let json = String(decoding: JSON.array([.text(text)]).bytes(.sorted), as: UTF8.self)
      let shown = PlainText.json(json)
      #expect(!shown.unicodeScalars.contains { $0 != "\n" && Self.isObeyed($0) }, "seed \(seed)")
      var scanner = JSONScanner(Array(shown.utf8))
      var values: [String?] = []
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        values.append(try scanner.string())
      }
      #expect(values.first == text, "seed \(seed)")
    }
  }
}
