/// What is neither a tag nor plain text.
extension XMLScanner {
  /// `<?…?>`; the first one may name an encoding.
  mutating func instruction() throws(InputFault) {
    let start = position
    try pass("?>", from: position + 2)
    let declaration = String(decoding: document[start..<position].prefix(200), as: UTF8.self)
    guard declaration.hasPrefix("<?xml "), let mark = declaration.firstRange(of: "encoding")
    else { return }
    let rest = declaration[mark.upperBound...].drop { " =\"'\t\r\n".contains($0) }
    let encoding = rest.prefix { !"\"' ?".contains($0) }.lowercased()
    guard ["utf-8", "utf8", "us-ascii"].contains(encoding) else { throw fault(.notUTF8) }
  }

  /// `<!--…-->`, or `<![CDATA[…]]>`, which is text.
  mutating func markup() throws(InputFault) -> Bool {
    let rest = document[position...]
    if rest.starts(with: "<!--".utf8) {
      try pass("-->", from: position + 4)
      return false
    }
    guard rest.starts(with: "<![CDATA[".utf8), !open.isEmpty else {
      if rest.starts(with: "<!DOCTYPE".utf8) { throw fault(.documentType) }
      throw fault(.malformed(at: position))
    }
    let start = position + 9
    try pass("]]>", from: start)
    text = (start..<position - 3, false)
    return true
  }

  private mutating func pass(_ mark: String, from start: Int) throws(InputFault) {
    let mark = Array(mark.utf8)
    var end = start
    while end + mark.count <= document.count {
      if document[end] == mark[0], document[end..<end + mark.count] == mark[...] {
        position = end + mark.count
        return
      }
      end += 1
    }
    throw fault(.malformed(at: position))
  }
}
