/// Other territories on the same ground: CPTS added or removed, parts of units given or taken.
///
/// The parts stay as they are, and so do the people in them: figures before and after a change can be
/// subtracted.
struct TerritoryChange {
  private var territories: Territories
  private var coverings: Coverings
  private var isRemoved: [Bool]
  private var people: Column<Covering, Int>

  /// - Complexity: O(parts + coverings).
  init(_ territories: Territories) {
    self.territories = territories
    coverings = Coverings(territories.coverings)
    isRemoved = Array(repeating: false, count: territories.cpts.count)
    people = Column(repeating: 0, count: coverings.sets.count)
    for part in territories.parts where part.isStudied {
      people[part.covering] += part.population
    }
  }

  /// Adds a CPTS that covers nothing yet.
  ///
  /// - Returns: its index until the change is finished.
  mutating func add(_ cpts: DatedCPTS) -> Index<DatedCPTS> {
    territories.cpts.append(cpts)
    isRemoved.append(false)
    return Index(territories.cpts.count - 1)
  }

  /// Removes a CPTS from the study, and from every place that it covers.
  mutating func remove(_ cpts: Index<DatedCPTS>) { isRemoved[Int(cpts)] = true }

  /// Sets the stage of a CPTS.
  mutating func set(_ stage: Stage, of cpts: Index<DatedCPTS>) { territories[cpts].stage = stage }

  /// Gives a part to a CPTS, if it has not got it.
  mutating func give(part: Index<Part>, to cpts: Index<DatedCPTS>) {
    let members = coverings.sets[territories.parts[part].covering]
    guard !members.contains(cpts) else { return }
    move(part, to: members + [cpts])
  }

  /// Takes a part from a CPTS, if it has it.
  mutating func take(part: Index<Part>, from cpts: Index<DatedCPTS>) {
    let members = coverings.sets[territories.parts[part].covering]
    guard members.contains(cpts) else { return }
    move(part, to: members.filter { $0 != cpts })
  }

  private mutating func move(_ part: Index<Part>, to members: [Index<DatedCPTS>]) {
    let count = territories.parts[part].isStudied ? territories.parts[part].population : 0
    people[territories.parts[part].covering] -= count
    let covering = coverings.index(of: members)
    if covering == people.next { people.append(0) }
    people[covering] += count
    territories.parts[part].covering = covering
  }

  /// The stage of a CPTS as changed so far.
  func stage(of cpts: Index<DatedCPTS>) -> Stage { territories[cpts].stage }

  /// The name of a CPTS.
  func name(of cpts: Index<DatedCPTS>) -> String { territories[cpts].name }

  /// The id of a CPTS.
  func id(of cpts: Index<DatedCPTS>) -> CPTSID { territories[cpts].id }

  /// Whether a CPTS has a part as changed so far.
  func has(part: Index<Part>, _ cpts: Index<DatedCPTS>) -> Bool {
    coverings.sets[territories.parts[part].covering].contains(cpts)
  }

  /// Whether a CPTS at a stage or above covers a part, as changed so far.
  func isCovered(part: Index<Part>, from stage: Stage) -> Bool {
    isCounting(coverings.sets[territories.parts[part].covering], stage)
  }

  private func isCounting(_ members: [Index<DatedCPTS>], _ stage: Stage) -> Bool {
    members.contains { !isRemoved[Int($0)] && territories[$0].stage >= stage }
  }

  /// Distinct sets of CPTS so far.
  var coveringCount: Int { coverings.sets.count }

  /// People of the study covered at a stage or above, as changed so far.
  ///
  /// - Complexity: O(coverings).
  func people(from stage: Stage) -> Int {
    zip(coverings.sets, people).reduce(0) { sum, covering in
      isCounting(covering.0, stage) ? sum + covering.1 : sum
    }
  }

  /// The territories after the change, and the new index of each CPTS, none for one removed.
  ///
  /// - Complexity: O(parts + coverings + CPTS).
  func finished() -> (territories: Territories, newIndex: [Index<DatedCPTS>]) {
    let order = territories.cpts.indices.filter { !isRemoved[$0] }
      .sorted { territories.cpts[$0].id < territories.cpts[$1].id }
    var newIndex = [Index<DatedCPTS>](repeating: .missing, count: territories.cpts.count)
    for (new, old) in order.enumerated() { newIndex[old] = Index(new) }
    var changed = Coverings()
    let newCovering = coverings.sets.mapped { members in
      changed.index(of: members.map { newIndex[Int($0)] }.filter { $0.exists })
    }
    var result = territories
    result.cpts = order.map { territories.cpts[$0] }
    for index in result.parts.indices {
      result.parts[index].covering = newCovering[result.parts[index].covering]
    }
    result.coverings = changed.sets
    return (result, newIndex)
  }
}
