/// What a user decided where the files leave a choice: columns `code`, `code_retenu` for codes of
/// communes, `cpts_id`, `cpts_id_retenu` for CPTS that are one; a row may have either pair.
struct Decisions: Sendable {
  /// What was chosen, and where.
  struct Choice<Name: Hashable & Sendable>: Equatable, Sendable {
    var name: Name
    var line: Int
  }

  /// The file, as the user named it; empty without decisions.
  private(set) var path = ""
  private(set) var ledgers: [InputLedger] = []
  /// What was odd in reading the file.
  private(set) var anomalies: [Anomaly] = []
  /// By code in doubt.
  private(set) var codes: [UnitCode: Choice<UnitCode>] = [:]
  /// By identifier that is given up.
  private(set) var cpts: [CPTSID: Choice<CPTSID>] = [:]

  /// No decision.
  init() {}

  /// - Complexity: O(rows).
  /// - Throws: `InputFault` where columns are missing, a row fills half of a pair, or two rows choose
  ///   differently. The same row twice says nothing new.
  init(_ table: some AttributeRows) throws(InputFault) {
    path = table.path
    anomalies = table.readingAnomalies
    ledgers = [InputLedger(of: table, rowsRead: table.rowCount)]
    let names = table.header.map { folded($0) }
    let pairs = [("code", "code_retenu"), ("cpts_id", "cpts_id_retenu")].map { pair in
      (names.firstIndex(of: pair.0), names.firstIndex(of: pair.1))
    }
    guard pairs.contains(where: { $0.0 != nil && $0.1 != nil }) else {
      throw fault(
        1, Wording(fr: "colonnes attendues absentes", en: "the columns expected are missing"))
    }
    for row in 0..<table.rowCount {
      if let (from, to) = try pair(pairs[0], row, of: table) {
        try Self.choose(&codes, UnitCode(from), UnitCode(to), table.line(of: row), fault)
      }
      if let (from, to) = try pair(pairs[1], row, of: table) {
        try Self.choose(&cpts, CPTSID(from), CPTSID(to), table.line(of: row), fault)
      }
    }
    for (_, choice) in cpts where cpts[choice.name] != nil {
      throw fault(
        choice.line,
        Wording(
          fr: "\(choice.name) est à la fois retenu et remplacé",
          en: "\(choice.name) is both kept and given up"))
    }
  }

  /// The texts of a pair of columns; nil where both are empty.
  private func pair(
    _ columns: (Int?, Int?), _ row: Int, of table: some AttributeRows
  ) throws(InputFault) -> (String, String)? {
    guard let first = columns.0, let second = columns.1 else { return nil }
    let texts = (table.value(row: row, column: first), table.value(row: row, column: second))
    if texts.0.isEmpty && texts.1.isEmpty { return nil }
    guard !texts.0.isEmpty, !texts.1.isEmpty else {
      throw fault(
        table.line(of: row),
        Wording(fr: "une seule valeur sur la ligne", en: "only one value in the row"))
    }
    return texts
  }

  private static func choose<Name: Hashable & CustomStringConvertible>(
    _ choices: inout [Name: Choice<Name>], _ name: Name, _ kept: Name, _ line: Int,
    _ fault: (Int, Wording) -> InputFault
  ) throws(InputFault) {
    guard let earlier = choices.updateValue(Choice(name: kept, line: line), forKey: name),
      earlier.name != kept
    else { return }
    throw fault(
      line,
      Wording(
        fr: "\(name) : \(kept) ici, \(earlier.name) à la ligne \(earlier.line)",
        en: "\(name): \(kept) here, \(earlier.name) on line \(earlier.line)"))
  }

  func fault(_ line: Int, _ problem: Wording) -> InputFault {
    InputFault(
      path: path, line: line, problem: problem,
      cure: Wording(
        fr: "une ligne par choix, colonnes « code,code_retenu » ou « cpts_id,cpts_id_retenu »",
        en: "one row a choice, columns “code,code_retenu” or “cpts_id,cpts_id_retenu”"))
  }

  /// Decisions for codes that no list names, in order.
  func unused(_ named: Set<UnitCode>) -> [(code: UnitCode, choice: Choice<UnitCode>)] {
    codes.filter { !named.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
