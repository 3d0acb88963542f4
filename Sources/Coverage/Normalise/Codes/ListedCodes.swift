extension StudyUnits {
  /// Whether a code is that of a commune, or of a part of it.
  func isPart(_ code: UnitCode, of commune: UnitCode) -> Bool {
    func unit(_ code: UnitCode) -> Index<Unit>? { index[code] ?? delegated[code]?.unit }
    return code == commune || unit(code).map { $0 == unit(commune) } ?? false
  }
}

/// Rows of lists, each with a code that the units know wherever a spreadsheet did not destroy it, and where
/// people wrote something else, one row for each commune that they meant.
struct ListedCodes {
  let units: StudyUnits
  private let isFormer: (UnitCode) -> Bool
  var reader: PlaceReader
  var memberships: [Membership] = []
  var anomalies: [Anomaly] = []
  /// Rows set aside, by file.
  var setAside: [String: Int] = [:]
  private var scopes: [String: PlaceScope] = [:]
  /// Files in which the codes beside names are postal codes.
  let filesOfPostalCodes: Set<String>
  private var groups = ListedGroups()
  private var cells = ListedCells()
  private var cut = CutCells()
  var against: NamesAgainstCodes

  /// - Parameters:
  ///   - isFormer: whether a code was that of a commune of another year.
  ///   - formerNames: what communes were called in other years.
  ///   - table: the units' own file, whose columns may be groups that a list names.
  /// - Complexity: O(rows + units).
  /// - Throws: `InputFault` where a column holds postal codes.
  init(
    _ rows: [Membership], in units: StudyUnits, isFormer: @escaping (UnitCode) -> Bool,
    formerNames: @escaping () -> [UnitCode: Set<String>] = { [:] },
    table: FeatureTable? = nil
  ) throws(InputFault) {
    self.units = units
    against = NamesAgainstCodes(units, formerNames: formerNames)
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
    anomalies += cells.anomalies + cut.anomalies + against.anomalies
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
    against.see(row)
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
  mutating func take(
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
    cut.see(text, row, isList: readings.count > 1)
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
}
