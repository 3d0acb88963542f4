#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A document as HTML that says what a text says, whatever signs are in it: what goes into the body of a
/// page, whose template has the title.
struct HTMLText {
  private var bytes: [UInt8] = []

  /// - Complexity: O(characters).
  static func body(of document: Document) -> [UInt8] {
    var html = HTMLText()
    for section in document.sections {
      if !section.heading.isEmpty { html.element("h\(section.level)", Prose(section.heading)) }
      for block in section.blocks { html.append(block, under: section.heading) }
    }
    return html.bytes
  }

  private mutating func append(_ block: Document.Block, under heading: String) {
    switch block {
    case .paragraph(let prose): element("p", prose)
    case .note(let prose): element("p", prose, attributes: " class=\"banner\" role=\"note\"")
    case .headline(let figure, let prose):
      element(
        "p", "\(strong: figure) \(prose)", attributes: " class=\"gain\" id=\"indicator\"")
    case .list(let items):
      markup("<ul>\n")
      for item in items { element("li", item) }
      markup("</ul>\n")
    case .facts(let facts):
      markup("<dl>\n")
      for (name, value) in facts {
        element("dt", Prose(name))
        element("dd", value)
      }
      markup("</dl>\n")
    case .table(let table): append(table, caption: table.title.isEmpty ? heading : table.title)
    case .pictures(let pictures):
      markup("<div class=\"maps\">\n")
      for picture in pictures { append(picture) }
      markup("</div>\n")
    }
  }

  /// A table whose first column names its rows.
  private mutating func append(_ table: DocumentTable, caption: String) {
    markup("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
    text(caption)
    markup("\">\n<table>\n")
    element("caption", Prose(caption))
    markup("<thead><tr>")
    let columns = table.shownColumns
    let classes = table.columns.indices.map { table.isNumber($0) ? " class=\"number\"" : "" }
    for column in columns {
      markup("<th scope=\"col\"\(classes[column])>")
      text(table.columns[column].heading)
      markup("</th>")
    }
    markup("</tr></thead>\n<tbody>\n")
    for row in table.shownRows {
      markup("<tr>")
      for column in columns {
        let name = column == columns[0] ? "th" : "td"
        markup("<\(name)\(column == columns[0] ? " scope=\"row\"" : "")\(classes[column])>")
        append(row[column].prose)
        markup("</\(name)>")
      }
      markup("</tr>\n")
    }
    markup("</tbody>\n</table>\n</div>\n")
    if let rest = table.rest { element("p", rest) }
  }

  private mutating func append(_ picture: Document.Picture) {
    markup("<figure><img width=\"1600\" height=\"900\" alt=\"")
    text(picture.description)
    markup(
      "\" src=\"data:image/svg+xml;base64,\(Data(picture.svg).base64EncodedString())\">")
    element("figcaption", Prose(picture.caption))
    markup("</figure>\n")
  }

  private mutating func element(_ name: String, _ prose: Prose, attributes: String = "") {
    markup("<\(name)\(attributes)>")
    append(prose)
    markup("</\(name)>\n")
  }

  private mutating func append(_ prose: Prose) {
    for run in prose.runs {
      switch run {
      case .text(let part), .reference(let part): text(part)
      case .strong(let part): inline("strong", part)
      case .code(let part): inline("code", part)
      case .lineBreak: markup("<br>")
      }
    }
  }

  private mutating func inline(_ name: String, _ part: String) {
    markup("<\(name)>")
    text(part)
    markup("</\(name)>")
  }

  /// Markup of ours.
  private mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Text of anybody. A mark of direction would turn what comes after it; line ends are spaces in HTML.
  private mutating func text(_ text: String) {
    bytes += PageTemplate.escaped(TerminalText.cleaned(text))
  }
}
