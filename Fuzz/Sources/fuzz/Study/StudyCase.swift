import Coverage

/// A study that the fuzzer invented: its files on disk, and what is asked of it.
struct StudyCase {
  /// What a letter of the settings asks for.
  enum Ask: UInt8 {
    /// The same study on two tasks, to compare.
    case twoJobs = 0x6A  // j
    /// All files, read back.
    case written = 0x77  // w
    /// People below `projet_sante_valide` are white.
    case strict = 0x73  // s
    /// Drawings are taken nearly at their word.
    case noSlivers = 0x6E  // n
    /// Cut units are computed again by GEOS.
    case verified = 0x76  // v
    case mergedNames = 0x6D  // m
    /// The best two actions are searched for.
    case greedy = 0x67  // g
  }

  private static let at = CivilDate(year: 2026, month: 1, day: 1)!

  let asked: Set<Ask>
  let parts: StudyParts
  private let folder: String

  /// - Parameter folder: where the files are written; each over that of the study before.
  /// - Returns: nil without units or without territories, of which there is no study.
  init?(_ parts: StudyParts, in folder: String) {
    guard parts[.units] != nil,
      [.list, .pairs, .drawn].contains(where: { parts[$0] != nil })
    else { return nil }
    self.parts = parts
    self.folder = folder
    asked = Set((parts[.settings] ?? []).compactMap { Ask(rawValue: $0) })
  }

  var size: Int { StudyParts.Name.allCases.reduce(0) { $0 + (parts[$1]?.count ?? 0) } }

  /// Where a part stands on disk.
  private func path(_ name: StudyParts.Name) -> String? {
    parts[name].map { _ in "\(folder)/\(name.rawValue)" }
  }

  func writeFiles() {
    for name in StudyParts.Name.allCases {
      if let bytes = parts[name] { ScratchFile.named("\(folder)/\(name.rawValue)").write(bytes) }
    }
  }

  var plan: InputPath? { path(.plan).map { InputPath($0) } }
  var isProposal: Bool { parts[.territory] != nil }
  var output: String { folder + "/out" }

  /// Settings with which few studies stop before they begin: each CPTS has a stage.
  func options(jobs: Int) throws(InputFault) -> StudyOptions {
    var settings = StudySettings()
    settings.units = path(.units)
    settings.cpts = [.list, .pairs, .drawn].compactMap { path($0) }
    settings.population = [path(.population)].compactMap { $0 }
    settings.attributes = [path(.attributes)].compactMap { $0 }
    settings.grid = [path(.grid)].compactMap { $0 }
    settings.proposals = [path(.territory)].compactMap { $0 }
    settings.at = Self.at
    settings.defaultStage = .signedContract
    settings.jobs = jobs
    if asked.contains(.strict) { settings.whiteBelow = .validatedProject }
    if asked.contains(.noSlivers) { settings.sliverWidth = 0.1 }
    if asked.contains(.verified) { settings.verify = .all }
    if asked.contains(.mergedNames) { settings.mergeSimilar = true }
    return try StudyOptions(settings, today: Self.at)
  }
}
