/// Columns whose name, or all of whose values, speak against what they are taken for: the user decides, and is
/// told.
struct DoubtfulColumns {
  let columns: CPTSColumns
  let named: [FieldRole: String]

  /// - Complexity: O(rows).
  func anomalies(of rows: some AttributeRows) -> [Anomaly] {
    named.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { role, name in
      guard let column = columns.given(role), folded(rows.header[column]) == folded(name) else {
        return nil
      }
      return OtherSense(name, as: role).map { anomaly($0, role, name, of: rows) }
    } + [withoutStage(rows)].compactMap { $0 }
  }

  private func anomaly(
    _ sense: OtherSense, _ role: FieldRole, _ name: String, of rows: some AttributeRows
  ) -> Anomaly {
    let shown = ShownName.shortened(name)
    let what = sense.words(against: role)
    return Anomaly(
      .warning, .doubtfulColumn, file: rows.path, line: 1, object: name,
      finding: Wording(
        fr: "« \(shown) », nommée pour « \(role.rawValue) », dit par son nom \(what.french)",
        en: "“\(shown)”, named for “\(role.rawValue)”, says by its name \(what.english)"),
      treatment: Wording(
        fr: "elle sert, puisque vous la nommez ; si son nom dit vrai, ôtez cette option",
        en: "it is used, as you name it; if its name is right, leave that option out"))
  }

  /// A column of stages that says none of any CPTS: it may be of something else.
  private func withoutStage(_ rows: some AttributeRows) -> Anomaly? {
    guard let column = columns.given(.stage), let id = columns.id,
      !FieldRole.stageDates.contains(where: { columns.given($0.role) != nil })
    else { return nil }
    var first: String?
    for row in 0..<rows.rowCount {
      let text = rows.value(row: row, column: column)
      let owner = rows.value(row: row, column: id)
      if text.isEmpty || owner.isEmpty || RowsWithoutCPTS.isNone(owner) { continue }
      guard StatedStage(text)?.stage == Stage.none else { return nil }
      first = first ?? text
    }
    guard let first else { return nil }
    let (name, shown) = (ShownName.shortened(rows.header[column]), ShownName.shortened(first))
    return Anomaly(
      .warning, .doubtfulColumn, file: rows.path, line: 1, object: rows.header[column],
      finding: Wording(
        fr:
          "« \(name) », prise pour celle des stades, dit de chaque CPTS qu’elle n’en a pas (« \(shown) »)",
        en: "“\(name)”, taken for that of stages, says of each CPTS that it has none (“\(shown)”)"),
      treatment: Wording(
        fr:
          "toutes comptent au stade aucun ; si une autre colonne dit les stades : --map-column stade=NOM",
        en:
          "all count at the stage aucun; if another column says the stages: --map-column stade=NAME"
      ))
  }
}

extension DoubtfulColumns {
  /// Of a map, whose drawings say the territories, a column of communes that the user names.
  func ofMap(_ table: FeatureTable) -> [Anomaly] {
    [FieldRole.unitCode, .unitName, .territory].compactMap { role in
      guard let name = named[role], let column = columns.given(role),
        folded(table.header[column]) == folded(name)
      else { return nil }
      let shown = ShownName.shortened(name)
      return Anomaly(
        .warning, .doubtfulColumn, file: table.path, line: 1, object: name,
        finding: Wording(
          fr:
            "« \(shown) », nommée pour « \(role.rawValue) » : la carte a des dessins, qui font seuls les "
            + "territoires",
          en:
            "“\(shown)”, named for “\(role.rawValue)”: the map has drawings, which alone make the "
            + "territories"),
        treatment: Wording(
          fr:
            "cette colonne ne sert pas ; pour qu’elle serve à leur place, exportez la table en CSV, sans les "
            + "dessins, et donnez-la à --cpts",
          en:
            "this column is not used; for it to be used in their place, export the table as CSV, without "
            + "the drawings, and give it to --cpts"))
    }
  }
}

extension OtherSense {
  /// What a column says in the place of what a role asks for.
  func words(against role: FieldRole) -> Wording {
    let asked =
      switch role {
      case .stage: Wording(fr: "le stade atteint", en: "the stage reached")
      case .projectDate, .letterDate, .healthProjectDate, .contractDate:
        Wording(fr: "le jour où un stade est atteint", en: "the day when a stage is reached")
      case .unitCode, .unitName, .territory: Wording(fr: "le territoire", en: "the territory")
      default: Wording(fr: "la CPTS", en: "the CPTS")
      }
    return Wording(
      fr: "\(words.french), et non \(asked.french)",
      en: "\(words.english), and not \(asked.english)")
  }
}
