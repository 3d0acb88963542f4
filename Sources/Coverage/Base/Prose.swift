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
    fileprivate var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      runs.reserveCapacity(2 * interpolationCount + 1)
    }

    mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { runs.append(.text(text)) }
    }
    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      runs.append(.text(value.description))
    }
    mutating func appendInterpolation(_ prose: Prose) { runs += prose.runs }
    mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }
    mutating func appendInterpolation(code text: String) { runs.append(.code(text)) }
    mutating func appendInterpolation(reference text: String) { runs.append(.reference(text)) }
  }
}
