/// A unit that a file gives to a CPTS.
struct Membership: Sendable {
  let cpts: CPTSID
  let code: UnitCode
  let file: String
  let line: Int
}

/// Reads lists of CPTS, of pairs (CPTS, unit), or of both, from any number of files.
struct CPTSFiles {
  private(set) var cpts: [CPTSID: CPTS] = [:]
  private(set) var memberships: [Membership] = []
  private(set) var anomalies: [Anomaly] = []
  private(set) var ledgers: [InputLedger] = []
  /// Where each CPTS is first named.
  private(set) var origins: [CPTSID: (file: String, line: Int)] = [:]
  /// Where each value of each CPTS was first given, to name both places of a contradiction.
  private var places: [CPTSID: [FieldRole: Place]] = [:]

  private struct Place {
    let file: String
    let line: Int
    let text: String
  }

  /// What a row may say of its CPTS.
  private static let attributes: [FieldRole] = [
    .cptsName, .stage, .projectDate, .letterDate, .healthProjectDate, .contractDate, .endDate,
  ]

  /// - Throws: `InputFault` for a stage that nobody knows, a date that does not exist, values of one
  ///   CPTS that contradict each other.
  mutating func read(_ input: InputPath, named: [FieldRole: String]) throws(InputFault) {
    let text = try DelimitedText.read(input)
    var fields = try FieldMap(
      header: text.header, path: text.path,
      roles: [.cptsID, .unitCode, .unitName] + Self.attributes, named: named)
    Self.settleNames(&fields, text, named)
    let idColumn = fields[.cptsID] ?? fields[.cptsName]
    guard let idColumn else {
      _ = try fields.required(.cptsID, of: text.header, path: text.path)
      return
    }
    if fields[.unitCode] == nil && fields[.stage] == nil
      && FieldRole.stageDates.allSatisfy({ fields[$0.role] == nil }) && fields[.endDate] == nil
    {
      _ = try fields.required(.unitCode, of: text.header, path: text.path)
    }
    var ledger = InputLedger(path: text.path, columns: text.header, rowsRead: text.rowCount)
    for row in 0..<text.rowCount {
      if try !readRow(row, of: text, fields, idColumn) { ledger.rowsSetAside += 1 }
    }
    ledgers.append(ledger)
  }

  /// `nom` beside a unit code is the unit's name, unless it says the same in every row of a CPTS.
  private static func settleNames(
    _ fields: inout FieldMap, _ text: DelimitedText, _ named: [FieldRole: String]
  ) {
    guard fields[.unitCode] != nil, let name = fields[.cptsName], name == fields[.unitName],
      named[.cptsName] == nil
    else { return }
    guard let id = fields[.cptsID] else { return fields.forget(.cptsName) }
    var nameOfID: [String: String] = [:]
    for row in 0..<text.rowCount {
      let name = text.text(row: row, column: name)
      if nameOfID.updateValue(name, forKey: text.text(row: row, column: id)) ?? name != name {
        return fields.forget(.cptsName)
      }
    }
  }

  /// - Returns: whether the row was used.
  private mutating func readRow(
    _ row: Int, of text: DelimitedText, _ fields: FieldMap, _ idColumn: Int
  ) throws(InputFault) -> Bool {
    let line = Int(text.lines[row])
    let id = text.text(row: row, column: idColumn)
    if let excess = text.excess(row: row, object: id) {
      anomalies.append(excess)
      return false
    }
    let code = fields[.unitCode].map { text.text(row: row, column: $0) } ?? ""
    let saysMore = Self.attributes.contains { role in
      fields[role].map { !text.text(row: row, column: $0).isEmpty } ?? false
    }
    // A row with an identifier alone makes a CPTS known, but tells nothing of one that is.
    guard !id.isEmpty, !code.isEmpty || saysMore || cpts[CPTSID(id)] == nil else {
      anomalies.append(
        Anomaly(
          .error, .incompleteRow, file: text.path, line: line, object: id,
          finding: id.isEmpty
            ? Wording(fr: "pas d’identifiant de CPTS", en: "no CPTS identifier")
            : Wording(fr: "ni code d’unité, ni stade, ni date", en: "no unit code, stage or date"),
          treatment: .rowSetAside))
      return false
    }
    try readAttributes(CPTSID(id), row, of: text, fields)
    if !code.isEmpty {
      memberships.append(
        Membership(cpts: CPTSID(id), code: UnitCode(code), file: text.path, line: line))
    }
    return true
  }

