/// Columns whose names nobody recognises, and whose values tell what they are: what `--map-column` is for.
enum TellingColumns {
  /// Rows and columns looked at: what holds for so many holds for all.
  private static let mostRows = 10_000
  private static let mostColumns = 200
  /// No call has a name that is longer.
  private static let mostLetters = 120

  /// The columns of a list that a study would have to be told of.
  ///
  /// - Complexity: O(fields of the first rows).
  static func ofList(_ rows: some AttributeRows) -> [FieldRole: String] {
    guard let columns = try? CPTSColumns(of: rows, [:]) else { return [:] }
    var named: [FieldRole: String] = [:]
    if columns.id == nil {
      named[.cptsID] = only(rows, for: .cptsID) {
        $0.contains("cpts")
      } holding: { values in
        values.contains { $0.contains(where: \.isLetter) }
      }
    }
    guard columns.id != nil || named[.cptsID] != nil else { return [:] }
    if !columns.codes.haveCodes {
      named[.unitCode] = only(rows, for: .unitCode, isNameOfCodes, holding: areCodes)
    }
    named[.stage] = stage(columns, rows)
    return named
  }

  /// The column of stages of a map.
  static func ofMap(_ rows: some AttributeRows) -> [FieldRole: String] {
    guard let columns = try? CPTSColumns(of: rows, [:]), columns.id != nil,
      let stage = stage(columns, rows)
    else { return [:] }
    return [.stage: stage]
  }

  /// What a reader is told of them.
  static func words(_ named: [FieldRole: String]) -> [Wording] {
    named.sorted { $0.key.rawValue < $1.key.rawValue }.map { role, column in
      let shown = ShownName.shortened(column)
      return Wording(
        fr:
          "la colonne « \(shown) » tient sans doute \(words(of: role).french) : son nom n’est pas "
          + "reconnu, une étude la prend avec --map-column",
        en: "the column “\(shown)” probably holds \(words(of: role).english): its name is not "
          + "recognised, a study takes it with --map-column")
    }
  }

  private static func words(of role: FieldRole) -> Wording {
    switch role {
    case .cptsID: Wording(fr: "les CPTS", en: "the CPTS")
    case .unitCode: Wording(fr: "les codes des communes", en: "the codes of the communes")
    default: Wording(fr: "les stades", en: "the stages")
    }
  }

  private static func stage(_ columns: CPTSColumns, _ rows: some AttributeRows) -> String? {
    let hasStage =
      columns[.stage] != nil || FieldRole.stageDates.contains { columns[$0.role] != nil }
    guard !hasStage else { return nil }
    return only(rows, for: .stage) { _ in
      true
    } holding: { values in
      // Yes, no and nothing are said of many things.
      values.allSatisfy {
        $0.contains(where: \.isLetter) && yesOrNo($0) == nil && Stage(spelling: $0) != nil
      } && values.contains { Stage(spelling: $0) != Stage.none }
    }
  }

  private static func isNameOfCodes(_ name: String) -> Bool {
    guard let level = LevelName.level(of: name), LevelName.usual.contains(level) else {
      return ["insee", "commune", "geo", "depcom", "cog", "code"].contains { name.contains($0) }
    }
    // `code_canton` is of no commune.
    return false
  }

  private static func areCodes(_ values: Set<String>) -> Bool {
    values.allSatisfy { CodeSpelling($0, isKnown: { $0.isOfCommune }) != nil }
      && PostalCodes.endingInZero(values) == nil
  }

  /// The one column that is what is looked for; nil where there are several.
  private static func only(
    _ rows: some AttributeRows, for role: FieldRole, _ isNamed: (String) -> Bool,
    holding: (Set<String>) -> Bool
  ) -> String? {
    let names = rows.header.map { folded($0) }
    let found = names.indices.prefix(mostColumns).filter { column in
      guard !names[column].isEmpty, names[column].utf8.count <= mostLetters, isNamed(names[column]),
        OtherSense(names[column], as: role) == nil, !ExclusionName.isSaid(by: names[column])
      else { return false }
      let values = values(of: column, rows)
      return !values.isEmpty && holding(values)
    }
    guard found.count == 1, let column = found.first else { return nil }
    return names.count { $0 == names[column] } == 1 ? rows.header[column] : nil
  }

  private static func values(of column: Int, _ rows: some AttributeRows) -> Set<String> {
    var values: Set<String> = []
    for row in 0..<min(rows.rowCount, mostRows) where column < rows.fieldCount(row: row) {
      let value = rows.value(row: row, column: column)
      if !value.isEmpty { values.insert(value) }
    }
    return values
  }
}
