/// A call of the command that files make together, tried before it is told.
public struct StudyCall: Sendable {
  /// A word of a call, or an option with its value, which stay on one line.
  struct Part: Sendable {
    let words: [String]

    init(_ word: String) { words = [word] }

    /// An option and its value; a value that begins with a dash is tied to it.
    init(_ flag: String, _ value: String) {
      words = value.hasPrefix("-") ? ["\(flag)=\(value)"] : [flag, value]
    }

    var text: String { words.map { ShellWord.quoted($0) }.joined(separator: " ") }
  }

  let parts: [Part]
  /// Places of the files inspected that it uses.
  let files: Set<Int>

  /// A line is broken before an option that would make it longer.
  private static let width = 100

  /// The call as one types it, on one line.
  public var command: String {
    (["coverage-report"] + parts.map(\.text)).joined(separator: " ")
  }

  /// The same on lines that a shell reads as one.
  var lines: [String] {
    var lines = ["coverage-report"]
    for part in parts {
      if lines[lines.count - 1].count + 1 + part.text.count > Self.width, part.words.count > 1 {
        lines[lines.count - 1] += " \\"
        lines.append("  " + part.text)
      } else {
        lines[lines.count - 1] += " " + part.text
      }
    }
    return lines
  }
}
