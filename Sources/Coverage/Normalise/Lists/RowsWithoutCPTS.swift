/// Rows that say that no CPTS covers their unit: `Hors CPTS`, `aucune`, `-`, `0`.
struct RowsWithoutCPTS {
  /// How many rows have each spelling, and where it first stands.
  private var rows: [String: (count: Int, first: Int)] = [:]

  private static let words: Set<String> = [
    "hors_cpts", "hors", "aucune", "aucun", "aucune_cpts", "pas_de_cpts", "pas", "sans",
    "sans_cpts",
    "neant", "zone_blanche", "nc", "na", "n_a", "nd", "nr", "non", "non_couvert", "non_couverte",
    "non_couverte_par_une_cpts", "non_rattache", "non_rattachee", "non_affecte", "non_affectee",
    "non_concerne", "non_concernee", "sans_objet", "non_renseigne", "null", "none", "nan", "vide",
  ]

  /// Whether a text is the name of no CPTS; nil where it may be the identifier of one.
  ///
  /// `0` may be an identifier: it is none where the row says nothing of a CPTS.
  static func saysNone(_ id: String, isDescribed: @autoclosure () -> Bool) -> Bool {
    guard !id.isEmpty else { return false }
    if id == "0" || id == "0.0" { return !isDescribed() }
    let text = folded(id)
    return text.isEmpty || words.contains(text)
  }

  /// Takes a row that names no CPTS.
  mutating func takes(
    _ row: Int, of text: DelimitedText, _ id: String, _ columns: CPTSColumns
  ) -> Bool {
    // Most names are longer, or begin with letters of their own.
    guard id.utf8.count <= 40 else { return false }
    let isNone = Self.saysNone(
      id,
      isDescribed: CPTSColumns.attributes.contains { role in
        let value = columns.value(role, row: row, of: text)
        return !value.isEmpty && StatedStage(value)?.stage != Stage.none
      })
    guard isNone else { return false }
    rows[id, default: (0, row)].count += 1
    return true
  }

  /// A line for each spelling, not for each row: a list of all communes has thousands.
  func anomalies(of text: DelimitedText) -> [Anomaly] {
    rows.sorted { $0.value.first < $1.value.first }.map { id, found in
      Anomaly(
        .information, .withoutCPTS, file: text.path, line: text.line(of: found.first), object: id,
        finding: Wording(
          fr: "\(found.count.inFrench("ligne", "lignes")) avec « \(id) » pour CPTS",
          en: "\(found.count.inEnglish("row", "rows")) with “\(id)” as CPTS"),
        treatment: Wording(
          fr: "aucune CPTS n’y couvre l’unité", en: "no CPTS covers the unit there"))
    }
  }
}
