/// Finds which CPTS covers which part of which unit, from lists of codes.
struct TerritoryResolver {
  private let units: StudyUnits
  private var anomalies: [Anomaly] = []
  private var setAside: [String: Int] = [:]
  private var listed: ListedUnits

  struct Result {
    var territories: Territories
    /// What lists give of each unit.
    var listed: ListedUnits
    var anomalies: [Anomaly]
    /// Rows set aside, by file.
    var setAside: [String: Int]
  }

  /// - Parameters:
  ///   - cpts: sorted by id.
  ///   - elsewhere: CPTS that have a drawing, or a territory on another day, and need no unit in a list.
  /// - Complexity: O(memberships + units).
  static func run(
    _ cpts: [DatedCPTS], _ memberships: [Membership], _ units: StudyUnits,
    elsewhere: Set<CPTSID> = []
  ) -> Result {
    var resolver = TerritoryResolver(units: units)
    resolver.place(memberships, of: cpts, elsewhere)
    var territories = Territories(cpts: cpts)
    resolver.divide(into: &territories)
    return Result(
      territories: territories, listed: resolver.listed, anomalies: resolver.anomalies,
      setAside: resolver.setAside)
  }

  private init(units: StudyUnits) {
    self.units = units
    listed = ListedUnits(wholes: Column(repeating: [], count: units.units.count))
  }

  // MARK: From codes to units

  private mutating func place(
    _ memberships: [Membership], of cpts: [DatedCPTS], _ elsewhere: Set<CPTSID>
  ) {
    let indexOfID = Dictionary(
      uniqueKeysWithValues: cpts.enumerated().map { ($1.id, Index<DatedCPTS>($0)) })
    var hasUnit = [Bool](repeating: false, count: cpts.count)
    for membership in memberships {
      guard let owner = indexOfID[membership.cpts] else { continue }
      let isKnown = place(membership, owner)
      hasUnit[Int(owner)] = hasUnit[Int(owner)] || isKnown
    }
    for (index, cpts) in cpts.enumerated() where !hasUnit[index] && !elsewhere.contains(cpts.id) {
      anomalies.append(
        Anomaly(
          .error, .cptsWithoutUnit, file: cpts.file, line: cpts.line, object: cpts.id.text,
          finding: Wording(
            fr: "aucune unité connue dans le territoire de la CPTS",
            en: "no known unit in the territory of the CPTS"),
          treatment: Wording(fr: "elle ne couvre personne", en: "it covers nobody")))
    }
  }

  private mutating func place(_ membership: Membership, _ owner: Index<DatedCPTS>) -> Bool {
    let code = membership.code
    if let share = membership.share, let targets = wholes(of: code) {
      add(share, of: targets, owner, membership)
    } else if let unit = units.index[code] {
      add(owner, to: [unit], membership)
    } else if let city = units.cities[code] {
      add(owner, to: units.communes[Int(city)].units, membership)
    } else if let part = units.delegated[code] {
      noteShare(membership)
      addDelegated(owner, part, membership)
    } else if let city = CityWithDistricts.city(of: code), let unit = units.index[city] {
      addDelegated(
        owner,
        DelegatedCommune(
          code: code, name: "", population: nil, parentPopulation: nil, unit: unit), membership)
    } else {
      setAside[membership.file, default: 0] += 1
      note(.error, .unknownCode, membership, code.whyUnknown, .rowSetAside)
      return false
    }
    return true
  }

  /// The units of a commune; nil where a code names less, or nothing.
  private func wholes(of code: UnitCode) -> [Index<Unit>]? {
    units.index[code].map { [$0] } ?? units.cities[code].map { units.communes[Int($0)].units }
  }

