/// Rows of lists with codes of other years, brought to those of the units.
struct ConvertedLists {
  private(set) var memberships: [Membership] = []
  private(set) var anomalies: [Anomaly] = []
  /// Rows set aside, by file.
  private(set) var setAside: [String: Int] = [:]

  private let units: StudyUnits
  private let history: CodeHistory

  /// - Complexity: O(rows + pieces of land of their communes).
  /// - Throws: `InputFault` where a decision names no choice.
  init(
    _ rows: [Membership], _ years: YearsOfCodes, in units: StudyUnits
  ) throws(InputFault) {
    self.units = units
    history = years.history
    memberships.reserveCapacity(rows.count)
    var start = 0
    while start < rows.count {
      let file = rows[start].file
      let end = rows[start...].firstIndex { $0.file != file } ?? rows.count
      let members = rows[start..<end]
      let year = years.year(of: members.lazy.map(\.code))
      anomalies.append(.year(year, file: file, of: history))
      let listed = members.map { ListedCode(territory: $0.cpts, code: $0.code) }
      for (row, converted) in zip(members, try years.convert(listed, year: year)) {
        place(row, converted)
      }
      start = end
    }
    anomalies += years.unusedDecisions(Set(rows.lazy.map(\.code)))
  }

  private mutating func place(_ row: Membership, _ converted: ConvertedCode) {
    switch converted.outcome {
    case .kept, .notJudged:
      memberships.append(row)
    case .replaced(let codes):
      add(row, codes)
      note(.information, .codeConverted, row, converted)
    case .decided(let code):
      add(row, [code])
      note(.information, .codeConverted, row, converted)
    case .partial(let part):
      // The resolver knows which part of the commune a delegated commune is.
      if units.delegated[row.code] != nil {
        memberships.append(row)
      } else {
        add(row, [part.commune])
      }
      note(
        part.people == nil ? .warning : .information, .partOfNewCommune, row, converted)
    case .undecided(_, let covered):
      add(row, covered)
      if covered.isEmpty { setAside[row.file, default: 0] += 1 }
      note(.error, .ambiguousCode, row, converted)
    case .absent:
      setAside[row.file, default: 0] += 1
      note(.error, .unknownCode, row, converted)
    }
    if !converted.alsoMeant.isEmpty { noteAlsoMeant(row, converted) }
  }

  private mutating func add(_ row: Membership, _ codes: [UnitCode]) {
    for code in codes {
      var row = row
      row.code = code
      memberships.append(row)
    }
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ row: Membership,
    _ converted: ConvertedCode
  ) {
    guard let finding = converted.finding(history), let treatment = converted.treatment else {
      return
    }
    anomalies.append(
      Anomaly(
        severity, rule, file: row.file, line: row.line, object: row.code.text, finding: finding,
        treatment: treatment))
  }

  private mutating func noteAlsoMeant(_ row: Membership, _ converted: ConvertedCode) {
    let others = converted.alsoMeant.map { "\($0) \(history.name(of: $0))" }
      .joined(separator: ", ")
    anomalies.append(
      Anomaly(
        .warning, .ambiguousCode, file: row.file, line: row.line, object: row.code.text,
        finding: Wording(
          fr: "dans un fichier plus ancien, ce code comprenait aussi \(others)",
          en: "in an older file, this code would include \(others)"),
        treatment: Wording(
          fr: "non couvertes ; ajoutez-les à la liste si elles en sont",
          en: "not covered; add them to the list if they belong to it")))
  }
}
