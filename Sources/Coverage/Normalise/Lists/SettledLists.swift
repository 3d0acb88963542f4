/// The lists of a study with the codes of its units, and each CPTS under one identifier.
struct SettledLists {
  private(set) var cpts: CPTSFiles
  let memberships: [Membership]
  /// What columns of maps name beside the drawings of territories, with codes of the units.
  let besideDrawings: [Membership]
  private(set) var anomalies: [Anomaly]
  /// Rows set aside, by file.
  private(set) var setAside: [String: Int]

  /// - Parameters:
  ///   - years: where the movements of communes are known.
  ///   - mergeSimilar: whether CPTS of similar names are put together.
  ///   - table: the units' own file, whose columns may be groups that a list names.
  /// - Complexity: O(rows + units).
  /// - Throws: `InputFault` for postal codes, and for CPTS put together that contradict each other.
  init(
    _ lists: CPTSFiles, _ units: StudyUnits, _ years: YearsOfCodes?, _ decisions: Decisions,
    mergeSimilar: Bool, table: FeatureTable? = nil
  ) throws(InputFault) {
    var cpts = lists
    let maps = cpts.settleCommuneMaps(in: units)
    let shared = try cpts.settleSharedCells()
    let groups = try SettledGroups(
      cpts, PlaceLevels(units, table),
      isKnown: { units.isKnown($0) || years?.isFormer($0) ?? false })
    let spelled = try ListedCodes(
      cpts.memberships + groups.memberships, in: units,
      isFormer: { years?.isFormer($0) ?? false },
      formerNames: { years?.history.namesOfCommunes() ?? [:] }, table: table)
    anomalies = maps + shared + groups.anomalies + spelled.anomalies
    anomalies += cpts.unusedColumns(in: units, butTold: anomalies, used: groups.memberships)
    setAside = spelled.setAside
    let similar = cpts.similar(spelled.memberships, in: units)
    var kept = try cpts.keptIdentifiers(mergeSimilar ? similar : [], decisions)
    let same = cpts.sameNumbers(spelled.memberships)
    let joined = same.kept.filter { kept[$0.key] == nil && kept[$0.value] == nil }
    let told = similar.filter { joined[$0.0] != $0.1 && joined[$0.1] != $0.0 }
    anomalies += cpts.anomalies(ofSimilar: told, spelled.memberships, kept: kept)
    kept.merge(joined) { first, _ in first }
    anomalies += same.anomalies
    anomalies += cpts.nearIdentifiers(butSaid: similar + same.kept.map { ($0.key, $0.value) })
    if !kept.isEmpty { try cpts.merge(into: kept) }
    func underKeptIdentifiers(_ rows: [Membership]) -> [Membership] {
      rows.map { row in
        var row = row
        row.cpts = kept[row.cpts] ?? row.cpts
        return row
      }
    }
    let merged = underKeptIdentifiers(spelled.memberships)
    // Of a column that is no use to the study nothing is told but where the drawings contradict it.
    let beside = try? ListedCodes(
      cpts.besideDrawings, in: units, isFormer: { years?.isFormer($0) ?? false }, table: table)
    besideDrawings = underKeptIdentifiers(beside?.memberships ?? [])
    anomalies += cpts.settleSeats(merged, in: units, years)
    self.cpts = cpts
    guard let years else {
      memberships = try decisions.applied(to: merged, in: units)
      anomalies += decisions.unusedAnomalies(Set(merged.lazy.map(\.code)))
      return
    }
    let converted = try ConvertedLists(merged, years, in: units)
    memberships = converted.memberships
    anomalies += converted.anomalies
    setAside.merge(converted.setAside, uniquingKeysWith: +)
  }
}
