/// The lists of all senders held to one another.
struct ComparedLists {
  /// By identifier.
  private(set) var cpts: [ConsolidatedCPTS] = []
  private(set) var arbitrations: [Arbitration] = []
  var anomalies: [Anomaly] = []
  /// Declarations that say what another one says.
  private(set) var sameCount = 0
  /// People of all CPTS, each once.
  private(set) var people = 0

  /// - Complexity: O(declarations × log + units).
  /// - Throws: where a decision is none of its choices, or more CPTS overlap than the run may hold.
  init(
    _ lists: [SenderList], _ units: StudyUnits, _ decisions: ArbitrationDecisions,
    _ bounds: StudyBounds
  ) throws(InputFault) {
    let senders = lists.map(\.sender)
    let precedence = Precedence(regions: lists.map(\.region), units: units)
    var desk = ArbitrationDesk(decisions)
    let declarations = lists.flatMap(\.declarations)
    let groups = try CPTSGroup.all(declarations, senders, precedence, &desk)
    for group in groups {
      let composition = try Composition(group, senders, precedence, &desk)
      cpts.append(composition.result)
      anomalies += [composition.anomaly].compactMap { $0 }
      if !composition.differs { sameCount += group.members.count - 1 }
    }
    cpts.sort { $0.id < $1.id }
    try refuseWithoutTerritory(lists)
    let territories = try settleClaims(senders, precedence, bounds, &desk)
    for row in Straddling.all(cpts, territories, senders, precedence) { _ = try desk.settle(row) }
    people = territories.parts.reduce(0) { $0 + ($1.covering == Index(0) ? 0 : $1.population) }
    try desk.finish(knowing: Set(declarations.map(\.id.text) + groups.map(\.key)))
    arbitrations = desk.open
    anomalies += desk.anomalies
  }

  /// A list that gives no territory is of no use, unless others give its CPTS one.
  private func refuseWithoutTerritory(_ lists: [SenderList]) throws(InputFault) {
    for (place, list) in lists.enumerated() {
      guard let fault = list.withoutTerritory else { continue }
      let hasTerritory = cpts.contains { cpts in
        !cpts.communes.isEmpty && cpts.members.contains { $0.sender == place }
      }
      if !hasTerritory { throw fault }
    }
  }

  /// Takes communes away that somebody decided are of another CPTS.
  ///
  /// - Returns: who has which unit in the end.
  private mutating func settleClaims(
    _ senders: [Sender], _ precedence: Precedence, _ bounds: StudyBounds,
    _ desk: inout ArbitrationDesk
  ) throws(InputFault) -> Territories {
    let units = precedence.units
    let territories = Self.territories(of: cpts, units)
    let before = cpts
    var isChanged = false
    for pair in try SharedGround(cpts, territories, units, bounds).pairs {
      let (choice, isDecided) = try desk.settle(pair.arbitration(before, senders, units))
      guard isDecided, let owner = choice.sender else { continue }
      let isFirst = before[pair.first].territorySender == owner
      let (kept, loser) = isFirst ? (pair.first, pair.second) : (pair.second, pair.first)
      cpts[loser].give(pair.units, to: before[kept], units)
      isChanged = true
    }
    return isChanged ? Self.territories(of: cpts, units) : territories
  }

  private static func territories(
    of cpts: [ConsolidatedCPTS], _ units: StudyUnits
  ) -> Territories {
    let dated = cpts.map {
      DatedCPTS(
        id: $0.id, name: $0.title, stage: $0.record.highestStage, file: $0.place.file,
        line: $0.place.line, record: $0.record)
    }
    let memberships = cpts.flatMap { cpts in
      cpts.communes.map { commune in
        var row = Membership(
          cpts: cpts.id, code: commune.code, file: commune.place.file, line: commune.place.line)
        row.share = commune.share
        return row.holding(commune.span)
      }
    }
    return TerritoryResolver.run(dated, memberships.everHeld, units).territories
  }
}

extension ComparedLists {
  /// What senders' lists are told of, without what another sender completes: a stage, a territory.
  func standing(_ told: [Anomaly]) -> [Anomaly] {
    var (staged, placed) = (Set<String>(), Set<String>())
    for cpts in cpts {
      let ids = cpts.members.map(\.id.text)
      if cpts.record.isStaged { staged.formUnion(ids) }
      if !cpts.communes.isEmpty { placed.formUnion(ids) }
    }
    return told.filter { anomaly in
      switch anomaly.rule {
      case .cptsWithoutUnit: !placed.contains(anomaly.object)
      case .stageByDefault: !staged.contains(anomaly.object)
      default: true
      }
    }
  }
}
