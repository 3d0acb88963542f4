import GeoKernel

/// What a run that was killed has left in a folder and beside it. Whoever holds the lock of the folder may
/// clear it up: no run is alive that needs it.
struct LeftOvers {
  let target: String
  let day: CivilDate

  /// Ends what was decided, and removes what was not. The folder then holds one study.
  ///
  /// - Returns: what stood in the way and was kept under another name.
  func clear() throws(FileFault) -> [KeptFile] {
    try RenamedFiles(target: target).end()
    for name in try Folder.names(in: target).all where name.hasPrefix(HiddenName.inside) {
      try Folder.removeAll(target + "/" + name)
    }
    try Folder.removeFile(target + "/" + HiddenName.unpublished)
    guard let slash = target.lastIndex(of: "/"), target.count > 1 else { return [] }
    let parent = String(target[..<slash])
    let beginning = HiddenName.beside(String(target[target.index(after: slash)...]))
    // Above may be a folder that nobody may list; then nothing of ours is there.
    let names = (try? Folder.names(in: parent.isEmpty ? "/" : parent).all) ?? []
    var kept: [KeptFile] = []
    for name in names where name.hasPrefix(beginning) {
      let path = parent + "/" + name
      guard let status = FileStatus(path), status.kind == .folder, status.isOwn else { continue }
      kept += try clear(beside: path)
    }
    return kept
  }

  private func clear(beside folder: String) throws(FileFault) -> [KeptFile] {
    guard FileStatus(folder + "/" + HiddenName.unpublished) == nil else {
      try StagingFolder.remove(folder)
      return []
    }
    // An old folder that was exchanged, and not yet emptied.
    let records = FolderRecord.names.map { FolderRecord(in: folder, summary: $0) }
    let carried = Self.places(in: target)
    return try ExchangedFolder.empty(folder, into: target, day: day) { name, status in
      carried.contains(status.place)
        || records.contains { $0.isIntact(name, at: folder + "/" + name, status) }
    }
  }

  private static func places(in folder: String) -> Set<FileIdentity.Place> {
    var found: Set<FileIdentity.Place> = []
    for name in (try? Folder.names(in: folder).all) ?? [] {
      guard let status = FileStatus(folder + "/" + name) else { continue }
      if status.kind == .folder {
        found.formUnion(places(in: folder + "/" + name))
      } else {
        found.insert(status.place)
      }
    }
    return found
  }
}
