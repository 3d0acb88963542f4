/// How lists of communes say that one is in no CPTS: `Hors CPTS`, `Aucune`, `-`, `0`.
enum NoCPTS {
  private static let words: Set<String> = [
    "0", "0_0", "aucun", "aucune", "neant", "non", "sans", "pas", "hors", "null", "none", "nan",
    "nc",
    "nd", "nr", "na", "n_a", "so", "s_o", "vide", "sans_objet", "hors_cpts", "hors_territoire",
    "hors_territoire_cpts", "sans_cpts", "pas_de_cpts", "pas_cpts", "aucune_cpts", "non_cpts",
    "zone_blanche", "non_couvert", "non_couverte", "non_couverte_par_une_cpts", "non_affecte",
    "non_affectee", "non_rattache", "non_rattachee", "non_concerne", "non_concernee",
    "non_renseigne", "commune_hors_cpts", "commune_sans_cpts",
  ]

  /// Whether a text is a word for none, or a dash.
  static func isWord(_ text: String) -> Bool {
    let plain = folded(text)
    return plain.isEmpty
      ? !text.isEmpty && text.allSatisfy { "-–—_/.".contains($0) || $0.isWhitespace }
      : words.contains(plain)
  }

  /// Whether a row means that its commune is in no CPTS: a name or a stage says that there is one.
  static func isMeant(
    _ row: Int, of rows: some AttributeRows, _ id: String, _ columns: CPTSColumns
  ) -> Bool {
    guard isWord(id) else { return false }
    return CPTSColumns.attributes.allSatisfy { role in
      let text = columns.value(role, row: row, of: rows)
      return text.isEmpty || isWord(text)
        || (role == .stage && StatedStage(text)?.stage == Stage.none)
    }
  }
}

extension CPTSFiles {
  /// Settles the rows whose CPTS is a word for none, which may yet be the identifier of one that another
  /// row describes.
  ///
  /// - Returns: what is told of them, once a file.
  mutating func settleWithoutCPTS() -> [Anomaly] {
    let rows = withoutCPTS
    withoutCPTS = []
    memberships += rows.filter { cpts[$0.cpts] != nil }
    let none = rows.filter { cpts[$0.cpts] == nil }
    return Dictionary(grouping: none, by: \.file).sorted { $0.key < $1.key }.map { file, rows in
      let words = Set(rows.map { $0.cpts.text }).sorted().map { "« \($0) »" }
      let list = ShownName.list(words, most: 8)
      return Anomaly(
        .information, .communeWithoutCPTS, file: file, line: rows.first?.line, object: "",
        finding: Wording(
          fr: rows.count.inFrench("ligne donne", "lignes donnent")
            + " une commune sans CPTS : \(list)",
          en: rows.count.inEnglish("row gives", "rows give") + " a commune without CPTS: \(list)"),
        treatment: Wording(
          fr: "aucune CPTS n’en est faite", en: "no CPTS is made of them"))
    }
  }
}
