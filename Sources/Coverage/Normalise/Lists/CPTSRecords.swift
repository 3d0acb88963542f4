/// What all files together say of each CPTS: a value that two rows give must be one and the same.
struct CPTSRecords: Sendable {
  private(set) var cpts: [CPTSID: CPTS] = [:]
  /// Where each CPTS is first named.
  private(set) var origins: [CPTSID: (file: String, line: Int)] = [:]
  /// The CPTS that the rows of each file name.
  private(set) var named: [String: Set<CPTSID>] = [:]
  /// Numbers in the FINESS register, from a column beside that of identifiers.
  private(set) var finess: [CPTSID: String] = [:]
  /// Where each value of each CPTS was first given, to name both places of a contradiction.
  private var places: [CPTSID: [FieldRole: Place]] = [:]
  /// Values that could not be read: the rows of one CPTS repeat them.
  var unreadable: Set<UnreadableValue> = []
  /// Where a CPTS has a date that is not used, and what is wrong with it.
  private(set) var unusedDates: [CPTSID: (file: String, line: Int, problem: Wording)] = [:]

  /// A value, and where it stands.
  struct Place {
    let file: String
    let line: Int
    let text: String
  }

  struct UnreadableValue: Hashable {
    let id: CPTSID
    let role: FieldRole
    let text: String
  }

  /// Adds what one row says of a CPTS.
  ///
  /// - Returns: what cannot be read in it, and is left unknown.
  /// - Throws: for a stage that nobody knows, a date that does not exist, or a value that contradicts
  ///   one given before.
  mutating func add(
    _ id: CPTSID, row: Int, of rows: some AttributeRows, _ columns: CPTSColumns
  ) throws(InputFault) -> [Anomaly] {
    var record = cpts[id] ?? CPTS(id: id, name: "")
    named[rows.path, default: []].insert(id)
    if origins[id] == nil { origins[id] = (rows.path, rows.line(of: row)) }
    if let column = columns.finess, finess[id] == nil {
      finess[id] = FinessNumber.text(rows.value(row: row, column: column))
    }
    let place = { (role: FieldRole) in
      Place(
        file: rows.path, line: rows.line(of: row), text: columns.value(role, row: row, of: rows))
    }
    if try isNew(.cptsName, of: id, place(.cptsName)) { record.name = place(.cptsName).text }
    try addStage(place(.stage), of: id, to: &record)
    var anomalies: [Anomaly] = []
    for (role, stage) in FieldRole.stageDates + [(.endDate, .none)] {
      let place = place(role)
      guard !WrittenDate.isBlank(place.text), try isNew(role, of: id, place) else { continue }
      let date = try date(place, of: id, role, &anomalies)
      if role == .endDate { record.endDate = date } else { record.stageDates[stage] = date }
    }
    if try isNew(.seat, of: id, place(.seat)) {
      record.seat = CPTS.Seat(
        code: UnitCode(place(.seat).text), file: rows.path, line: rows.line(of: row))
    }
    for role in CPTSColumns.vitality where columns[role] != nil {
      let place = place(role)
      if place.text.isEmpty { continue }
      guard CPTS.canRead(place.text, as: role) else {
        anomalies += refused(place, of: id, role)
        continue
      }
      if try isNew(role, of: id, place) { record.setVitality(role, to: place.text) }
    }
    cpts[id] = record
    return anomalies
  }

  /// Adds the stage that a cell of a CPTS says.
  ///
  /// - Throws: as `add`.
  mutating func addStage(_ place: Place, of id: CPTSID) throws(InputFault) {
    var record = cpts[id] ?? CPTS(id: id, name: "")
    try addStage(place, of: id, to: &record)
    cpts[id] = record
  }

  private mutating func addStage(
    _ place: Place, of id: CPTSID, to record: inout CPTS
  ) throws(InputFault) {
    guard try isNew(.stage, of: id, place) else { return }
    guard let stated = StatedStage(place.text) else { throw Self.unknownStage(place) }
    guard let day = stated.day,
      let role = FieldRole.stageDates.first(where: { $0.stage == stated.stage })?.role
    else {
      record.givenStage = stated.stage
      return
    }
    let dated = Place(file: place.file, line: place.line, text: day.description)
    if try isNew(role, of: id, dated) { record.stageDates[stated.stage] = day }
  }

