/// Columns of a list that names no commune: one of them may give each territory by groups of communes, as
/// `siren_epci`, `code_canton` or `departement`.
struct GroupColumns: Sendable {
  struct Value: Sendable {
    var cpts: CPTSID
    let text: String
    let span: DateSpan
    let line: Int
  }

  struct Column: Sendable {
    let name: String
    let level: String
    var values: [Value] = []
  }

  let file: String
  private(set) var columns: [Column]
  /// What the rows say besides.
  var beside: BesideGroups
  private let places: [Int]

  init(_ columns: CPTSColumns, of rows: some AttributeRows) {
    file = rows.path
    places = columns.groups
    beside = BesideGroups(columns, of: rows)
    self.columns = places.map { place in
      Column(name: rows.header[place], level: LevelName.level(of: rows.header[place]) ?? "")
    }
  }

  var isEmpty: Bool { columns.allSatisfy { $0.values.isEmpty } }

  /// Takes what a row says.
  ///
  /// - Returns: whether it says anything that may be a group known to all.
  mutating func see(
    _ row: Int, of rows: some AttributeRows, _ cpts: CPTSID, _ span: DateSpan
  ) -> Bool {
    var isGroup = false
    guard !cpts.text.isEmpty, !places.isEmpty else { return false }
    beside.see(row, of: rows, cpts, span)
    for (index, place) in places.enumerated() {
      let text = rows.value(row: row, column: place)
      if text.isEmpty { continue }
      columns[index].values.append(
        Value(cpts: cpts, text: text, span: span, line: rows.line(of: row)))
      isGroup = isGroup || LevelName.usual.contains(columns[index].level)
    }
    return isGroup
  }

  /// The same under other identifiers.
  func renamed(_ keys: [CPTSID: CPTSID]) -> GroupColumns { shared(keys.mapValues { [$0] }) }

  /// The same with the values of some identifiers given to several.
  func shared(_ owners: [CPTSID: [CPTSID]]) -> GroupColumns {
    var result = self
    for index in result.columns.indices {
      result.columns[index].values = columns[index].values.flatMap { value in
        (owners[value.cpts] ?? [value.cpts]).map {
          Value(cpts: $0, text: value.text, span: value.span, line: value.line)
        }
      }
    }
    result.beside = beside.shared(owners)
    return result
  }

  func lines(of cpts: CPTSID) -> [Int] {
    columns.filter { LevelName.usual.contains($0.level) }
      .flatMap { $0.values.filter { $0.cpts == cpts }.map(\.line) }
  }
}
