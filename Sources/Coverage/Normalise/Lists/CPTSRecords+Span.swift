// When a commune or a drawing is of a CPTS, by the dates of its row.

extension CPTSRecords {
  /// When the commune or the drawing of a row is of its CPTS.
  ///
  /// - Returns: nil where it never is, which is told.
  /// - Throws: for a date that does not exist.
  mutating func span(
    _ row: Int, of rows: some AttributeRows, _ id: CPTSID, _ columns: CPTSColumns,
    _ anomalies: inout [Anomaly]
  ) throws(InputFault) -> DateSpan? {
    var days: [FieldRole: CivilDate] = [:]
    for role in CPTSColumns.pairDates where columns[role] != nil {
      let text = columns.value(role, row: row, of: rows)
      if WrittenDate.isBlank(text) { continue }
      let place = Place(file: rows.path, line: rows.line(of: row), text: text)
      var found: [Anomaly] = []
      days[role] = try date(place, of: id, role, &found)
      // The rows of one CPTS repeat what they say.
      let value = UnreadableValue(id: id, role: role, text: text)
      if !found.isEmpty, unreadable.insert(value).inserted { anomalies += found }
    }
    let span = DateSpan(start: days[.pairStart], end: days[.pairEnd])
    guard span.isEmpty, let start = span.start, let end = span.end else { return span }
    anomalies.append(
      .endBeforeStart(start, end, of: id, file: rows.path, line: rows.line(of: row)))
    return nil
  }
}

extension Anomaly {
  /// A commune that leaves a CPTS before it comes.
  fileprivate static func endBeforeStart(
    _ start: CivilDate, _ end: CivilDate, of id: CPTSID, file: String, line: Int
  ) -> Anomaly {
    Anomaly(
      .error, .datesOutOfOrder, file: file, line: line, object: id.text,
      finding: Wording(
        fr: "fin le \(end), qui n’est pas après le début, le \(start)",
        en: "end on \(end), which is not after the start, on \(start)"),
      treatment: Wording(
        fr: "ligne écartée : corrigez l’une des deux dates",
        en: "the row is set aside: correct one of the two dates"))
  }
}
