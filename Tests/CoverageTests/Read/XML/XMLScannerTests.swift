import Testing

@testable import Coverage

@Suite("XML")
struct XMLScannerTests {
  /// What a document says: tags, texts, and the attribute `name`.
  private func list(_ bytes: [UInt8]) throws -> [String] {
    var scanner = try XMLScanner(bytes, path: "x", part: "p")
    var list: [String] = []
    while true {
      switch try scanner.next() {
      case .open(let name):
        let value = try scanner.string(.name).map { "=" + $0 } ?? ""
        list.append("<\(name.rawValue)\(value)")
      case .close(let name): list.append(">\(name.rawValue)")
      case .text:
        var text: [UInt8] = []
        try scanner.appendText(to: &text)
        list.append(String(decoding: text, as: UTF8.self))
      case .end: return list
      }
    }
  }

  private func list(_ text: String) throws -> [String] { try list(Array(text.utf8)) }

  private func problem(_ text: String) -> String? {
    fault { _ = try list(text) }?.problem.english
  }

  @Test("Elements, attributes and text, whatever the prefix")
  func elements() throws {
    #expect(
      try list("<x:row  name = 'a' ><c/>1&amp;2<y:c\tx:name=\"&lt;é&#xE9;&#233;\" ></y:c></x:row >")
        == ["<row=a", "<c", ">c", "1&2", "<c=<éé\u{e9}", ">c", ">row"])
    #expect(try list("<unknown/>") == ["<", ">"])
  }

  @Test("What surrounds the document, comments and instructions are passed over")
  func markup() throws {
    #expect(
      try list(
        """
        \u{FEFF}<?xml version="1.0" encoding="utf-8"?> <!-- <row> -- -->
        <row><?pi <c> ?>a<!---->b<![CDATA[<c>&amp;]]></row><!-- end -->\n
        """) == ["<row", "a", "b", "<c>&amp;", ">row"])
  }

  @Test("What XML does not allow is a fault, and so is a document type")
  func malformed() {
    let wrong = [
      "", "a", "<row>", "<row></c>", "</row>", "<row/><row/>", "<row", "<row x></row>",
      "<row name=1/>", "<row name=\"1/>", "<row name='<'/>", "<row a='1'b='2'/>", "<row/",
      "< row/>",
      "<row>&nbsp;</row>", "<row>&#0;</row>", "<row>&#xD800;</row>", "<row>&amp</row>",
      "<row name='&x;'/>", "<row><!-- </row>", "<row><![CDATA[ ]]</row>", "<![CDATA[x]]>",
      "<?xml", "<row/>x", "<!ELEMENT row>", "<row></ro",
      "<row>&\(String(repeating: "x", count: 50));",
    ]
    for text in wrong {
      #expect(problem(text)?.contains("is not correct XML") == true, "\(text)")
    }
    let bomb = "<!DOCTYPE x [<!ENTITY a \"&b;&b;\">]><row>&a;</row>"
    #expect(problem(bomb)?.contains("declares a document type") == true)
    let deep = String(repeating: "<c>", count: 100_000)
    #expect(problem(deep)?.contains("nests too many elements") == true)
  }

  @Test("Other encodings are refused, never guessed")
  func encodings() {
    let refused = ["ISO-8859-1", "UTF-16", "windows-1252"]
    for encoding in refused {
      let text = "<?xml version='1.0' encoding='\(encoding)'?><row/>"
      #expect(problem(text) == "“p” is not UTF-8", "\(encoding)")
    }
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(fault { _ = try list(mark + [0x3C, 0]) }?.problem.english == "“p” is not UTF-8")
    }
  }

  @Test("An element can be passed over with all it holds")
  func skipping() throws {
    var scanner = try XMLScanner(
      Array("<row><c><v>1</v><c/></c><f/></row>".utf8), path: "x", part: "p")
    #expect(try scanner.next() == .open(.row))
    #expect(try scanner.next() == .open(.c))
    try scanner.skipElement()
    #expect(try scanner.next() == .open(.f))
    try scanner.skipElement()
    #expect(try scanner.next() == .close(.row))
    #expect(try scanner.next() == .end)
  }

  @Test("Every name is found by its bytes")
  func names() throws {
    for name in XMLName.allCases where name != .other {
      #expect(try list("<\(name.rawValue)/>") == ["<\(name.rawValue)", ">\(name.rawValue)"])
    }
  }
}
