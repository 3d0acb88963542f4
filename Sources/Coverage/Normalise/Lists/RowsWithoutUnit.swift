/// Rows of one list that name no unit, although other rows of their CPTS do.
///
/// A list may have a row for the CPTS itself, which says what no other row says. One that only repeats what
/// the rows with units say is such a row that lost its unit.
struct RowsWithoutUnit {
  private typealias Value = (role: FieldRole, text: String)

  private struct Row {
    let row: Int
    let cpts: CPTSID
    let values: [Value]
  }

  private var suspects: [Row] = []
  /// What rows with units say of each CPTS.
  private var said: [CPTSID: [FieldRole: Set<String>]] = [:]

  mutating func see(
    _ row: Int, of rows: some AttributeRows, _ cpts: CPTSID, _ columns: CPTSColumns,
    namesUnit: Bool
  ) {
    guard columns.codes.areThere else { return }
    var values: [Value] = []
    for role in CPTSColumns.attributes where columns[role] != nil {
      let text = columns.value(role, row: row, of: rows)
      if !text.isEmpty { values.append((role, text)) }
    }
    guard namesUnit else {
      suspects.append(Row(row: row, cpts: cpts, values: values))
      return
    }
    if said[cpts] == nil { said[cpts] = [:] }
    for value in values where said[cpts]?[value.role]?.contains(value.text) != true {
      said[cpts]?[value.role, default: []].insert(value.text)
    }
  }

  /// An error for each row that lost its unit.
  func anomalies(of rows: some AttributeRows) -> [Anomaly] {
    suspects.filter { row in
      guard let known = said[row.cpts] else { return false }
      return row.values.allSatisfy { known[$0.role]?.contains($0.text) == true }
    }.map { row in
      Anomaly(
        .error, .incompleteRow, file: rows.path, line: rows.line(of: row.row),
        object: row.cpts.text,
        finding: Wording(
          fr: "pas de code d’unité, alors que d’autres lignes de cette CPTS en ont un",
          en: "no unit code, although other rows of this CPTS have one"),
        treatment: .rowSetAside)
    }
  }
}

extension CPTSID {
  /// Files separate identifiers by `|` inside of a cell: one that has it would be taken for two, and may
  /// well be two.
  func refuseSeparator(path: String, line: Int) throws(InputFault) {
    guard text.utf8.contains(UInt8(ascii: "|")) else { return }
    let shown = ShownName.shortened(text)
    throw InputFault(
      path: path, line: line,
      problem: Wording(
        fr: "« \(shown) » : « | » sépare des identifiants ; est-ce une CPTS, ou plusieurs ?",
        en: "“\(shown)”: “|” separates identifiers; is it one CPTS, or several?"),
      cure: Wording(
        fr: "donnez une ligne à chaque CPTS, ou écrivez l’identifiant sans « | »",
        en: "give each CPTS a row, or write the identifier without “|”"))
  }
}