  private mutating func readAttributes(
    _ id: CPTSID, _ row: Int, of text: DelimitedText, _ fields: FieldMap
  ) throws(InputFault) {
    var record = cpts[id] ?? CPTS(id: id, name: "")
    if origins[id] == nil { origins[id] = (text.path, Int(text.lines[row])) }
    func value(_ role: FieldRole) -> String {
      fields[role].map { text.text(row: row, column: $0) } ?? ""
    }
    let place = { (role: FieldRole) in
      Place(file: text.path, line: Int(text.lines[row]), text: value(role))
    }
    if try isNew(.cptsName, of: id, place(.cptsName)) { record.name = value(.cptsName) }
    if try isNew(.stage, of: id, place(.stage)) {
      guard let stage = Stage(spelling: value(.stage)) else {
        throw Self.unknownStage(place(.stage))
      }
      record.givenStage = stage
    }
    for (role, stage) in FieldRole.stageDates where try isNew(role, of: id, place(role)) {
      record.stageDates[stage] = try Self.date(place(role))
    }
    if try isNew(.endDate, of: id, place(.endDate)) {
      record.endDate = try Self.date(place(.endDate))
    }
    cpts[id] = record
  }

  /// Whether a value is given for the first time.
  ///
  /// - Throws: when it contradicts one given before.
  private mutating func isNew(
    _ role: FieldRole, of id: CPTSID, _ place: Place
  ) throws(InputFault) -> Bool {
    guard !place.text.isEmpty else { return false }
    guard let earlier = places[id]?[role] else {
      places[id, default: [:]][role] = place
      return true
    }
    guard earlier.text != place.text else { return false }
    // One stage has several spellings, and one day several forms.
    let isSame =
      role == .stage
      ? Stage(spelling: place.text) != nil
        && Stage(spelling: place.text) == Stage(spelling: earlier.text)
      : CivilDate(place.text) != nil && CivilDate(place.text) == CivilDate(earlier.text)
    if isSame { return false }
    throw InputFault(
      path: place.file, line: place.line,
      problem: Wording(
        fr:
          "CPTS \(id) : \(role.rawValue) « \(place.text) » ici, « \(earlier.text) » à \(earlier.file):\(earlier.line)",
        en:
          "CPTS \(id): \(role.rawValue) “\(place.text)” here, “\(earlier.text)” at \(earlier.file):\(earlier.line)"
      ),
      cure: Wording(
        fr: "gardez une seule valeur, ou donnez deux identifiants",
        en: "keep one value, or give two identifiers"))
  }

  private static func unknownStage(_ place: Place) -> InputFault {
    let known = Stage.allCases.map(\.key).joined(separator: ", ")
    return InputFault(
      path: place.file, line: place.line,
      problem: Wording(fr: "stade inconnu « \(place.text) »", en: "unknown stage “\(place.text)”"),
      cure: Wording(fr: "écrivez l’un de : \(known)", en: "write one of: \(known)"))
  }

  private static func date(_ place: Place) throws(InputFault) -> CivilDate {
    if let date = CivilDate(place.text) { return date }
    throw InputFault(
      path: place.file, line: place.line,
      problem: Wording(
        fr: "« \(place.text) » n’est pas une date", en: "“\(place.text)” is no date"),
      cure: Wording(
        fr: "écrivez 2022-12-31 ou 31/12/2022", en: "write 2022-12-31 or 31/12/2022"))
  }
}
