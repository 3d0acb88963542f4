/// A code that a list names for a territory.
struct ListedCode: Hashable, Sendable {
  var territory: CPTSID
  var code: UnitCode
}

/// What became of a listed code.
struct ConvertedCode: Equatable, Sendable {
  /// What the code covers among the units.
  enum Outcome: Equatable, Sendable {
    /// The commune of the same code, whole.
    case kept
    /// These communes, whole: all their land is in the territory; sorted.
    case replaced([UnitCode])
    /// A part of a commune of which the territory does not list the rest.
    case partial(PartOfCommune)
    /// The land went to `choices`, which hold other land too; of them, `covered` are whole in the
    /// territory, and it leaves a doubt about the others; sorted.
    case undecided(choices: [UnitCode], covered: [UnitCode])
    /// The commune that the user's decision names, whole.
    case decided(UnitCode)
    /// These communes, by the movements, but the units lack one of them.
    case absent([UnitCode])
    /// No commune of a year known: an arrondissement, a part of a commune that the units know, a
    /// mistake. Other rules must tell.
    case notJudged
  }

  var listed: ListedCode
  /// The year in which the code was read, where it was.
  var year: Int?
  var outcome: Outcome
  /// The movements between that year and the units'; in order of time.
  var events: [CommuneMovement] = []
  /// Communes that the code also meant in the first year of the file's range, and that the territory
  /// does not cover; sorted.
  var alsoMeant: [UnitCode] = []
}

/// A former commune inside a commune of which a territory does not list all former communes.
struct PartOfCommune: Equatable, Sendable {
  /// The commune among the units.
  var commune: UnitCode
  /// Its former communes in the territory; sorted.
  var listed: [UnitCode]
  /// Its other former communes; sorted.
  var missing: [UnitCode]
  /// Communes not listed of which it may hold some land; sorted.
  var perhaps: [UnitCode]
  /// Inhabitants of the part, where the populations of communes déléguées tell.
  var people: Int?
}

/// Brings the codes of lists to the units' year.
///
/// A territory's codes are read in the file's year; a code that was no commune then, in the nearest
/// year in which it was one. Their land together decides, so that the order of rows does not matter:
/// - a commune of the units is covered whole where all its land is listed by the territory, whatever
///   mergers, divisions and changes of code lie between;
/// - a code whose land is inside one commune, other land of which is not listed, is a part of it;
/// - a code whose land went to several communes that hold land of others too, not all listed, leaves
///   a doubt: the user decides.
///
/// So an old code that was divided since covers all its successors: in the file's year it meant them
/// all. It is in doubt only where a successor also took land of communes that are not listed.
struct CodeConversion: Sendable {
  let history: CodeHistory
  let units: Set<UnitCode>
  let unitsYear: Int
  /// What the user chose for codes in doubt.
  var decisions: Decisions
  /// Inhabitants of communes déléguées and associées that the units know of; the value is nil where
  /// their population is unknown.
  var parts: [UnitCode: Int?]

  /// - Parameters:
  ///   - year: of the file that the codes come from.
  /// - Returns: one for each listed code, in their order.
  /// - Complexity: O(listed codes, and the pieces of their land).
  /// - Throws: `InputFault` where a decision names no choice.
  func convert(
    _ listed: [ListedCode], year: CodeYear
  ) throws(InputFault) -> [ConvertedCode] {
    let readings = listed.map { reading(of: $0.code, in: year) }
    var lands: [CPTSID: Set<Int32>] = [:]
    for (entry, reading) in zip(listed, readings) {
      lands[entry.territory, default: []].formUnion(land(of: entry.code, reading))
    }
    let codes = Dictionary(grouping: listed, by: { $0.territory }).mapValues { rows in
      Set(rows.map { $0.code })
    }
    var found: [ConvertedCode] = []
    found.reserveCapacity(listed.count)
    for (entry, reading) in zip(listed, readings) {
      let territory = Territory(
        land: lands[entry.territory] ?? [], codes: codes[entry.territory] ?? [])
      var converted = try convert(entry, reading, territory)
      converted.alsoMeant = alsoMeant(converted, year, territory)
      found.append(converted)
    }
    return found
  }

  /// What one territory lists.
  struct Territory {
    var land: Set<Int32>
    var codes: Set<UnitCode>
  }

