/// Names of files after identifiers, which may hold any sign: no path may come of one.
enum FileNames {
  private static let longest = 100

  /// A distinct name for each identifier, whatever the case that a disk tells apart.
  ///
  /// - Complexity: O(identifiers), more where many look alike.
  static func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.map { id in
      let plain = String(
        String.UnicodeScalarView(
          id.unicodeScalars.prefix(longest).map { isPlain($0) ? $0 : "_" }))
      var name = plain
      var number = 2
      while !seen.insert(name.lowercased()).inserted {
        name = "\(plain)~\(number)"
        number += 1
      }
      return name
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
