/// What one part of a package says another is to it (ECMA-376, part 2).
struct ExcelRelationship: Equatable {
  /// The last word of its type: `worksheet`, `styles`, `sharedStrings`. What stands before it differs
  /// between the two editions of the standard.
  let kind: String
  /// The other part, as a member of the archive.
  let part: String

  /// The relationships of a part, by their ids; of the whole package where the name is empty.
  static func read(
    of part: String, in archive: inout ZipArchive
  ) throws(InputFault) -> [String: ExcelRelationship] {
    let split = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<split])
    var scanner = try archive.scanner("\(folder)_rels/\(part[split...]).rels")
    var found: [String: ExcelRelationship] = [:]
    while true {
      let token = try scanner.next()
      if token == .end { return found }
      guard token == .open(.relationship), let id = try scanner.string(.identifier),
        let type = try scanner.string(.type), let target = try scanner.string(.target)
      else { continue }
      let kind = type.split(separator: "/").last.map { String($0) } ?? ""
      found[id] = ExcelRelationship(kind: kind, part: resolved(target, in: folder))
    }
  }

  /// A target as the name of a member: `/xl/styles.xml` from the root, `../x.xml` from the folder.
  static func resolved(_ target: String, in folder: String) -> String {
    var names: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for name in target.split(separator: "/") {
      switch name {
      case ".": continue
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}
