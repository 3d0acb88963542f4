/// Columns in which `consolidate` says where each of its rows comes from: a study has no use for them, and
/// whoever reads its lists again need not be told.
enum SourceColumns {
  static let file = "source_fichier"
  static let line = "source_ligne"
  static let sender = "expediteur"

  /// - Returns: none where a header has not all of them, as that of another tool.
  static func columns(of header: [String]) -> [Int] {
    let found = [file, line, sender].compactMap { header.firstIndex(of: $0) }
    return found.count == 3 ? found : []
  }
}
