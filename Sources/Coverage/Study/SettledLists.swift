/// The lists of a study with the codes of its units, and each CPTS under one identifier.
struct SettledLists {
  private(set) var cpts: CPTSFiles
  let memberships: [Membership]
  private(set) var anomalies: [Anomaly]
  /// Rows set aside, by file.
  let setAside: [String: Int]

  /// - Complexity: O(rows + units).
  /// - Throws: `InputFault` for postal codes, and for CPTS put together that contradict each other.
  init(
    _ lists: CPTSFiles, _ units: StudyUnits, _ options: StudyOptions
  ) throws(InputFault) {
    var cpts = lists
    let unmerged = try ListedCodes(lists.memberships, in: units, isFormer: { _ in false })
    anomalies = unmerged.anomalies
    setAside = unmerged.setAside
    let similar = cpts.similar(unmerged.memberships, in: units)
    let kept = options.mergeSimilar ? cpts.keptIdentifiers(similar) : [:]
    anomalies += cpts.anomalies(ofSimilar: similar, unmerged.memberships, kept: kept)
    if !kept.isEmpty { try cpts.merge(into: kept) }
    memberships = unmerged.memberships.map { row in
      var row = row
      row.cpts = kept[row.cpts] ?? row.cpts
      return row
    }
    self.cpts = cpts
  }
}
