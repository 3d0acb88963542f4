#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page for a printer and for a word processor: headings, paragraphs, lists, tables and pictures, with a
/// style that both keep. It runs nothing, and asks no network for anything.
struct PrintedPage {
  /// A picture in the page itself.
  struct Picture {
    let svg: [UInt8]
    let width: Int
    let height: Int
    /// What it shows, for who does not see it.
    let description: String
  }

  /// What stands in a cell of a table.
  struct Cell {
    var lines: [Prose]
    var columns = 1
    var rows = 1
    /// In pixels, where there must be room to write.
    var height: Int?
    var picture: Picture?
    var link: String?
    var isHeading = false
    var isNumber = false

    init(_ prose: Prose, isNumber: Bool = false, isHeading: Bool = false) {
      (lines, self.isNumber, self.isHeading) = ([prose], isNumber, isHeading)
    }

    init(lines: [Prose]) { self.lines = lines }

    static func link(_ text: String, to address: String) -> Cell {
      var cell = Cell(Prose(text))
      cell.link = address
      return cell
    }
    static func number(_ text: String) -> Cell { Cell(Prose(text), isNumber: true) }
    static let empty = Cell(Prose(""))

    /// A picture beside the next rows.
    static func picture(_ picture: Picture, rows: Int) -> Cell {
      var cell = empty
      (cell.picture, cell.rows, cell.lines) = (picture, rows, [])
      return cell
    }
  }

  private var bytes: [UInt8] = []

  /// - Parameters:
  ///   - title: of the window.
  ///   - links: where else to go: text and address.
  ///   - place: what stands beside them.
  init(title: String, place: String, links: [(text: String, address: String)]) {
    let policy =
      "default-src 'none'; style-src '\(PrintedStyle.source)'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
    markup(
      """
      <!doctype html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    text(title)
    markup("</title>\n<style>\(PrintedStyle.text)</style>\n</head>\n<body>\n")
    // A table first: some word processors leave a page for what is before the first one.
    markup("<table class=\"way\" width=\"100%\"><tr><td>")
    text(place)
    markup("</td><td class=\"number\">")
    for (number, link) in links.enumerated() {
      if number > 0 { markup(" · ") }
      anchor(link.text, link.address)
    }
    markup("</td></tr></table>\n")
  }

  /// The whole page.
  func html() -> [UInt8] { bytes + Array("</body>\n</html>\n".utf8) }

  // MARK: Blocks

  /// - Parameter anchor: a name by which a link leads here.
  mutating func heading(_ level: Int, _ words: Prose, anchor: String? = nil) {
    element("h\(level)", words, anchor.map { " id=\"\($0)\"" } ?? "")
  }
  mutating func paragraph(_ words: Prose) { element("p", words) }
  mutating func small(_ words: Prose) { element("p", words, " class=\"small\"") }

  mutating func list(_ items: [Prose]) {
    guard !items.isEmpty else { return }
    markup("<ul>\n")
    for item in items { element("li", item) }
    markup("</ul>\n")
  }

  /// Where to go on the page, in one paragraph.
  mutating func jumps(_ links: [(text: String, address: String)], to lead: (String, String)) {
    markup("<p>")
    anchor(lead.0, lead.1)
    markup(links.isEmpty ? "" : " : ")
    for (number, link) in links.enumerated() {
      if number > 0 { markup(" · ") }
      anchor(link.text, link.address)
    }
    markup("</p>\n")
  }

  /// - Parameters:
  ///   - widths: of the columns, in percent.
  ///   - headings: empty for a table whose rows say what they are.
  ///   - anchors: a name for each row; none where nobody links to one.
  mutating func table(
    _ widths: [Int], headings: [String] = [], _ rows: [[Cell]], anchors: [String] = [],
    style: String = "grid"
  ) {
    markup(
      "<table class=\"\(style)\" width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"2\">\n"
    )
    if !headings.isEmpty {
      markup("<thead><tr>")
      for (heading, width) in zip(headings, widths) {
        markup("<th scope=\"col\" width=\"\(width)%\">")
        text(heading)
        markup("</th>")
      }
      markup("</tr></thead>\n")
    }
    markup("<tbody>\n")
    for (number, row) in rows.enumerated() {
      markup("<tr")
      if number < anchors.count { markup(" id=\"\(anchors[number])\"") }
      markup(">")
      for (place, cell) in row.enumerated() {
        append(cell, width: headings.isEmpty && number == 0 ? widths[place] : nil)
      }
      markup("</tr>\n")
    }
    markup("</tbody></table>\n")
  }

  /// Names and what is known of them, with a picture beside.
  mutating func table(_ facts: [[Cell]], beside picture: Picture) {
    var rows = facts
    rows[0].insert(.picture(picture, rows: facts.count), at: 0)
    table([56, 14, 30], rows)
  }

  /// A picture with lines beside it.
  mutating func picture(_ picture: Picture, beside lines: [Prose]) {
    table([56, 44], [[.picture(picture, rows: 1), Cell(lines: lines)]])
  }

  /// What is to be decided: what the tool proposes stands beside the room to write.
  mutating func form(_ rows: [(name: String, proposed: [Prose])]) {
    table(
      [14, 50, 36], headings: ["", "ce que l’outil propose", "ce qui est décidé (à écrire)"],
      rows.map { row in
        var name = Cell(Prose(row.name), isHeading: true)
        name.height = 34
        return [name, Cell(lines: row.proposed), .empty]
      }, style: "form")
  }

  private mutating func append(_ cell: Cell, width: Int?) {
    let name = cell.isHeading ? "th" : "td"
    markup("<\(name) valign=\"top\"")
    if let height = cell.height { markup(" height=\"\(height)\"") }
    if cell.rows > 1 { markup(" rowspan=\"\(cell.rows)\"") }
    if cell.isHeading { markup(" scope=\"row\"") }
    if cell.columns > 1 { markup(" colspan=\"\(cell.columns)\"") }
    if cell.isNumber { markup(" class=\"number\" align=\"right\"") }
    if let width, cell.columns == 1 { markup(" width=\"\(width)%\"") }
    markup(">")
    if let picture = cell.picture { append(picture) }
    for (number, line) in cell.lines.enumerated() {
      if number > 0 { markup("<br>") }
      if let link = cell.link { anchor(line.plain, link) } else { append(line) }
    }
    markup("</\(name)>")
  }

  private mutating func append(_ picture: Picture) {
    markup("<img width=\"\(picture.width)\" height=\"\(picture.height)\" alt=\"")
    text(picture.description)
    markup("\" src=\"data:image/svg+xml;base64,\(Data(picture.svg).base64EncodedString())\">")
  }

  // MARK: Text

  private mutating func element(_ name: String, _ prose: Prose, _ attributes: String = "") {
    markup("<\(name)\(attributes)>")
    append(prose)
    markup("</\(name)>\n")
  }

  private mutating func append(_ prose: Prose) {
    for run in prose.runs {
      switch run {
      case .text(let part), .reference(let part): text(part)
      case .strong(let part), .code(let part):
        markup("<strong>")
        text(part)
        markup("</strong>")
      case .lineBreak: markup("<br>")
      }
    }
  }

  private mutating func anchor(_ words: String, _ address: String) {
    markup("<a href=\"")
    bytes += PageTemplate.escaped(address)
    markup("\">")
    text(words)
    markup("</a>")
  }

  /// Markup of ours.
  private mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Text of anybody.
  private mutating func text(_ text: String) {
    bytes += PageTemplate.escaped(FrenchSpacing.text(TerminalText.cleaned(text)))
  }
}
