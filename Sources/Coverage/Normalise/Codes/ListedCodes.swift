extension StudyUnits {
  /// Whether a code is that of a commune, or of a part of it.
  fileprivate func isPart(_ code: UnitCode, of commune: UnitCode) -> Bool {
    func unit(_ code: UnitCode) -> Index<Unit>? { index[code] ?? delegated[code]?.unit }
    return code == commune || unit(code).map { $0 == unit(commune) } ?? false
  }
}

/// Rows of lists, each with a code that the units know wherever a spreadsheet did not destroy it, and where
/// people wrote something else, one row for each commune that they meant.
struct ListedCodes {
  private let units: StudyUnits
  private let isFormer: (UnitCode) -> Bool
  private var reader: PlaceReader
  private(set) var memberships: [Membership] = []
  private(set) var anomalies: [Anomaly] = []
  /// Rows set aside, by file.
  private(set) var setAside: [String: Int] = [:]
  private var scopes: [String: PlaceScope] = [:]
  /// Files in which the codes beside names are postal codes.
  private let filesOfPostalCodes: Set<String>
  private var groups = ListedGroups()
  private var cells = ListedCells()

  /// - Parameters:
  ///   - isFormer: whether a code was that of a commune of another year.
  ///   - table: the units' own file, whose columns may be groups that a list names.
  /// - Complexity: O(rows + units).
  /// - Throws: `InputFault` where a column holds postal codes.
  init(
    _ rows: [Membership], in units: StudyUnits, isFormer: @escaping (UnitCode) -> Bool,
    table: FeatureTable? = nil
  ) throws(InputFault) {
    self.units = units
    self.isFormer = isFormer
    reader = PlaceReader(units, isFormer: isFormer, table: table)
    filesOfPostalCodes = try PostalCodes.refuse(in: rows)
    memberships.reserveCapacity(rows.count)
    var nameless: [Membership] = []
    var departments: [CPTSID: Set<String>] = [:]
    for row in rows {
      if row.code.text.isEmpty {
        nameless.append(row)
        continue
      }
      let first = memberships.count
      try settle(row)
      for settled in memberships[first...] {
        guard let department = units.department(of: settled.code) else { continue }
        departments[settled.cpts, default: []].insert(department)
      }
    }
    for row in nameless { try findByName(row, besides: departments[row.cpts] ?? []) }
    anomalies += cells.anomalies
  }

  /// Adds the row with the code that was meant, or with each of those that its cell names.
  private mutating func settle(_ row: Membership) throws(InputFault) {
    var row = row
    if !units.isKnown(row.code), mayBePlaces(row) {
      return try readPlaces(row, row.code.text)
    }
    row.code = units.code(
      row.code.text, isFormer: isFormer, file: row.file, line: row.line, &anomalies)
    if let doubt = nameDoubt(row) {
      setAside[row.file, default: 0] += 1
      anomalies.append(.doubtfulCode("\(row.code) \(row.hint.name)", doubt, row))
      return
    }
    memberships.append(row)
    guard !row.hint.name.isEmpty else { return }
    if namesSeveral(row) { addNamed(row) } else { compareName(row, row.hint.name) }
  }

  /// Whether a cell is more than one code, whole or damaged.
  private mutating func mayBePlaces(_ row: Membership) -> Bool {
    let text = row.code.text
    let isCode = ["00000", "2A000", "2B000"].contains { isWritten(text, like: $0) }
    if isCode || ScientificNotation(text) != nil { return false }
    guard CodeSpelling(text, isKnown: { units.isKnown($0) || isFormer($0) }) != nil else {
      return true
    }
    // What a spreadsheet may have left of a code may be the code of a group as well.
    return scope(of: row.column) != .communes
  }

  private mutating func scope(of column: String) -> PlaceScope {
    if let scope = scopes[column] { return scope }
    let scope = PlaceScope(column: column) { !reader.levels.levels($0).isEmpty }
    scopes[column] = scope
    return scope
  }

  // MARK: Cells

  private mutating func readPlaces(_ row: Membership, _ text: String) throws(InputFault) {
    var context = PlaceReader.Context()
    context.scope = scope(of: row.column)
    context.departments = row.hint.departments
    context.hasPostalCodes = filesOfPostalCodes.contains(row.file)
    let readings = reader.read(text, context).map { inDistrict($0, row.hint.postal) }
    if readings.count == 1, case .unknown(let only) = readings[0],
      !only.contains(where: \.isLetter), SpoiledText(only) == nil,
      only.utf8.count > 3 || reader.groupsNamed(only).isEmpty
    {
      // A number that nobody knows is the resolver's to tell.
      memberships.append(row)
      return
    }
    try take(readings, row, text)
  }

  /// Of Paris, Lyon or Marseille by name, the arrondissement that the postal code of the row tells.
  private func inDistrict(_ reading: PlaceReading, _ postal: String) -> PlaceReading {
    guard case .found(let place) = reading, place.way == .name, place.codes.count == 1,
      let district = PostalCodes.district(of: postal),
      CityWithDistricts.city(of: district) == place.codes[0],
      reader.units.index[district] != nil
    else { return reading }
    return .found(FoundPlace(text: place.text, way: .name, codes: [district]))
  }

