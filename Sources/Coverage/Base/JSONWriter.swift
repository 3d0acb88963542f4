/// JSON that is written value by value: the only place that knows its commas and margins, but for
/// GeoJSON, a hot path of its own.
struct JSONWriter {
  /// How a file of ours is laid out.
  enum Style {
    /// The data of a page, inside of a `script` element: without spaces, texts as long as a page shows.
    case script
    /// Members in the order of the code, a colon after the name.
    case ordered
    /// Members by name, a colon between spaces, and an empty line in what is empty.
    case sorted
  }

  private(set) var text: ByteBuffer
  let style: Style
  private var depth = 0
  private var place = Place.first

  /// Where the next value goes.
  private enum Place { case first, next, afterKey }

  init(_ style: Style, capacity: Int = 0) {
    self.style = style
    text = ByteBuffer(capacity: capacity)
  }

  mutating func key(_ name: String) {
    begin()
    text.append(json: name, inScript: style == .script)
    text.append(style == .script ? ":" : style == .ordered ? ": " : " : ")
    place = .afterKey
  }

  mutating func string(_ text: String) {
    let inScript = style == .script
    value { $0.append(json: inScript ? ShownName.text(text) : text, inScript: inScript) }
  }

  mutating func whole(_ number: Int?) {
    value { text in
      if let number { text.append(number) } else { text.append("null") }
    }
  }

  mutating func flag(_ flag: Bool) { value { $0.append(flag ? "true" : "false") } }

  /// Any value, as `JSONText` spells it.
  mutating func value(_ body: (inout ByteBuffer) -> Void) {
    begin()
    body(&text)
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  private mutating func nested(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    begin()
    text.append(byte: opening)
    depth += 1
    place = .first
    body(&self)
    depth -= 1
    switch (place, style) {
    case (.first, .sorted):
      text.append("\n")
      line()
    case (.first, _): break
    default: line()
    }
    text.append(byte: closing)
    place = .next
  }

  /// What stands between a value and the one before it.
  private mutating func begin() {
    if place == .next { text.append(byte: UInt8(ascii: ",")) }
    if place != .afterKey && depth > 0 { line() }
    place = .next
  }

  private mutating func line() {
    guard style != .script else { return }
    text.append("\n")
    for _ in 0..<depth { text.append("  ") }
  }
}