  /// The year to read a code in; nil where it is left as it is.
  private func reading(of code: UnitCode, in year: CodeYear) -> Int? {
    if history.isCommune(code, in: year.year) { return year.year }
    if units.contains(code) { return unitsYear }
    if parts[code] != nil { return nil }
    let years = history.yearsAsCommune(code).flatMap { [$0.lowerBound, $0.upperBound] }
    // Bounds of ranges that do not hold the year: the nearest of them is the nearest of all.
    return years.min { abs($0 - year.year) < abs($1 - year.year) }
  }

  private func land(of code: UnitCode, _ reading: Int?) -> Set<Int32> {
    if let choice = decisions.codes[code] {
      return history.land(of: choice.name, in: unitsYear) ?? []
    }
    return reading.flatMap { history.land(of: code, in: $0) } ?? []
  }

  private func convert(
    _ entry: ListedCode, _ reading: Int?, _ territory: Territory
  ) throws(InputFault) -> ConvertedCode {
    if let decision = decisions.codes[entry.code] {
      try check(decision, for: entry.code, reading)
      return ConvertedCode(listed: entry, year: reading, outcome: .decided(decision.name))
    }
    guard let reading else { return ConvertedCode(listed: entry, outcome: .notJudged) }
    let fate = history.fate(of: entry.code, from: reading, to: unitsYear)
    return ConvertedCode(
      listed: entry, year: reading,
      outcome: outcome(of: fate.correspondence, entry.code, reading, territory),
      events: fate.events)
  }

  private func outcome(
    of fate: Correspondence, _ code: UnitCode, _ year: Int, _ territory: Territory
  ) -> ConvertedCode.Outcome {
    let targets = fate.targets(of: code)
    guard !targets.isEmpty else { return units.contains(code) ? .kept : .notJudged }
    guard targets.allSatisfy({ units.contains($0) }) else {
      return units.contains(code) ? .kept : .absent(targets)
    }
    let covered = targets.filter { isCovered($0, by: territory) }
    if covered == targets { return targets == [code] ? .kept : .replaced(targets) }
    guard case .part(let commune, let parts, let partly) = fate else {
      return .undecided(choices: targets, covered: covered)
    }
    let land = territory.land
    func isListed(_ part: UnitCode) -> Bool {
      history.land(of: part, in: year).map { $0.isSubset(of: land) } ?? false
    }
    return .partial(
      PartOfCommune(
        commune: commune, listed: parts.filter(isListed),
        missing: parts.filter { !isListed($0) }, perhaps: partly.filter { !isListed($0) },
        people: self.parts[code] ?? nil))
  }

  /// Whether all land of a commune of the units is in a territory.
  private func isCovered(_ commune: UnitCode, by territory: Territory) -> Bool {
    guard let land = history.land(of: commune, in: unitsYear) else {
      return territory.codes.contains(commune)
    }
    return land.isSubset(of: territory.land)
  }

  /// A file that fits several years is read in one of them. What a code meant in the first of them,
  /// and the territory does not cover, may have been meant.
  private func alsoMeant(
    _ converted: ConvertedCode, _ year: CodeYear, _ territory: Territory
  ) -> [UnitCode] {
    let first = year.range.lowerBound
    guard converted.year == year.year, first < year.year else { return [] }
    let fate = history.fate(of: converted.listed.code, from: first, to: unitsYear)
    guard case .union(let codes) = fate.correspondence else { return [] }
    return codes.filter { units.contains($0) && !isCovered($0, by: territory) }
  }

  /// A decision names a unit, and one of the choices where the movements know them. What they do not
  /// know, a mistyped code for instance, may be decided freely.
  private func check(
    _ decision: Decisions.Choice<UnitCode>, for code: UnitCode, _ reading: Int?
  ) throws(InputFault) {
    let fate = reading.map { history.fate(of: code, from: $0, to: unitsYear).correspondence }
    let choices = (fate?.targets(of: code) ?? []).filter { units.contains($0) }
    let isChoice = choices.isEmpty || choices.contains(decision.name)
    guard !units.contains(decision.name) || !isChoice else { return }
    let list = choices.map { $0.text }.joined(separator: ", ")
    throw InputFault(
      path: decisions.path, line: decision.line,
      problem: isChoice
        ? Wording(
          fr: "\(decision.name), retenu pour \(code), n’est pas parmi les unités",
          en: "\(decision.name), chosen for \(code), is not among the units")
        : Wording(
          fr: "\(code) n’est pas devenu \(decision.name)",
          en: "\(code) did not become \(decision.name)"),
      cure: choices.isEmpty
        ? Wording(fr: "retenez un code des unités", en: "choose a code of the units")
        : Wording(fr: "retenez l’un de : \(list)", en: "choose one of: \(list)"))
  }
}
