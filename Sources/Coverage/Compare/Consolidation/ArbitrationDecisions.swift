/// What a person decided: a CSV with the columns `arbitrage` and `decision`, as `arbitrages.csv` has them, or
/// `arbitrage` and `choix`; beside them, or alone, those of ``Decisions`` for codes and CPTS.
struct ArbitrationDecisions: Sendable {
  struct Decision: Sendable {
    let choice: String
    let line: Int
  }

  private(set) var path = ""
  /// By key of the arbitration.
  private(set) var choices: [String: Decision] = [:]
  private(set) var ledgers: [InputLedger] = []
  private(set) var anomalies: [Anomaly] = []
  /// Decisions about codes of other years, and identifiers of one CPTS in one list.
  private(set) var ofLists = Decisions()

  init() {}

  /// - Complexity: O(rows).
  /// - Throws: where columns are missing, or two rows decide one thing differently.
  init(_ table: some AttributeRows) throws(InputFault) {
    path = table.path
    let names = table.header.map { folded($0) }
    let key = names.firstIndex(of: "arbitrage")
    // In our own file `choix` has the alternatives.
    let choice = names.firstIndex(of: "decision") ?? names.firstIndex(of: "choix")
    if names.contains("code_retenu") || names.contains("cpts_id_retenu") || key == nil {
      ofLists = try Decisions(table)
      ledgers = ofLists.ledgers
      anomalies = ofLists.anomalies
    } else {
      ledgers = [InputLedger(of: table, rowsRead: table.rowCount)]
      anomalies = table.readingAnomalies
    }
    guard let key else { return }
    guard let choice else { throw withoutDecisions }
    for row in 0..<table.rowCount {
      let decided = table.value(row: row, column: choice)
      if decided.isEmpty { continue }
      let line = table.line(of: row)
      let name = table.value(row: row, column: key)
      if name.isEmpty { throw withoutKey(line, decided) }
      if let earlier = choices[name], earlier.choice != decided {
        throw InputFault(
          path: path, line: line,
          problem: Wording(
            fr:
              "« \(name) » : « \(decided) » ici, « \(earlier.choice) » à la ligne \(earlier.line)",
            en: "“\(name)”: “\(decided)” here, “\(earlier.choice)” on line \(earlier.line)"),
          cure: Wording(fr: "gardez une seule décision", en: "keep one decision"))
      }
      choices[name] = Decision(choice: decided, line: line)
    }
  }

  private var withoutDecisions: InputFault {
    InputFault(
      path: path, line: 1,
      problem: Wording(
        fr: "une colonne « arbitrage », mais ni « decision » ni « choix »",
        en: "a column “arbitrage”, but neither “decision” nor “choix”"),
      cure: Wording(
        fr: "remplissez la colonne « decision » de arbitrages.csv et donnez ce fichier",
        en: "fill in the column “decision” of arbitrages.csv and give that file"))
  }

  private func withoutKey(_ line: Int, _ decided: String) -> InputFault {
    InputFault(
      path: path, line: line,
      problem: Wording(
        fr: "« \(decided) » : une décision sans arbitrage",
        en: "“\(decided)”: a decision about nothing"),
      cure: Wording(
        fr: "recopiez la colonne « arbitrage » de arbitrages.csv",
        en: "copy the column “arbitrage” of arbitrages.csv"))
  }
}
