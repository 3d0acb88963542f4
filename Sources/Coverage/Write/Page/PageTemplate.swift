import GeoKernel

/// A template with what goes in the place of each `{{name}}`. What is put in is never searched again:
/// data that look like a placeholder stay data.
struct PageTemplate {
  private let pieces: [Piece]

  private enum Piece {
    case text(ArraySlice<UInt8>)
    case slot(String)
  }

  /// - Complexity: O(characters).
  init(_ template: [UInt8]) {
    var pieces: [Piece] = []
    var start = 0
    var position = 0
    while position + 1 < template.count {
      guard template[position] == UInt8(ascii: "{"), template[position + 1] == UInt8(ascii: "{"),
        let end = template[position...].firstIndex(of: UInt8(ascii: "}"))
      else {
        position += 1
        continue
      }
      pieces.append(.text(template[start..<position]))
      pieces.append(.slot(String(decoding: template[position + 2..<end], as: UTF8.self)))
      position = end + 2
      start = position
    }
    pieces.append(.text(template[start...]))
    self.pieces = pieces
  }

  /// - Parameters:
  ///   - contents: by name of placeholder.
  ///   - body: the pieces that go in the place of `{{body}}`.
  /// - Returns: the page, piece by piece.
  func filled(_ contents: [String: [UInt8]], body: [[UInt8]] = []) -> [[UInt8]] {
    pieces.flatMap { piece in
      switch piece {
      case .text(let text): [Array(text)]
      case .slot("body"): body
      case .slot(let name): [contents[name] ?? []]
      }
    }
  }

  /// Text of a user inside of an element or of an attribute in double quotes. What XML 1.0 (section
  /// 2.2) has no place for becomes U+FFFD.
  static func escaped(_ text: String) -> [UInt8] {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }
}
