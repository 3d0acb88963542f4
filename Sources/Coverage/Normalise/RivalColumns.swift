/// Columns that could have the role of one that is used: what they say must be the same, or the choice
/// between them would be a guess.
struct RivalColumns {
  private let path: String
  private let header: [String]
  private let folds: [String]
  /// The column of each role.
  private let used: [(role: FieldRole, column: Int)]
  private let named: [FieldRole: String]
  /// Codes as they are used, be they put together from two columns.
  private let codes: UnitCodeColumns?

  /// What a difference comes to.
  private enum Weight {
    /// Figures hang on it.
    case refused
    case told(Anomaly.Severity)
  }

  /// - Parameters:
  ///   - codes: where rows have the code of their unit, if they may have one.
  ///   - column: the column of each role, nil for none.
  init(
    of rows: some AttributeRows, _ roles: [FieldRole], named: [FieldRole: String],
    codes: UnitCodeColumns?, column: (FieldRole) -> Int?
  ) {
    self.codes = codes
    path = rows.path
    header = rows.header
    folds = header.map { folded($0) }
    self.named = named
    used = roles.compactMap { role in column(role).map { (role, $0) } }
  }

  /// - Parameter told: roles of which a difference is told, where figures do not hang on it.
  /// - Complexity: O(rows) for each rival.
  /// - Throws: `InputFault` where two columns for a role on which figures hang differ.
  func differences(
    in rows: some AttributeRows, butTold told: Set<FieldRole> = []
  ) throws(InputFault) -> [Anomaly] {
    var anomalies: [Anomaly] = []
    for (role, column) in used where !isNamed(role, column) {
      guard let weight = told.contains(role) ? .told(.warning) : Self.weight(of: role) else {
        continue
      }
      for rival in rivals(of: role, in: rows) {
        guard let row = difference(column, rival, role, in: rows) else { continue }
        let finding = finding(role, column, rival, row, in: rows)
        switch weight {
        case .refused:
          throw InputFault(
            path: path, line: rows.line(of: row), problem: finding, cure: cure(role, column, rival))
        case .told(let severity):
          anomalies.append(
            Anomaly(
              severity, .conflictingColumns, file: path, line: rows.line(of: row),
              object: header[rival], finding: finding, treatment: treatment(role, column, rival)))
        }
      }
    }
    return anomalies
  }

  private func isNamed(_ role: FieldRole, _ column: Int) -> Bool {
    named[role].map { folded($0) == folds[column] } ?? false
  }

  /// Columns that could have the role of one that is used.
  func all(in rows: some AttributeRows) -> Set<Int> {
    Set(used.flatMap { rivals(of: $0.role, in: rows) })
  }

  /// Columns with a recognised name that no role uses.
  private func rivals(of role: FieldRole, in rows: some AttributeRows) -> [Int] {
    folds.indices.filter { column in
      guard !used.contains(where: { $0.column == column }) else { return false }
      if role.recognisedNames.contains(folds[column]) { return true }
      let name = HeaderName(header[column])
      if HeaderRules.role(of: name) == role { return true }
      if DateColumnName.role(of: name) == role {
        return DateColumnName.saysDate(name) || rows.holdsDates(column)
      }
      return role == .stage && HeaderRules.mayBeStage(name) && rows.holdsStages(column)
    }
  }

  private static func weight(of role: FieldRole) -> Weight? {
    switch role {
    case .unitCode, .territory, .stage, .projectDate, .letterDate, .healthProjectDate,
      .contractDate, .endDate, .pairStart, .pairEnd,
      .population:
      .refused
    case .unitName, .cptsName, .department, .region: .told(.error)
    case .cptsID, .intercommunality, .intercommunalityName: .told(.warning)
    default: nil
    }
  }

