/// A text for people, before a renderer gives its signs what they need: text of anybody stays text.
///
/// `"\(strong: "Avis indicatif.") La zone \(zone.id) est dans \(reference: "options.csv")."`
struct Prose: Equatable, Sendable, ExpressibleByStringInterpolation {
  enum Run: Equatable, Sendable {
    case text(String)
    case strong(String)
    /// A word as a file or a command has it.
    case code(String)
    /// Where more is: a file of the run, or a member of its JSON.
    case reference(String)
    case lineBreak
  }

  private(set) var runs: [Run]

  init(_ text: String) { runs = [.text(text)] }
  init(stringLiteral text: String) { self.init(text) }
  init(stringInterpolation interpolation: StringInterpolation) { runs = interpolation.runs }

  /// One text a line.
  init(lines: [String]) {
    runs = Array(lines.map { [.text($0)] }.joined(separator: [.lineBreak]))
  }

  /// What it says without any emphasis, on one line.
  var plain: String {
    runs.reduce(into: "") { text, run in
      switch run {
      case .text(let part), .strong(let part), .code(let part), .reference(let part): text += part
      case .lineBreak: text += ", "
      }
    }
  }

  struct StringInterpolation: StringInterpolationProtocol {
    private var closed: [Run] = []
    /// The text after them: pieces that follow each other are one run.
    private var open = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      open.reserveCapacity(2 * literalCapacity)
    }

    fileprivate var runs: [Run] { open.isEmpty ? closed : closed + [.text(open)] }

    mutating func appendLiteral(_ text: String) { open += text }
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      open += value.description
    }
    mutating func appendInterpolation(_ prose: Prose) { for run in prose.runs { append(run) } }
    mutating func appendInterpolation(strong text: String) { append(.strong(text)) }
    mutating func appendInterpolation(code text: String) { append(.code(text)) }
    mutating func appendInterpolation(reference text: String) { append(.reference(text)) }

    private mutating func append(_ run: Run) {
      if case .text(let text) = run {
        open += text
      } else {
        closed = runs + [run]
        open = ""
      }
    }
  }
}
