import Foundation

/// A printed page read back as text, block by block: headings, paragraphs, items of lists, cells, what a picture
/// says of itself and the texts inside of it.
struct PrintedText {
  private(set) var blocks: [String] = []
  private(set) var links: [String] = []
  private(set) var ids: [String] = []
  /// Texts in the pictures, in their order.
  private(set) var pictureTexts: [String] = []

  private static let ends: Set<Substring> = [
    "/p", "/h1", "/h2", "/h3", "/li", "/td", "/th", "/title", "/text", "p", "table", "td", "th",
  ]

  init(_ html: String) {
    var open = ""
    var rest = html[...]
    if let style = rest.range(of: "<style>"), let end = rest.range(of: "</style>") {
      rest.removeSubrange(style.lowerBound..<end.upperBound)
    }
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      open += rest[..<start]
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.prefix { $0 != " " }
      if name == "br" { open += "\n" }
      if name == "img" { picture(tag) }
      for (key, value) in Self.attributes(tag) {
        if key == "href" { links.append(value) }
        if key == "id" { ids.append(value) }
      }
      if Self.ends.contains(name) {
        close(&open)
      } else if name != "br", name != "strong", name != "/strong", name != "a", name != "/a" {
        // Between elements nothing may stand.
        if !open.allSatisfy(\.isWhitespace) { close(&open) } else { open = "" }
      }
    }
  }

  private mutating func close(_ open: inout String) {
    let text = Self.plain(open).trimmingCharacters(in: .whitespacesAndNewlines)
    if !text.isEmpty { blocks.append(text) }
    open = ""
  }

  private mutating func picture(_ tag: Substring) {
    for (key, value) in Self.attributes(tag) {
      if key == "alt" { blocks.append(Self.plain(value)) }
      let head = "data:image/svg+xml;base64,"
      if key == "src", value.hasPrefix(head),
        let bytes = Data(base64Encoded: String(value.dropFirst(head.count)))
      {
        pictureTexts += PrintedText(String(decoding: bytes, as: UTF8.self)).blocks
      }
    }
  }

  private static func attributes(_ tag: Substring) -> [(String, String)] {
    tag.matches(of: /([a-z]+)="([^"]*)"/).map { (String($0.1), plain($0.2)) }
  }

  private static func plain(_ text: some StringProtocol) -> String {
    var text = String(text).replacing("\u{A0}", with: " ")
    for (sign, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(sign, with: plain)
    }
    return text
  }

  /// The cells of the table whose first heading row has these, row by row, each as long as it.
  func cells(after headings: [String]) -> [[String]] {
    guard
      let start = blocks.indices.first(where: {
        blocks[$0...].prefix(headings.count).elementsEqual(headings)
      })
    else { return [] }
    let all = Array(blocks[(start + headings.count)...])
    return stride(from: 0, to: all.count - headings.count + 1, by: headings.count).map {
      Array(all[$0..<$0 + headings.count])
    }
  }
}

extension Scratch {
  /// A study file by which every sector has a page of its own; its name.
  func sheets() throws -> String {
    try write("dossiers.yml", "dossier-smallest: 0\n")
    return "dossiers.yml"
  }

  /// A page of `dossiers`.
  func sheet(_ name: String) throws -> PrintedText {
    PrintedText(try text("out/dossiers/\(name).html"))
  }
}

extension PrintedText {
  /// What the page says under a name.
  func fact(_ name: String) -> String {
    guard let place = blocks.firstIndex(of: name), place + 1 < blocks.count else { return "" }
    return blocks[place + 1]
  }

  func says(_ words: String) -> Bool { blocks.contains { $0.contains(words) } }
}
