/// A column of identifiers beside the names that tell CPTS apart: two of them for one name are two CPTS of
/// that name, or a slip. `N°` may as well number the rows, which says nothing.
struct IdentifiersBesideNames {
  /// The names and the identifiers.
  let names, identifiers: Int
  /// A name with two identifiers, and where each is.
  let name: String
  let first, second: (text: String, row: Int)
  /// Whether the column is one of CPTS for sure, or its rows contradict each other.
  let isSure: Bool

  private static let telling: Set<String> = [
    "identifiant", "numero", "finess", "siren", "siret", "rna",
  ]
  private static let besides: Set<String> = [
    "code", "cpts", "structure", "association", "juridique", "geographique", "ej",
  ]

  /// Whether the name of a column says that it holds identifiers, of whatever.
  static func isIdentifier(_ name: HeaderName) -> Bool {
    !name.words.isDisjoint(with: telling) && name.words.subtracting(telling).isSubset(of: besides)
  }

  /// Nil where no name has two identifiers.
  ///
  /// - Parameter contradict: whether two rows cannot be of one CPTS.
  /// - Complexity: O(rows) for each such column.
  init?(
    _ names: Int, _ identifiers: Int, _ rows: some AttributeRows,
    contradict: (Int, Int) -> Bool
  ) {
    var firstRow: [String: [String: Int]] = [:]
    var namesOf: [String: Set<String>] = [:]
    var rowsOf: [String: Int] = [:]
    var isRepeated = false
    for row in 0..<rows.rowCount {
      let name = rows.value(row: row, column: names)
      let text = rows.value(row: row, column: identifiers)
      if name.isEmpty || text.isEmpty || RowsWithoutCPTS.isNone(name) { continue }
      rowsOf[name, default: 0] += 1
      if firstRow[name]?[text] == nil {
        firstRow[name, default: [:]][text] = row
      } else {
        isRepeated = true
      }
      namesOf[text, default: []].insert(name)
    }
    let several = firstRow.filter { $0.value.count > 1 }
    guard let found = several.min(by: { $0.key < $1.key }) else { return nil }
    // Identifiers of something else are those of several CPTS, or of one row each.
    let isOfOne = namesOf.count { $0.value.count == 1 }
    guard isOfOne * 2 > namesOf.count, !namesOf.keys.allSatisfy(Self.isOfIntercommunality) else {
      return nil
    }
    let numbered = several.filter { $0.value.count == rowsOf[$0.key] }
    let repeated = rowsOf.count { $0.value > 1 }
    if !isRepeated, numbered.count == repeated,
      repeated > 1 || (numbered.values.map(\.count).max() ?? 0) > 2
    {
      return nil
    }
    let places = found.value.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    self.names = names
    self.identifiers = identifiers
    name = found.key
    first = (places[0].key, places[0].value)
    second = (places[1].key, places[1].value)
    let isRule = several.count * 2 <= repeated || !isRepeated
    isSure =
      isRule && isOfOne == namesOf.count
      && (isRepeated || contradict(first.row, second.row))
  }

  /// The SIREN of groups of communes begin with 2: a CPTS may be several of these.
  private static func isOfIntercommunality(_ text: String) -> Bool {
    text.hasPrefix("2") && isWritten(text, like: "000000000")
  }

  private func finding(_ rows: some AttributeRows) -> Wording {
    let column = ShownName.shortened(rows.header[identifiers])
    let (first, second) = (ShownName.shortened(first.text), ShownName.shortened(second.text))
    let lines = (rows.line(of: self.first.row), rows.line(of: self.second.row))
    let name = ShownName.shortened(name)
    return Wording(
      fr:
        "« \(name) » a deux identifiants dans « \(column) » : « \(first) » ligne \(lines.0), "
        + "« \(second) » ligne \(lines.1) ; deux CPTS du même nom, ou une seule ?",
      en:
        "“\(name)” has two identifiers in “\(column)”: “\(first)” at line \(lines.0), “\(second)” at "
        + "line \(lines.1); two CPTS of one name, or one?")
  }

  private func options(_ rows: some AttributeRows) -> (two: String, one: String) {
    func option(_ column: Int) -> String { FieldRole.cptsID.option(rows.header[column]).french }
    return (option(identifiers), option(names))
  }

  func fault(_ rows: some AttributeRows) -> InputFault {
    let (two, one) = options(rows)
    return InputFault(
      path: rows.path, line: rows.line(of: second.row), problem: finding(rows),
      cure: Wording(
        fr: "\(two) les sépare ; \(one) n’en fait qu’une",
        en: "\(two) separates them; \(one) makes them one"))
  }

  func anomaly(_ rows: some AttributeRows) -> Anomaly {
    let (two, one) = options(rows)
    return Anomaly(
      .warning, .homonymousCPTS, file: rows.path, line: rows.line(of: second.row), object: name,
      finding: finding(rows),
      treatment: Wording(
        fr: "comptées comme une ; \(two) les sépare, \(one) le confirme",
        en: "counted as one; \(two) separates them, \(one) confirms it"))
  }
}

extension CPTSColumns {
  /// Names that have two identifiers in a column beside them.
  ///
  /// - Throws: where these are two CPTS for sure, unless the user says what tells CPTS apart.
  func homonyms(
    in rows: some AttributeRows, _ named: [FieldRole: String], butTold told: [Anomaly]
  ) throws(InputFault) -> [Anomaly] {
    guard let id, !Self.isNamed(.cptsID, id, named, rows),
      !IdentifiersBesideNames.isIdentifier(HeaderName(rows.header[id]))
    else { return [] }
    for column in rows.header.indices
    where !uses(column) && IdentifiersBesideNames.isIdentifier(HeaderName(rows.header[column])) {
      let found = IdentifiersBesideNames(id, column, rows) { row, other in
        Self.attributes.contains { role in
          let (text, otherText) = (
            value(role, row: row, of: rows), value(role, row: other, of: rows)
          )
          return !text.isEmpty && !otherText.isEmpty && text != otherText
        }
      }
      guard let found else { continue }
      if found.isSure { throw found.fault(rows) }
      if !told.contains(where: { $0.object == rows.header[column] }) {
        return [found.anomaly(rows)]
      }
    }
    return []
  }

  private static func isNamed(
    _ role: FieldRole, _ column: Int, _ named: [FieldRole: String], _ rows: some AttributeRows
  ) -> Bool {
    named[role].map { folded($0) == folded(rows.header[column]) } ?? false
  }
}
