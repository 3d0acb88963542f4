/// Rows of lists and maps of CPTS that say too little.
extension Anomaly {
  /// A row among parts of communes says none.
  static func noShare(
    _ text: String, row: Int, of rows: some AttributeRows, code: UnitCode
  ) -> Anomaly {
    let shown = ShownName.shortened(text, to: 40)
    return Anomaly(
      .error, .communeShare, file: rows.path, line: rows.line(of: row), object: code.text,
      finding: Wording(
        fr: "« \(shown) » n’est pas une part de commune, de plus de 0 à 1, ou en %",
        en: "“\(shown)” is no part of a commune, above 0 and up to 1, or in %"),
      treatment: .rowSetAside)
  }

  static func namedAfterFile(_ id: CPTSID, _ table: FeatureTable) -> Anomaly {
    let count = table.rowCount
    return Anomaly(
      count == 1 ? .information : .warning, .incompleteRow, file: table.path,
      line: table.lines.first, object: id.text,
      finding: count == 1
        ? Wording(
          fr: "un dessin seul, sans colonne qui dise sa CPTS",
          en: "a drawing alone, without a column that tells its CPTS")
        : Wording(
          fr: "\(count) dessins, sans colonne qui dise leur CPTS",
          en: "\(count) drawings, without a column that tells their CPTS"),
      treatment: count == 1
        ? Wording(
          fr: "c’est celui d’une CPTS, qui porte le nom du fichier",
          en: "it is that of one CPTS, which has the name of the file")
        : Wording(
          fr:
            "une CPTS par dessin, de « \(id) 1 » à « \(id) \(count) » ; si c’en est une seule, ou pour "
            + "leurs noms, donnez à chaque dessin une propriété cpts",
          en:
            "a CPTS for each drawing, from “\(id) 1” to “\(id) \(count)”; if they are one, or for "
            + "their names, give each drawing a property cpts"))
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
