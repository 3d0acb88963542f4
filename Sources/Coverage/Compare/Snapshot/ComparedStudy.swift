/// One side of a comparison, as the user names it.
public enum ComparedStudy: Sendable {
  /// A folder that `report` wrote.
  case folder(String)
  /// A study to run: a study file, or a list.
  case study(StudyOptions, name: String)

  /// Whether a path is one of a folder.
  public static func isFolder(_ path: String) -> Bool { ReportFolder.isFolder(path) }

  /// - Throws: where a path is one of a report that is packed.
  public static func refusePacked(_ path: String) throws(InputFault) {
    try ReportFolder.refusePacked(path)
  }

  /// As the user named it.
  public var name: String {
    switch self {
    case .folder(let path): path
    case .study(_, let name): name
    }
  }

  /// The units that the tool carries, on which two folders are drawn; nil where a side is a study.
  public static func ofMap(_ sides: [ComparedStudy]) -> InputPath? {
    let areFolders = sides.allSatisfy { if case .folder = $0 { true } else { false } }
    return areFolders ? try? CarriedUnits.find() : nil
  }

  /// Every file that is read.
  public var inputs: [InputPath] {
    switch self {
    case .folder(let path): ReportFolder.inputs(of: path)
    case .study(let options, _): options.inputs
    }
  }

  /// What is compared of it, and the files read.
  ///
  /// - Throws: what a study throws; for a folder that is no report, is not whole, or was changed.
  func read(_ clock: StepClock) async throws -> (
    snapshot: Snapshot, digests: [InputDigest], land: ComparisonLand?
  ) {
    switch self {
    case .folder(let path):
      return try clock.measure(.reading) {
        var folder = try ReportFolder(path)
        let snapshot = try Snapshot(&folder)
        return (snapshot, folder.digests, nil)
      }
    case .study(let options, _):
      let study = try await Study.run(options, planning: .sectors, clock: clock)
      return (Snapshot(study), study.digests, ComparisonLand(units: study.units, mesh: study.mesh))
    }
  }
}
