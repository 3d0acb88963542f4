// What the columns that no role uses stand beside.

extension CPTSColumns {
  /// Columns that no role uses, in their order; those of groups of communes may yet be used.
  func unused(in rows: some AttributeRows, _ named: [FieldRole: String]) -> [UnusedColumn] {
    let rivals = RivalColumns(of: rows, Self.roles, named: named, codes: codes) { self.given($0) }
      .all(in: rows)
    let postal = codes.haveCodes ? given(.postalCode) : nil
    let areOfCommunes = areOfCommunes(rows)
    let sources = SourceColumns.columns(of: rows.header)
    return UnusedColumn.all(
      in: rows, isUsed: { uses($0) && $0 != postal || sources.contains($0) },
      isRival: rivals.contains
    ).map { column in
      var column = column
      column.isOfMap = rows is FeatureTable
      column.isBesideCodes = codes.haveCodes
      column.isBesideStages = self[.stage] != nil
      column.isOfCommunes = areOfCommunes
      if areOfCommunes {
        column.intercommunalityOfCode = intercommunalities(column, rows)
        column.isWholeOfCommunes = isWhole(column, rows)
      }
      column.isPostal = postal.map { rows.header[$0] == column.name } ?? false
      return column
    }
  }

  /// Whether each row with a CPTS has the code of one commune, and some CPTS has several rows: what the row
  /// says besides is of the commune, or of the CPTS.
  ///
  /// - Complexity: O(rows).
  private func areOfCommunes(_ rows: some AttributeRows) -> Bool {
    guard let id, codes.haveCodes, continued.isEmpty else { return false }
    var owners: Set<String> = []
    var count = 0
    for row in 0..<rows.rowCount {
      let owner = rows.value(row: row, column: id)
      if owner.isEmpty { continue }
      guard CodeSpelling(codes.text(row: row, of: rows), isKnown: { $0.isOfCommune }) != nil else {
        return false
      }
      owners.insert(owner)
      count += 1
    }
    return owners.count < count
  }

  /// Whether a column says 100 of each row with a CPTS.
  private func isWhole(_ column: UnusedColumn, _ rows: some AttributeRows) -> Bool {
    guard let id, column.values.contains(where: ShareColumn.isWhole),
      let place = rows.header.firstIndex(of: column.name)
    else { return false }
    return (0..<rows.rowCount).allSatisfy { row in
      rows.value(row: row, column: id).isEmpty
        || ShareColumn.isWhole(rows.value(row: row, column: place))
    }
  }

  /// The SIREN that a column gives to each code; nil where a value is none, or a code has two.
  private func intercommunalities(
    _ column: UnusedColumn, _ rows: some AttributeRows
  ) -> [String: String]? {
    guard column.values.allSatisfy({ isWritten($0, like: "000000000") }),
      let place = rows.header.firstIndex(of: column.name)
    else { return nil }
    var result: [String: String] = [:]
    for row in 0..<rows.rowCount {
      let (code, siren) = (codes.text(row: row, of: rows), rows.value(row: row, column: place))
      if code.isEmpty || siren.isEmpty { continue }
      guard result.updateValue(siren, forKey: code) ?? siren == siren else { return nil }
    }
    return result
  }
}

// MARK: Lists of which nothing is recognised but the CPTS

extension CPTSColumns {
  /// - Throws: where a column of an unknown name has stages, or the days of one: it, and no code, is what the
  ///   list has to say.
  func refuseDates(
    butNamed named: [FieldRole: String], of rows: some AttributeRows
  ) throws(InputFault) {
    let unused = unused(in: rows, named)
    let dates = StageDates(unused)
    let stages = unused.filter { column in
      guard case .stages? = ColumnContent(column, StudyUnits(), [], isName: { _ in false }) else {
        return false
      }
      return OtherSense(column.name, as: .stage) == nil
    }
    let options =
      dates.areClear
      ? dates.options + stages.map { FieldRole.stage.option($0.name) } : [Wording(dates.asked)]
    guard !options.isEmpty else { return }
    let shown = options.prefix(4)
    throw InputFault(
      path: rows.path, line: 1,
      problem: Wording(
        fr: "ni commune, ni stade, ni date reconnus parmi : \(ShownName.quoted(rows.header))",
        en: "no commune, stage or date recognised among: \(ShownName.quoted(rows.header))"),
      cure: Wording(
        fr: "si c’est ce que la liste dit des CPTS : "
          + shown.map(\.french).joined(separator: " ")
          + " ; si elle dit leurs communes : --map-column code=NOM",
        en: "if that is what the list says of CPTS: "
          + shown.map(\.english).joined(separator: " ")
          + "; if it says their communes: --map-column code=NAME"))
  }
}
