/// The files of a study in one text: each begins with a line `=== name`. The first may be the settings, a
/// letter each.
struct StudyParts {
  /// What a part is for.
  enum Name: String, CaseIterable {
    /// Letters of `StudyCase`.
    case settings
    case units, population, attributes
    /// CSV of CPTS, of pairs, or maps.
    case list, pairs, drawn
    case grid
    /// Of `simulate`, and of `check`.
    case plan, territory
  }

  private static let mark = Array("=== ".utf8)

  private(set) var parts: [(name: Name, bytes: [UInt8])] = []

  init() {}

  /// Text before the first mark, and under names that are none, is passed over.
  init(_ bytes: [UInt8]) {
    var current: (name: Name, start: Int)?
    var lineStart = 0
    func close(at end: Int) -> (name: Name, bytes: [UInt8])? {
      current.map { ($0.name, Array(bytes[min($0.start, end)..<end])) }
    }
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
      if bytes[lineStart..<lineEnd].starts(with: Self.mark) {
        if let part = close(at: lineStart) { parts.append(part) }
        let word = String(decoding: bytes[lineStart + Self.mark.count..<lineEnd], as: UTF8.self)
        current = Name(rawValue: word).map { ($0, lineEnd + 1) }
      }
      lineStart = lineEnd + 1
    }
    if let part = close(at: bytes.count) { parts.append(part) }
  }

  var bytes: [UInt8] {
    parts.flatMap { part in
      let isWhole = part.bytes.isEmpty || part.bytes.last == 10
      return Self.mark + Array(part.name.rawValue.utf8) + [10] + part.bytes + (isWhole ? [] : [10])
    }
  }

  /// The last part of a name, so that a part added counts.
  subscript(name: Name) -> [UInt8]? {
    get { parts.last { $0.name == name }?.bytes }
    set {
      parts.removeAll { $0.name == name }
      if let newValue { parts.append((name, newValue)) }
    }
  }

  /// Changes the bytes of one part.
  mutating func change(at place: Int, _ change: (inout [UInt8]) -> Void) {
    change(&parts[place].bytes)
  }
}