  /// A value that cannot be read, said once a CPTS.
  private mutating func refused(_ place: Place, of id: CPTSID, _ role: FieldRole) -> [Anomaly] {
    let value = UnreadableValue(id: id, role: role, text: place.text)
    guard unreadable.insert(value).inserted else { return [] }
    return [.unreadable(role, place.text, of: id, file: place.file, line: place.line)]
  }

  /// Remembers a date that is not used: nothing else may say the stage.
  mutating func noteUnused(_ id: CPTSID, _ place: Place, _ problem: Wording) {
    unusedDates[id] = (place.file, place.line, problem)
  }

  /// Makes a CPTS known of which a file says no more than its name.
  mutating func mention(_ id: CPTSID, file: String, line: Int) {
    named[file, default: []].insert(id)
    if cpts[id] == nil { cpts[id] = CPTS(id: id, name: "") }
    if origins[id] == nil { origins[id] = (file, line) }
  }

  /// Adds a CPTS that no file of CPTS names.
  mutating func add(_ record: CPTS, file: String, line: Int) {
    cpts[record.id] = record
    origins[record.id] = (file, line)
  }

  /// Gives a CPTS the seat that its text means; nil where it means none.
  mutating func settle(_ seat: CPTS.Seat?, of id: CPTSID) { cpts[id]?.seat = seat }

  /// Puts what is known of one CPTS into another.
  ///
  /// - Throws: where they have different stages or dates.
  mutating func merge(_ id: CPTSID, into other: CPTSID) throws(InputFault) {
    guard let lost = cpts.removeValue(forKey: id) else { return }
    for (file, ids) in named where ids.contains(id) { named[file]?.insert(other) }
    origins[id] = nil
    if let number = finess.removeValue(forKey: id), finess[other] == nil { finess[other] = number }
    var record = cpts[other] ?? CPTS(id: other, name: lost.name)
    if record.name.isEmpty { record.name = lost.name }
    for (role, place) in (places.removeValue(forKey: id) ?? [:])
      .sorted(by: { $0.key.rawValue < $1.key.rawValue }) where role != .cptsName
    {
      if try isNew(role, of: other, place) {
        switch role {
        case .stage: record.givenStage = lost.givenStage
        case .endDate: record.endDate = lost.endDate
        case .seat: record.seat = lost.seat
        case .fragile, .professionals, .members, .activeMembers:
          record.setVitality(role, to: place.text)
        default:
          if let stage = FieldRole.stageDates.first(where: { $0.role == role })?.stage {
            record.stageDates[stage] = lost.stageDates[stage]
          }
        }
      }
    }
    cpts[other] = record
  }

  /// Puts what is known under the name of several CPTS into each of them.
  ///
  /// - Throws: where it contradicts what is known of one.
  mutating func share(_ id: CPTSID, among owners: [CPTSID]) throws(InputFault) {
    var (record, place) = (cpts[id], places[id])
    // Its name is that of none of them.
    record?.name = ""
    for owner in owners {
      (cpts[id], places[id]) = (record, place)
      try merge(id, into: owner)
    }
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
    if Self.isSame(role, place.text, earlier.text) { return false }
    throw Self.contradiction(role, of: id, place, earlier)
  }

  /// Whether two spellings say the same: a stage, a day, a count have several.
  private static func isSame(_ role: FieldRole, _ text: String, _ other: String) -> Bool {
    switch role {
    case .cptsName: false
    case .seat:
      same(CodeSpelling.plain(text)?.code, CodeSpelling.plain(other)?.code)
        || placeName(text) == placeName(other)
    case .stage:
      if let stated = StatedStage(text), let earlier = StatedStage(other) {
        stated.agrees(with: earlier)
      } else {
        false
      }
    case .fragile: same(yesOrNo(text), yesOrNo(other))
    case .professionals, .members, .activeMembers: same(headcount(text), headcount(other))
    default: same(WrittenDate(text).reading.day, WrittenDate(other).reading.day)
    }
  }

  private static func same<Value: Equatable>(_ value: Value?, _ other: Value?) -> Bool {
    value != nil && value == other
  }
}