  private mutating func add(
    _ share: Double, of targets: [Index<Unit>], _ owner: Index<DatedCPTS>, _ membership: Membership
  ) {
    let isRepeated = targets.contains { unit in
      listed.shares[unit]?.contains { $0.owner == owner } ?? false
    }
    if isRepeated {
      return noteRepeated(membership)
    }
    for unit in targets {
      listed.shares[unit, default: []].append(UnitShares.Share(owner: owner, part: share))
    }
    let percent = NumberText.decimal(share * 100, 2)
    note(
      .information, .communeShare, membership,
      Wording(
        fr: "\(percent) % des habitants de la commune",
        en: "\(percent) % of the people of the commune"),
      Wording(
        fr: "la commune est couverte pour cette part de ses habitants, et de sa surface",
        en: "the commune is covered for this share of its people, and of its area"))
  }

  /// A part of a part is not told apart.
  private mutating func noteShare(_ membership: Membership) {
    guard membership.share != nil else { return }
    note(
      .warning, .communeShare, membership,
      Wording(fr: "part d’une commune déléguée", en: "a part of a delegated commune"),
      Wording(fr: "elle est comptée en entier", en: "all of it is counted"))
  }

  private mutating func add(
    _ owner: Index<DatedCPTS>, to targets: [Index<Unit>], _ membership: Membership
  ) {
    var isRepeated = false
    for unit in targets {
      if listed.wholes[unit].contains(owner) {
        isRepeated = true
      } else {
        listed.wholes[unit].append(owner)
      }
    }
    if isRepeated { noteRepeated(membership) }
  }

  private mutating func addDelegated(
    _ owner: Index<DatedCPTS>, _ part: DelegatedCommune, _ membership: Membership
  ) {
    let parent = units[part.unit]
    guard let people = part.population else {
      add(owner, to: [part.unit], membership)
      note(
        .warning, .delegatedCommune, membership,
        Wording(
          fr: "partie de \(parent.code) \(parent.name), de population inconnue",
          en: "part of \(parent.code) \(parent.name), population unknown"),
        Wording(fr: "la commune entière est comptée", en: "the whole commune is counted"))
      return
    }
    let owners = listed.delegated[part.unit]?[part.code] ?? []
    if owners.contains(owner) { return noteRepeated(membership) }
    listed.delegated[part.unit, default: [:]][part.code] = owners + [owner]
    note(
      .information, .delegatedCommune, membership,
      Wording(
        fr: "partie de \(parent.code) \(parent.name) (\(people) habitants)",
        en: "part of \(parent.code) \(parent.name) (\(people) people)"),
      Wording(
        fr: "la commune est couverte pour cette part de ses habitants, et de sa surface",
        en: "the commune is covered for this share of its people, and of its area"))
  }

  // MARK: From units to parts

  private func divide(into territories: inout Territories) {
    var coverings = Coverings()
    territories.parts.reserveCapacity(listed.wholes.count)
    for unit in listed.wholes.indices {
      for layer in listed.layers(of: unit, units) {
        territories.parts.append(
          Part(
            unit: unit, piece: Pieces.whole(unit), population: layer.people,
            areaShare: layer.areaShare, covering: coverings.index(of: layer.owners),
            isStudied: units.area.contains(unit)))
      }
    }
    territories.coverings = coverings.sets
  }

  // MARK: Notes

  private mutating func noteRepeated(_ membership: Membership) {
    note(
      .information, .duplicatePair, membership,
      Wording(
        fr: "\(membership.code) est déjà dans cette CPTS",
        en: "\(membership.code) is already in this CPTS"),
      Wording(fr: "compté une fois", en: "counted once"))
  }

  private mutating func note(
    _ severity: Anomaly.Severity, _ rule: Anomaly.Rule, _ membership: Membership,
    _ finding: Wording, _ treatment: Wording
  ) {
    anomalies.append(
      Anomaly(
        severity, rule, file: membership.file, line: membership.line,
        object: [.unknownCode, .delegatedCommune, .communeShare].contains(rule)
          ? membership.code.text : membership.cpts.text,
        finding: finding, treatment: treatment))
  }
}
