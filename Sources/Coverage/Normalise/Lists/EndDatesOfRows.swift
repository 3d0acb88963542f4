/// Dates of end that some rows of a CPTS have and others do not: the date is that of the whole CPTS, while one
/// commune may be what leaves.
struct EndDatesOfRows {
  private struct Rows {
    var dated: [Int] = []
    var undated = 0
    /// Whether a row without the date says anything else of the CPTS.
    var undatedSays = false
    /// Whether the row with the date says more than it.
    var datedSays = false
  }

  private var rows: [CPTSID: Rows] = [:]

  /// Sees a row that names a unit.
  mutating func see(
    _ row: Int, of text: some AttributeRows, _ cpts: CPTSID, _ columns: CPTSColumns
  ) {
    guard columns[.endDate] != nil else { return }
    let isDated = !WrittenDate.isBlank(columns.value(.endDate, row: row, of: text))
    let says = CPTSColumns.attributes.contains {
      $0 != .endDate && !columns.value($0, row: row, of: text).isEmpty
    }
    if isDated {
      rows[cpts, default: Rows()].dated.append(row)
      rows[cpts, default: Rows()].datedSays = rows[cpts]?.datedSays == true || says
    } else {
      rows[cpts, default: Rows()].undated += 1
      rows[cpts, default: Rows()].undatedSays = rows[cpts]?.undatedSays == true || says
    }
  }

  /// A line for each CPTS but those that say all in one row.
  func anomalies(of text: some AttributeRows) -> [Anomaly] {
    rows.sorted { $0.key < $1.key }.compactMap { id, rows in
      guard let first = rows.dated.first, rows.undated > 0, rows.undatedSays || !rows.datedSays
      else { return nil }
      let all = rows.undated + rows.dated.count
      let shown = ShownName.shortened(id.text)
      return Anomaly(
        .warning, .doubtfulDate, file: text.path, line: text.line(of: first), object: id.text,
        finding: Wording(
          fr: "date_fin sur \(rows.dated.count) des \(all) lignes de « \(shown) »",
          en: "date_fin on \(rows.dated.count) of the \(all) rows of “\(shown)”"),
        treatment: Wording(
          fr:
            "la CPTS entière finit ce jour-là ; si c’est une commune qui la quitte, nommez la colonne "
            + "date_fin_commune",
          en:
            "the whole CPTS ends on that day; if a commune leaves it, name the column date_fin_commune"
        ))
    }
  }
}
