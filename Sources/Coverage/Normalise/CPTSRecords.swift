/// What all files together say of each CPTS: a value that two rows give must be one and the same.
struct CPTSRecords: Sendable {
  private(set) var cpts: [CPTSID: CPTS] = [:]
  /// Where each CPTS is first named.
  private(set) var origins: [CPTSID: (file: String, line: Int)] = [:]
  /// Where each value of each CPTS was first given, to name both places of a contradiction.
  private var places: [CPTSID: [FieldRole: Place]] = [:]

  private struct Place {
    let file: String
    let line: Int
    let text: String
  }

  /// Adds what one row says of a CPTS.
  ///
  /// - Throws: for a stage that nobody knows, a date that does not exist, or a value that contradicts
  ///   one given before.
  mutating func add(
    _ id: CPTSID, row: Int, of rows: some AttributeRows, _ columns: CPTSColumns
  ) throws(InputFault) {
    var record = cpts[id] ?? CPTS(id: id, name: "")
    if origins[id] == nil { origins[id] = (rows.path, rows.line(of: row)) }
    let place = { (role: FieldRole) in
      Place(
        file: rows.path, line: rows.line(of: row), text: columns.value(role, row: row, of: rows))
    }
    if try isNew(.cptsName, of: id, place(.cptsName)) { record.name = place(.cptsName).text }
    if try isNew(.stage, of: id, place(.stage)) {
      guard let stage = Stage(spelling: place(.stage).text) else {
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

  /// Puts what is known of one CPTS into another.
  ///
  /// - Throws: where they have different stages or dates.
  mutating func merge(_ id: CPTSID, into other: CPTSID) throws(InputFault) {
    guard let lost = cpts.removeValue(forKey: id) else { return }
    origins[id] = nil
    var record = cpts[other] ?? CPTS(id: other, name: lost.name)
    for (role, place) in (places.removeValue(forKey: id) ?? [:])
      .sorted(by: { $0.key.rawValue < $1.key.rawValue }) where role != .cptsName
    {
      if try isNew(role, of: other, place) {
        switch role {
        case .stage: record.givenStage = lost.givenStage
        case .endDate: record.endDate = lost.endDate
        default:
          if let stage = FieldRole.stageDates.first(where: { $0.role == role })?.stage {
            record.stageDates[stage] = lost.stageDates[stage]
          }
        }
      }
    }
    cpts[other] = record
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
