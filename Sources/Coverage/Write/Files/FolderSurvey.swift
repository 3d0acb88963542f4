import GeoKernel

/// What is to become of all that stands in a folder when a new study takes the place of the old one.
struct FolderSurvey {
  /// A file or folder of somebody else's, or one of ours that somebody changed.
  struct Kept {
    let name: String
    let status: FileStatus
    /// Another name where an output takes its own.
    let newName: String

    var isMoved: Bool { newName != name }
  }

  private(set) var kept: [Kept] = []
  /// Files that an earlier run wrote, and that are as it wrote them.
  private(set) var dropped: [(name: String, status: FileStatus)] = []
  /// Whether some names cannot be read: what has them cannot be carried anywhere.
  private(set) var hasUnreadable = false

  private let folder: String
  private let record: FolderRecord
  private let written: Set<String>
  /// Folders of the outputs.
  private let writtenFolders: Set<String>
  private let day: CivilDate
  private var newNames: Set<String> = []

  /// - Parameters:
  ///   - record: what the earlier run wrote.
  ///   - written: names of the outputs.
  /// - Complexity: O(entries), and the bytes of files that the record names.
  init(
    _ folder: String, record: FolderRecord, written: Set<String>, day: CivilDate
  ) throws(FileFault) {
    self.folder = folder
    self.record = record
    self.written = written
    self.day = day
    writtenFolders = Set(
      written.flatMap { name in
        name.indices.filter { name[$0] == "/" }.map { String(name[..<$0]) }
      })
    try survey("")
  }

  private mutating func survey(_ prefix: String) throws(FileFault) {
    let names = try Folder.names(in: prefix.isEmpty ? folder : folder + "/" + prefix.dropLast())
    if names.unreadable > 0 { hasUnreadable = true }
    for entry in names.all where !(prefix.isEmpty && entry.hasPrefix(HiddenName.beginning)) {
      let name = prefix + entry
      let path = folder + "/" + name
      guard let status = FileStatus(path) else { continue }
      let isOurFolder = writtenFolders.contains(name) || record.holds(folder: name)
      if status.kind == .folder, isOurFolder {
        try survey(name + "/")
      } else if record.isIntact(name, at: path, status) {
        dropped.append((name, status))
      } else {
        keep(name, status)
      }
    }
  }

  private mutating func keep(_ name: String, _ status: FileStatus) {
    let isInTheWay =
      record[name] != nil || written.contains(name) || writtenFolders.contains(name)
    var newName = name
    if isInTheWay {
      newName = KeptFile.name(for: name, on: day) {
        newNames.contains($0) || written.contains($0) || FileStatus(folder + "/" + $0) != nil
      }
      newNames.insert(newName)
    }
    kept.append(Kept(name: name, status: status, newName: newName))
  }

  /// Whether nobody has anything in the folder.
  var isEmpty: Bool { kept.isEmpty && dropped.isEmpty && !hasUnreadable }

  /// What was kept under another name.
  var moved: [KeptFile] {
    kept.filter(\.isMoved).map { KeptFile(name: $0.name, keptAs: $0.newName) }
  }
}
