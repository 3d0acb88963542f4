// Names beside codes, and in their place.

extension ListedCodes {
  /// Whether the name beside a code has signs that separate, and is not that of one commune.
  mutating func namesSeveral(_ row: Membership) -> Bool {
    let text = row.hint.name
    guard SeveralNames.mayBe(text), let department = units.department(of: row.code),
      units.place(of: row.code).map({ placeName($0.name) != placeName(text) }) ?? false
    else { return false }
    return reader.names.places(of: text, in: [department]).isEmpty
  }

  /// What beside the name of a row's commune, in its own column, may change what is meant.
  mutating func nameDoubt(_ row: Membership) -> CodeDoubt? {
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
  mutating func addNamed(_ row: Membership) {
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

  /// A name that is another place's, and not that of the code.
  mutating func compareName(_ row: Membership, _ name: String) {
    against.see(row, name, reader.names)
  }

  /// - Parameter others: departments of the other communes of the CPTS.
  mutating func findByName(
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
