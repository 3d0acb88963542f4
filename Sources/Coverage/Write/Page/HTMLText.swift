/// HTML that says what a text says, whatever signs are in it.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  /// Markup of ours.
  mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Text of anybody.
  mutating func text(_ text: String) { bytes += PageTemplate.escaped(ScriptJSON.shortened(text)) }

  /// An element that holds a text.
  mutating func element(_ name: String, _ text: String) {
    markup("<\(name)>")
    self.text(text)
    markup("</\(name)>\n")
  }

  /// A table whose first column names its rows.
  ///
  /// - Parameter numbers: columns that are numbers.
  mutating func table(
    _ caption: String, _ header: [String], _ rows: [[String]], numbers: Range<Int>
  ) {
    markup("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
    text(caption)
    markup("\">\n<table>\n")
    element("caption", caption)
    markup("<thead><tr>")
    for (column, name) in header.enumerated() {
      markup("<th scope=\"col\"\(numbers.contains(column) ? " class=\"number\"" : "")>")
      text(name)
      markup("</th>")
    }
    markup("</tr></thead>\n<tbody>\n")
    for row in rows {
      markup("<tr>")
      for (column, cell) in row.enumerated() {
        let name = column == 0 ? "th" : "td"
        markup(
          "<\(name)\(column == 0 ? " scope=\"row\"" : "")"
            + "\(numbers.contains(column) ? " class=\"number\"" : "")>")
        text(cell)
        markup("</\(name)>")
      }
      markup("</tr>\n")
    }
    markup("</tbody>\n</table>\n</div>\n")
  }
}
