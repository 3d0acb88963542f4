/// A page of a white zone, read as a reader would: its tables, its lists, its numbers.
struct Dossier {
  let lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Rows of the table whose header begins so, without its header.
  func table(_ header: String) -> [[String]] {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("| " + header) }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { Self.cells($0) }
  }

  /// The line that begins so.
  func line(_ beginning: String) -> Substring { lines.first { $0.hasPrefix(beginning) } ?? "" }

  /// What the first table says under a name.
  func fact(_ name: String) -> String { table(" | ").first { $0[0] == name }?[1] ?? "" }

  /// Cells between bars that no backslash escapes.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in line.dropFirst(2).dropLast(2) {
      if character == "|" && !isEscaped {
        if cells[cells.count - 1].last == " " { cells[cells.count - 1].removeLast() }
        cells.append("")
      } else if !(cells[cells.count - 1].isEmpty && character == " " && cells.count > 1) {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  /// `1 234,5` as `1234.5`.
  static func number(_ text: some StringProtocol) -> String {
    String(text.filter { $0 != "\u{202F}" && $0 != "+" }.map { $0 == "," ? "." : $0 })
  }

  /// People as a file has them: empty where unknown, the least of what is known in part.
  static func least(_ text: some StringProtocol) -> String {
    text == "inconnu" ? "" : number(String(text).replacing("au moins ", with: ""))
  }

  /// Whether a size is that of a file with the digits that a reader can use: whole from a hundred on,
  /// three digits below, three decimals at most.
  static func isReadable(_ shown: some StringProtocol, _ file: String) -> Bool {
    guard let size = Double(shown), let exact = Double(file) else { return false }
    let decimals = shown.firstIndex(of: ".").map { shown[$0...].count - 1 } ?? 0
    let unit = (0..<decimals).reduce(1.0) { value, _ in value / 10 }
    let expected = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
    // Files round before the page does.
    return decimals == expected && abs(size - exact) <= 0.5 * unit + 0.000_501
  }

  /// The id in the last brackets of the name of a CPTS, or the sign for a new one.
  static func cpts(_ name: some StringProtocol) -> String {
    if name == "CPTS nouvelle" { return "(nouvelle)" }
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return String(name) }
    return String(name[name.index(after: open)...].dropLast())
  }
}
