import GeoKernel

/// Where the new files wait: beside the target where they can take its place, else inside of it.
struct StagingFolder: Sendable {
  let path: String
  private let target: String
  private let isBeside: Bool

  init(for target: String) throws(FileFault) {
    self.target = target
    if let beside = Self.beside(target) {
      (path, isBeside) = (beside, true)
    } else {
      path = try Self.made { "\(target)/\(HiddenName.inside)\($0)" }
      isBeside = false
    }
  }

  /// A folder beside the target that may take its place; nil where there can be none.
  private static func beside(_ target: String) -> String? {
    guard target != "/", let slash = target.lastIndex(of: "/"), let status = FileStatus(target),
      // Whoever works in the folder would be left in the old one.
      !Folder.holdsWorkingFolder(target)
    else { return nil }
    let name = String(target[target.index(after: slash)...])
    let start = String(target[..<slash]) + "/" + HiddenName.beside(name)
    guard let path = try? made({ start + $0 }) else { return nil }
    // Names of one file system may still be apart, as where a folder is mounted.
    let probe = target + "/" + HiddenName.inside + "probe"
    let isNear =
      Folder.makeAlike(path, to: status, at: target)
      && (try? Folder.rename(path, to: probe)) != nil
      && (try? Folder.rename(probe, to: path)) != nil && (try? mark(path)) != nil
    if !isNear {
      Folder.removeEmpty(probe)
      try? remove(path)
      return nil
    }
    return path
  }

  private static func mark(_ path: String) throws(FileFault) {
    _ = try StagedFile(path + "/" + HiddenName.unpublished).finish()
  }

  /// As many runs of one process write side by side.
  private static let mostAtOnce = 10_000

  /// A new folder, whose name tells the process.
  private static func made(_ name: (String) -> String) throws(FileFault) -> String {
    for number in 1..<mostAtOnce {
      let path = name("\(ProcessNumber.own)-\(number)")
      if try Folder.makeNew(path) { return path }
    }
    throw FileFault.taken(name("\(ProcessNumber.own)"))
  }

  /// Publishes the new files.
  ///
  /// - Returns: what was kept under another name.
  func publish(
    _ survey: FolderSurvey, outputs: [String], day: CivilDate
  ) throws -> [KeptFile] {
    guard isBeside, let (carried, lock) = try? carriedOver(survey), try takesPlace(survey) else {
      try RenamedFiles(target: target).publish(path, survey, outputs: outputs)
      return survey.moved
    }
    defer { lock.release(from: target) }
    // The study is in its place: what is left to clear up, the next run clears up too.
    try? Folder.removeFile(target + "/" + HiddenName.unpublished)
    let dropped = Dictionary(uniqueKeysWithValues: survey.dropped.map { ($0.name, $0.status) })
    let late = try? ExchangedFolder.empty(path, into: target, day: day) { name, status in
      carried.contains(status.place) || dropped[name].map { status.isUnchanged(since: $0) } == true
    }
    return survey.moved + (late ?? [])
  }

  /// Puts the staging folder in the place of the target, in one step.
  ///
  /// - Returns: false where the disk exchanges no folders, and the target is not empty.
  private func takesPlace(_ survey: FolderSurvey) throws(FileFault) -> Bool {
    if (try? Folder.exchange(path, target)) != nil { return true }
    guard survey.isEmpty else { return false }
    try Folder.removeFile(target + "/" + FolderLock.fileName)
    try Folder.rename(path, to: target)
    return true
  }

  /// The new folder is locked before it has its name, so that nobody else ever finds it free.
  private func carriedOver(
    _ survey: FolderSurvey
  ) throws -> (Set<FileIdentity.Place>, FolderLock)? {
    let carried = try ExchangedFolder(staging: path, target: target).carryOver(survey)
    return try FolderLock.take(path).map { (carried, $0) }
  }

  func discard() { try? Self.remove(path) }

  /// Removes a staging folder. What tells that it was never published goes last: without it a run that is
  /// killed meanwhile would leave files that look like somebody else's.
  static func remove(_ path: String) throws(FileFault) {
    try Folder.removeAll(path, last: HiddenName.unpublished)
  }
}
