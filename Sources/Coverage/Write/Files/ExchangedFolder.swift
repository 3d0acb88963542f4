import GeoKernel

/// Publishing by one step: the folder with the new files, and with all that is not ours, takes the place of
/// the old one, which is then emptied.
struct ExchangedFolder {
  let staging: String
  let target: String

  private struct NotCarried: Error {}

  /// As many files and folders of somebody else's are carried over; a folder with more is no folder of
  /// results.
  private static let mostCarried = 10_000

  /// Gives all that is kept a second name in the staging folder.
  ///
  /// - Throws: where it cannot have one, and the files must stay where they are.
  func carryOver(_ survey: FolderSurvey) throws -> Set<FileIdentity.Place> {
    guard !survey.hasUnreadable else { throw NotCarried() }
    var carried: Set<FileIdentity.Place> = []
    for entry in survey.kept {
      let path = staging + "/" + entry.newName
      try Folder.makeParent(of: entry.newName, in: staging)
      try carry(target + "/" + entry.name, entry.status, to: path, &carried)
    }
    return carried
  }

  private func carry(
    _ path: String, _ status: FileStatus, to other: String, _ carried: inout Set<FileIdentity.Place>
  ) throws {
    carried.insert(status.place)
    guard carried.count <= Self.mostCarried else { throw NotCarried() }
    guard status.kind == .folder else { return try Folder.link(path, to: other) }
    try Folder.make(other)
    guard Folder.makeAlike(other, to: status, at: path) else { throw NotCarried() }
    let names = try Folder.names(in: path)
    guard names.unreadable == 0 else { throw NotCarried() }
    for name in names.all {
      guard let status = FileStatus(path + "/" + name) else { continue }
      try carry(path + "/" + name, status, to: other + "/" + name, &carried)
    }
  }

  /// Empties the old folder, which now stands beside, and removes it. What is neither carried over nor known
  /// to be ours came meanwhile: it goes to the new folder.
  ///
  /// - Returns: what came meanwhile and stood in the way of an output.
  static func empty(
    _ old: String, into target: String, day: CivilDate,
    isAccountedFor: (_ name: String, FileStatus) -> Bool
  ) throws(FileFault) -> [KeptFile] {
    var kept: [KeptFile] = []
    func empty(_ prefix: String) throws(FileFault) {
      let folder = prefix.isEmpty ? old : old + "/" + prefix.dropLast()
      for entry in try Folder.names(in: folder).all {
        let name = prefix + entry
        let path = old + "/" + name
        guard let status = FileStatus(path) else { continue }
        if status.kind == .folder {
          try empty(name + "/")
        } else if prefix.isEmpty && entry.hasPrefix(HiddenName.beginning)
          || isAccountedFor(name, status)
        {
          try Folder.removeFile(path)
        } else {
          if let moved = try move(path, name) { kept.append(moved) }
        }
      }
      Folder.removeEmpty(folder)
    }
    func move(_ path: String, _ name: String) throws(FileFault) -> KeptFile? {
      try Folder.makeParent(of: name, in: target)
      var newName = name
      if FileStatus(target + "/" + name) != nil {
        newName = KeptFile.name(for: name, on: day) { FileStatus(target + "/" + $0) != nil }
      }
      try Folder.rename(path, to: target + "/" + newName)
      return newName == name ? nil : KeptFile(name: name, keptAs: newName)
    }
    if FileStatus(old) != nil { try empty("") }
    return kept
  }
}
