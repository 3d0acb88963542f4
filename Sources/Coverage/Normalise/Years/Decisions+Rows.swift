extension Decisions {
  /// Rows with the codes that the user chose, where no movements of communes tell more.
  ///
  /// - Throws: `InputFault` where a code chosen is not among the units.
  func applied(
    to rows: [Membership], in units: StudyUnits
  ) throws(InputFault) -> [Membership] {
    guard !codes.isEmpty else { return rows }
    for (_, choice) in codes.sorted(by: { $0.key < $1.key }) where !units.isKnown(choice.name) {
      throw fault(
        choice.line,
        Wording(
          fr: "\(choice.name) n’est pas parmi les unités",
          en: "\(choice.name) is not among the units"))
    }
    return rows.map { row in
      var row = row
      row.code = codes[row.code]?.name ?? row.code
      return row
    }
  }

  /// Decisions about codes that no list names: they change nothing, which their author must know.
  func unusedAnomalies(_ listed: Set<UnitCode>) -> [Anomaly] {
    unused(listed).map { code, choice in
      Anomaly(
        .warning, .decisionNotUsed, file: path, line: choice.line, object: code.text,
        finding: Wording(fr: "aucune liste ne nomme ce code", en: "no list names this code"),
        treatment: Wording(fr: "décision sans effet", en: "the decision changes nothing"))
    }
  }
}
