/// Rows of lists and maps of CPTS that say too little.
extension Anomaly {
  static func namedAfterFile(_ id: CPTSID, _ table: FeatureTable) -> Anomaly {
    Anomaly(
      .information, .incompleteRow, file: table.path, line: table.lines.first, object: id.text,
      finding: Wording(
        fr: "un dessin seul, sans colonne qui dise sa CPTS",
        en: "a drawing alone, without a column that tells its CPTS"),
      treatment: Wording(
        fr: "c’est celui d’une CPTS, qui porte le nom du fichier",
        en: "it is that of one CPTS, which has the name of the file"))
  }

  /// A row whose CPTS is the error of a formula.
  static func spoiledIdentifier(
    _ id: String, _ spoiled: SpoiledText, row: Int, of rows: some AttributeRows
  ) -> Anomaly {
    Anomaly(
      .error, .incompleteRow, file: rows.path, line: rows.line(of: row), object: id,
      finding: SpoiledText.finding(ShownName.shortened(id), spoiled),
      treatment: Wording(
        fr: "ligne écartée : \(spoiled.cure.french)", en: "row set aside: \(spoiled.cure.english)"))
  }

  static func incomplete(row: Int, of rows: some AttributeRows, id: String) -> Anomaly {
    let isOfList = rows is DelimitedText
    return Anomaly(
      .error, .incompleteRow, file: rows.path, line: rows.line(of: row), object: id,
      finding: id.isEmpty
        ? Wording(
          fr: "pas d’identifiant de CPTS"
            + (isOfList
              ? " : aucune, ou celle du dessus, comme en cellules fusionnées ? (écrivez « aucune », ou "
                + "répétez son nom)" : ""),
          en: "no CPTS identifier"
            + (isOfList
              ? ": none, or the one above, as in merged cells? (write “aucune”, or repeat its name)"
              : ""))
        : Wording(fr: "ni code d’unité, ni stade, ni date", en: "no unit code, stage or date"),
      treatment: .rowSetAside)
  }
}
