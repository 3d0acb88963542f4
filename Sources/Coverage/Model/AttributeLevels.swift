/// Levels that columns of attributes make, and what their areas are called.
extension StudyUnits {
  /// Columns that hold the bassin de vie, the most telling first.
  static let livingAreaColumns = [
    "bassin_de_vie", "bassins_de_vie", "code_bassin_de_vie", "bassin", "bv2022", "bv2012", "bv",
  ]

  /// What INSEE writes where a commune is in no such area.
  static let noArea: Set = ["", "ZZZZZZZZZ", "ZZZZZ"]

  var livingAreaColumn: String? { Self.livingAreaColumns.first { attributes[$0] != nil } }

  /// Names of the areas of a column by code, where a column named after it (`COLUMN_nom`,
  /// `libelle_COLUMN`…) gives each code one name; empty else.
  ///
  /// - Complexity: O(units).
  func names(ofLevel level: String) -> [String: String] {
    let column = folded(level)
    let stems =
      Self.livingAreaColumns.contains(column) ? [column] + Self.livingAreaColumns : [column]
    let candidates = stems.flatMap { stem in
      ["nom", "libelle", "lib", "name"].flatMap { ["\(stem)_\($0)", "\($0)_\(stem)"] }
    }
    guard let codes = attributes[column],
      let texts = candidates.lazy.compactMap({ attributes[$0] }).first
    else { return [:] }
    var names: [String: String] = [:]
    for (code, text) in zip(codes, texts) where !code.isEmpty && !text.isEmpty {
      guard names.updateValue(text, forKey: code) ?? text == text else { return [:] }
    }
    return names
  }
}