  /// Adds what the places of a row are, and tells those that are none.
  private mutating func take(
    _ readings: [PlaceReading], _ row: Membership, _ text: String
  ) throws(InputFault) {
    var named: [FoundPlace] = []
    for reading in readings {
      switch reading {
      case .found(let place):
        if place.way == .name { named.append(place) }
        try add(place, row, name: readings.count > 1 ? "" : row.hint.name)
      case .unknown(let name):
        anomalies.append(.unknownPlace(name, row, groups: reader.groupsNamed(name)))
      case .doubtful(let name, let choices):
        anomalies.append(.doubtfulPlace(name, choices, row))
      case .refused(let text, let doubt): anomalies.append(.doubtfulCode(text, doubt, row))
      }
    }
    if !named.isEmpty {
      anomalies.append(
        .namesForCodes(named, row, isGiven: !row.hint.departments.isEmpty))
    }
    if !readings.contains(where: { $0.isFound }) { setAside[row.file, default: 0] += 1 }
    cells.see(text, readings, row)
  }

  /// - Parameter name: what another column calls the place.
  private mutating func add(
    _ place: FoundPlace, _ row: Membership, name: String
  ) throws(InputFault) {
    switch place.way {
    case .group(let level, let shown):
      guard let anomaly = try groups.take(level, shown, place, row) else { return }
      anomalies.append(anomaly)
      if let told = reader.contradiction(of: place, row) { anomalies.append(told) }
    case .code(let spelling) where !spelling.damage.isEmpty:
      anomalies.append(.repaired(place.text, spelling, file: row.file, line: row.line))
    case .code, .name: break
    }
    for code in place.codes {
      var row = row
      row.code = code
      let name = place.name.isEmpty ? name : place.name
      if case .code = place.way, !name.isEmpty { compareName(row, name) }
      memberships.append(row)
    }
  }

  // MARK: Names

  /// Whether the name beside a code has signs that separate, and is not that of one commune.
  private mutating func namesSeveral(_ row: Membership) -> Bool {
    let text = row.hint.name
    guard SeveralNames.mayBe(text), let department = units.department(of: row.code),
      units.place(of: row.code).map({ placeName($0.name) != placeName(text) }) ?? false
    else { return false }
    return reader.names.places(of: text, in: [department]).isEmpty
  }

  /// What beside the name of a row's commune, in its own column, may change what is meant.
  private mutating func nameDoubt(_ row: Membership) -> CodeDoubt? {
    let name = row.hint.name
    guard !name.isEmpty, SpoiledText(name) == nil else { return nil }
    if let sign = doubtfulSign(in: name) { return .mark(String(sign)) }
    if name.dropFirst().contains("*") { return .mark("*") }
    if SeveralNames.mayBe(name), !PlaceText.saysPart(name) { return nil }
    return reader.note(in: name, beside: row.code, isColumn: true)
      .map { .note(code: row.code.text, note: $0) }
  }

  /// Adds the communes that a row names beside one code, where each is the only one of its name in the
  /// department; else tells that the code alone counts.
  private mutating func addNamed(_ row: Membership) {
    let department = units.department(of: row.code) ?? ""
    var context = PlaceReader.Context()
    context.departments = [department]
    let names = SeveralNames(
      reader.read(row.hint.name, context), isDivided: PlaceText.isDivided(row.hint.name)
    ) { [units] in units.isPart($0, of: row.code) }
    guard let names else { return compareName(row, row.hint.name) }
    if names.areSure {
      for code in names.others {
        var other = row
        (other.code, other.hint.name) = (code, "")
        memberships.append(other)
      }
    }
    anomalies.append(names.anomaly(row))
  }

  /// A name that is another place's of the same department, and not that of the code.
  private mutating func compareName(_ row: Membership, _ name: String) {
    guard let unit = units.index[row.code].map({ units.units[Int($0)] }),
      unit.name != name, placeName(unit.name) != placeName(name)
    else { return }
    let others = reader.names.codes(of: name, in: [unit.department])
    guard !others.isEmpty, !others.contains(row.code) else { return }
    let list = others.map(\.text).joined(separator: ", ")
    anomalies.append(
      Anomaly(
        .warning, .nameAgainstCode, file: row.file, line: row.line, object: row.code.text,
        finding: Wording(
          fr: "« \(name) » est \(list), mais le code est celui de \(unit.name)",
          en: "“\(name)” is \(list), but the code is that of \(unit.name)"),
        treatment: Wording(fr: "le code est retenu", en: "the code is used")))
  }

  /// - Parameter others: departments of the other communes of the CPTS.
  private mutating func findByName(
    _ row: Membership, besides others: Set<String>
  ) throws(InputFault) {
    let text = row.hint.name
    var departments = row.hint.departments
    if departments.isEmpty, !reader.names.places(of: text, in: others).isEmpty {
      departments = others
    }
    let found = reader.names.places(of: text, in: departments)
    if found.count == 1 {
      var row = row
      row.code = found[0]
      memberships.append(row)
      anomalies.append(.nameForCode(found[0], row, inDepartment: !departments.isEmpty))
      return
    }
    var context = PlaceReader.Context()
    context.departments = departments
    context.hasPostalCodes = filesOfPostalCodes.contains(row.file)
    let readings = reader.read(text, context)
    let isAlone = readings.count == 1 && !readings[0].isFound
    guard isAlone, readings[0].isUnknown || readings[0].isDoubtful,
      reader.groupsNamed(text).isEmpty, SpoiledText(text) == nil
    else {
      return try take(readings, row, text)
    }
    setAside[row.file, default: 0] += 1
    if case .doubtful(_, let choices) = readings[0] {
      anomalies.append(.nameWithoutCode(row, choices))
    } else {
      anomalies.append(.nameWithoutCode(row, []))
    }
  }
}
