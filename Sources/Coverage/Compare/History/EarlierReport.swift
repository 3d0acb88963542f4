/// An earlier report of the same country or area, read before the study that goes on from it.
public struct EarlierReport: Sendable {
  private let snapshot: Snapshot
  private let digests: [InputDigest]
  private let path: String

  /// The report that a study names; nil where it names none.
  ///
  /// - Complexity: O(bytes).
  /// - Throws: for a folder that is no report, is not whole, or was changed; for one of a later day.
  public init?(_ options: StudyOptions) throws(InputFault) {
    guard let path = options.since else { return nil }
    guard ReportFolder.isFolder(path) else {
      throw InputFault(
        .missing, path: path,
        problem: Wording(
          fr: "--since : pas de dossier de ce nom", en: "--since: no folder of this name"),
        cure: Wording(
          fr: "donnez le dossier d’un rapport antérieur, décompressé s’il est en .zip",
          en: "give the folder of an earlier report, unpacked where it is a .zip"))
    }
    var folder = try ReportFolder(path)
    snapshot = try Snapshot(&folder)
    digests = folder.digests
    self.path = path
    guard snapshot.day <= options.at else {
      throw InputFault(
        .usage, path: path,
        problem: Wording(
          fr: "--since : ce rapport est du \(snapshot.day), l’étude du \(options.at)",
          en: "--since: this report is of \(snapshot.day), the study of \(options.at)"),
        cure: Wording(
          fr: "donnez un rapport antérieur, ou un autre --at",
          en: "give an earlier report, or another --at"))
    }
  }

  /// Files that a run reads for it.
  public static func inputs(of options: StudyOptions) -> [InputPath] {
    options.since.map { ReportFolder.inputs(of: $0) } ?? []
  }

  /// What changed since.
  ///
  /// - Complexity: O(communes × CPTS in each).
  /// - Throws: where both do not speak of the same: other areas, another stage required, communes that no
  ///   movement of `--cog` explains.
  public func history(of study: Study, clock: StepClock = StepClock()) throws -> StudyHistory {
    try clock.measure(.comparing) {
      let now = Snapshot(study)
      try Comparison.refuseOthers(now, snapshot, now.title.isEmpty ? "report" : now.title, path)
      let ground = try CommonGround(snapshot, now, movements: study.options.movements)
      return StudyHistory(
        try Comparison(snapshot, now, ground, (digests, [], nil), (path, now.title)))
    }
  }
}

/// What changed from an earlier report to a study.
public struct StudyHistory: Sendable {
  public let comparison: Comparison
  /// In the order of the study's white zones, and of its sectors.
  public let zones: [LandHistory]
  public let sectors: [LandHistory]

  init(_ comparison: Comparison) {
    let (before, after) = (comparison.before, comparison.after)
    let days = (before.day, after.day)
    self.comparison = comparison
    zones = LandHistory.all(comparison.zones, before.zones, after.zones, days: days)
    sectors = LandHistory.all(comparison.sectors, before.sectors, after.sectors, days: days)
  }
}
