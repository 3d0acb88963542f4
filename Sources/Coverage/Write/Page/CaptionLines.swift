/// Lines of text in a column of a picture. SVG does not break lines: they are broken here, by an
/// estimate of their width.
struct CaptionLines {
  private(set) var svg = ""
  private let x: Int
  private var y = 40

  init(x: Int) { self.x = x }

  mutating func skip(_ pixels: Int) { y += pixels }

  /// Goes down to a height, never up.
  mutating func moveTo(_ height: Int) { y = max(y, height) }

  /// - Parameter most: lines beyond are cut, and an ellipsis says so.
  mutating func paragraph(
    _ text: String, size: Int, isBold: Bool = false, colour: String? = nil, width: Int,
    most: Int = 3
  ) {
    // A letter of these fonts is about half as wide as high.
    let letters = max(8, width * 100 / (size * (isBold ? 56 : 51)))
    var lines = Self.broken(ShownName.text(text), letters: letters)
    if lines.count > most {
      lines.removeLast(lines.count - most)
      lines[most - 1] = String(lines[most - 1].prefix(letters - 1)) + "…"
    }
    for line in lines {
      y += size * 5 / 4
      write(line, x: x, size: size, isBold: isBold, colour: colour)
    }
  }

  /// A line of the legend: a box, its meaning, and a figure on the right.
  mutating func key(fill: String, stroke: String, _ label: String, value: String, width: Int) {
    y += 30
    svg += "<rect x=\"\(x)\" y=\"\(y - 16)\" width=\"30\" height=\"20\" fill=\"\(fill)\""
    svg += " stroke=\"\(stroke)\" stroke-width=\"\(fill == "none" ? 2 : 1)\"/>\n"
    write(label, x: x + 42, size: 18, isBold: false, colour: nil)
    write(value, x: x + width, size: 18, isBold: false, colour: nil, isAtEnd: true)
  }

  private mutating func write(
    _ text: String, x: Int, size: Int, isBold: Bool, colour: String?, isAtEnd: Bool = false
  ) {
    svg += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\""
    if isBold { svg += " font-weight=\"bold\"" }
    if let colour { svg += " fill=\"\(colour)\"" }
    if isAtEnd { svg += " text-anchor=\"end\"" }
    svg += ">" + String(decoding: PageTemplate.escaped(text), as: UTF8.self) + "</text>\n"
  }

  /// Lines of at most so many letters, broken between words where there are any.
  static func broken(_ text: String, letters: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      var rest = word
      while line.count + rest.count + (line.isEmpty ? 0 : 1) > letters {
        if line.isEmpty {
          lines.append(String(rest.prefix(letters)))
          rest = rest.dropFirst(letters)
        } else {
          lines.append(line)
          line = ""
        }
      }
      if !rest.isEmpty { line += (line.isEmpty ? "" : " ") + rest }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
