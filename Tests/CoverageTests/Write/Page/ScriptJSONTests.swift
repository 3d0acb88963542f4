import Foundation
import Testing

@testable import Coverage

/// Names of any kind inside of a page.
@Suite struct ScriptJSONTests {
  static let hostile = [
    "</script><img src=x onerror=alert(1)>", "<!--", "<script>", "]]>", "\u{2028}\u{2029}",
    "\"quoted\\\"", "{{data}}", "\u{0}\u{1F}\n\r\t", "é\u{301}🏥", "'; --",
  ]

  @Test("a name comes back as it was, and no < is in the text", arguments: hostile)
  func names(name: String) throws {
    var json = JSONWriter.script()
    json.array { $0.string(name) }
    let bytes = json.text.bytes
    #expect(!bytes.contains(UInt8(ascii: "<")))
    let value = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    #expect(value == [name])
  }

  @Test("a text of 40 kilobytes is cut to what a page shows, letters whole")
  func longText() {
    for letter in ["x", "é", "👩‍⚕️"] {
      let cut = ShownName.text(String(repeating: letter, count: 40_000))
      #expect(cut.unicodeScalars.count == ShownName.longestText)
      #expect(cut.hasSuffix("…"))
    }
    let short = String(repeating: "é", count: ShownName.longestText)
    #expect(ShownName.text(short) == short)
  }

  @Test("columns and objects nest with their commas")
  func nesting() throws {
    var json = JSONWriter.script()
    json.object { json in
      json.wholes("a", [1, nil, -3]) { $0 }
      json.key("b")
      json.object { _ in }
      json.column("c", 0..<2) { $0.list(["<", "\($1)"]) }
      json.key("d")
      json.flag(true)
    }
    let text = String(decoding: json.text.bytes, as: UTF8.self)
    #expect(text == #"{"a":[1,null,-3],"b":{},"c":[["\u003c","0"],["\u003c","1"]],"d":true}"#)
  }

  @Test("what is put into a template is not searched again")
  func template() {
    let template = PageTemplate(Array("<p>{{one}}</p>{{two}}{{none}}{ {{".utf8))
    let filled = template.filled(["one": Array("{{two}}".utf8), "two": Array("2".utf8)])
    #expect(String(decoding: filled.joined(), as: UTF8.self) == "<p>{{two}}</p>2{ {{")
  }

  @Test("text of a user is text in markup")
  func markup() {
    let text = String(decoding: PageTemplate.escaped("<b a=\"1\">&"), as: UTF8.self)
    #expect(text == "&lt;b a=&quot;1&quot;&gt;&amp;")
    let odd = PageTemplate.escaped("a\u{0}b\u{1F}\tc\u{FFFF}")
    #expect(String(decoding: odd, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\tc\u{FFFD}")
  }
}