  /// The first row in which two columns do not say the same; nil where they agree.
  private func difference(
    _ column: Int, _ rival: Int, _ role: FieldRole, in rows: some AttributeRows
  ) -> Int? {
    if role == .cptsID { return ambiguousIdentifier(column, rival, in: rows) }
    return (0..<rows.rowCount).first { row in
      let other = rows.value(row: row, column: rival)
      guard !other.isEmpty else { return false }
      let text =
        role == .unitCode
        ? codes?.text(row: row, of: rows) ?? "" : rows.value(row: row, column: column)
      return text != other && !Self.isSame(role, text, other)
    }
  }

  /// Two columns of identifiers tell the same CPTS apart, each in its own words, or they do not.
  private func ambiguousIdentifier(
    _ column: Int, _ rival: Int, in rows: some AttributeRows
  ) -> Int? {
    var rivalOfID: [String: String] = [:]
    return (0..<rows.rowCount).first { row in
      let id = rows.value(row: row, column: column)
      let other = rows.value(row: row, column: rival)
      guard !other.isEmpty else { return false }
      if id.isEmpty { return true }
      if let known = rivalOfID[id] { return known != other }
      rivalOfID[id] = other
      return false
    }
  }

  private static func isSame(_ role: FieldRole, _ text: String, _ other: String) -> Bool {
    switch role {
    case .unitCode:
      // A column that can hold codes may hold names.
      !other.utf8.contains { isDigit($0) } || plainCode(text) == plainCode(other)
    case .stage: same(StatedStage(text)?.stage, StatedStage(other)?.stage)
    case .population: same(decimalNumber(text), decimalNumber(other))
    case .unitName, .cptsName, .intercommunalityName:
      // A number is the name of nothing: the column is one of something else.
      !other.unicodeScalars.contains { $0.properties.isAlphabetic }
        || placeName(text) == placeName(other)
    case .department, .region:
      // Beside a code, a column may have the name.
      !areDigits(other) || !areDigits(text) || plainCode(text) == plainCode(other)
    case .intercommunality: !areDigits(other) || !areDigits(text) || text == other
    default: same(WrittenDate(text).reading.day, WrittenDate(other).reading.day)
    }
  }

  private static func areDigits(_ text: String) -> Bool { text.utf8.allSatisfy { isDigit($0) } }

  private static func plainCode(_ text: String) -> String {
    let code = CodeSpelling.plain(text)?.code.text ?? text
    return String(code.drop { $0 == "0" })
  }

  private static func same<Value: Equatable>(_ value: Value?, _ other: Value?) -> Bool {
    value != nil && value == other
  }
}

// MARK: Words

extension RivalColumns {
  private func finding(
    _ role: FieldRole, _ column: Int, _ rival: Int, _ row: Int, in rows: some AttributeRows
  ) -> Wording {
    let names = [column, rival].map { ShownName.shortened(header[$0]) }
    let values = [column, rival].map { ShownName.shortened(rows.value(row: row, column: $0)) }
    return Wording(
      fr:
        "« \(names[0]) » et « \(names[1]) », deux colonnes pour « \(role.rawValue) », ne disent pas "
        + "la même chose : « \(values[0]) », « \(values[1]) »",
      en:
        "“\(names[0])” and “\(names[1])”, two columns for “\(role.rawValue)”, do not say the same: "
        + "“\(values[0])”, “\(values[1])”")
  }

  private func cure(_ role: FieldRole, _ column: Int, _ rival: Int) -> Wording {
    let options = [column, rival].map { role.option(header[$0]) }
    return Wording(
      fr: "choisissez : \(options[0].french), ou \(options[1].french)",
      en: "choose: \(options[0].english), or \(options[1].english)")
  }

  private func treatment(_ role: FieldRole, _ column: Int, _ rival: Int) -> Wording {
    let option = role.option(header[rival])
    let name = ShownName.shortened(header[column])
    return Wording(
      fr: "« \(name) » sert ; sinon \(option.french)",
      en: "“\(name)” is used; else \(option.english)")
  }
}
