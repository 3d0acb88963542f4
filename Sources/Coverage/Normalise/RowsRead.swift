/// The rows of a file, read in turn: each is used, or set aside and said.
struct RowsRead {
  private(set) var anomalies: [Anomaly]
  var ledger: InputLedger

  /// Sets aside each row with more fields than the header, and those of which `use` makes nothing.
  ///
  /// - Parameters:
  ///   - subject: what a row is about.
  ///   - isContent: whether a row that begins with “total” says more.
  ///   - use: whether a row was used. As `subject`, it adds what is odd in the row.
  /// - Complexity: O(rows).
  init<Subject: CustomStringConvertible>(
    of file: some AttributeRows,
    subject: (_ row: Int, _ anomalies: inout [Anomaly]) -> Subject,
    isContent: (_ row: Int) -> Bool = { _ in false },
    use: (_ row: Int, Subject, _ anomalies: inout [Anomaly]) throws(InputFault) -> Bool
  ) throws(InputFault) {
    anomalies = file.readingAnomalies
    ledger = InputLedger(of: file, rowsRead: file.rowCount)
    for row in 0..<file.rowCount {
      let subject = subject(row, &anomalies)
      if file.hasExcess(row: row) {
        anomalies.append(file.excess(row: row, object: subject.description))
      } else if file.repeatsHeader(row: row) {
        anomalies.append(file.repeatedHeader(row: row))
      } else if let note = file.note(row: row, isContent: isContent) {
        anomalies.append(note)
      } else if try use(row, subject, &anomalies) {
        continue
      }
      ledger.rowsSetAside += 1
    }
  }

  /// Sets rows aside that prove useless once all are read.
  mutating func setAside(_ rows: [Anomaly]) {
    anomalies += rows
    ledger.rowsSetAside += rows.count
  }
}
