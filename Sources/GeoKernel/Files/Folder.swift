import CFolders

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Folders of the disk, and what becomes of names in them. Links are never followed.
package enum Folder {
  /// The names in a folder, sorted.
  package struct Names: Sendable {
    package var all: [String] = []
    /// Names that are no UTF-8, of which nothing can be said.
    package var unreadable = 0
  }

  /// - Complexity: O(names × log).
  package static func names(in path: String) throws(FileFault) -> Names {
    guard let folder = opendir(path) else { throw FileFault(path: path) }
    defer { closedir(folder) }
    var names = Names()
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name else {
        names.unreadable += 1
        continue
      }
      if name != "." && name != ".." { names.all.append(name) }
    }
    names.all.sort()
    return names
  }

  /// Creates a folder and those above it.
  ///
  /// - Returns: those that were not there before, the outermost first.
  @discardableResult
  package static func make(_ path: String) throws(FileFault) -> [String] {
    var made: [String] = []
    var status = stat()
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      folder += folder.isEmpty || folder.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(folder, 0o777) == 0 {
        made.append(folder)
      } else if errno != EEXIST {
        // A disk that may only be read says so even of a folder that is there.
        let code = errno
        guard stat(folder, &status) == 0 else {
          errno = code
          throw FileFault(path: path)
        }
      }
    }
    guard stat(path, &status) == 0 else { throw FileFault(path: path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw FileFault(path: path)
    }
    return made
  }

  /// Creates the folder of a name like `dossiers/ZB-24001.md` in a folder, where the name has one.
  package static func makeParent(of name: String, in folder: String) throws(FileFault) {
    guard let end = name.lastIndex(of: "/") else { return }
    try make(folder + "/" + name[..<end])
  }

  /// Creates a folder where none is.
  ///
  /// - Returns: false where the name is taken.
  package static func makeNew(_ path: String) throws(FileFault) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    guard errno == EEXIST else { throw FileFault(path: path) }
    return false
  }

  /// The path without links and dots.
  package static func real(_ path: String) throws(FileFault) -> String {
    guard let found = realpath(path, nil) else { throw FileFault(path: path) }
    defer { free(found) }
    guard let text = String(validatingCString: found) else {
      errno = EILSEQ
      throw FileFault(path: path)
    }
    return text
  }

  /// Gives a file or folder another name, in place of what has it.
  package static func rename(_ path: String, to other: String) throws(FileFault) {
    #if canImport(Glibc)
      let result = Glibc.rename(path, other)
    #else
      let result = Darwin.rename(path, other)
    #endif
    guard result == 0 else { throw FileFault(path: other) }
  }

  /// Gives a file a second name, where none is.
  package static func link(_ path: String, to other: String) throws(FileFault) {
    guard linkat(AT_FDCWD, path, AT_FDCWD, other, 0) == 0 else { throw FileFault(path: other) }
  }

  /// Exchanges two folders in one step.
  ///
  /// - Throws: where the file system cannot, and then nothing has changed.
  package static func exchange(_ first: String, _ second: String) throws(FileFault) {
    guard coverage_exchange(first, second) == 0 else { throw FileFault(path: second) }
  }

  /// Removes a file or link.
  package static func removeFile(_ path: String) throws(FileFault) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileFault(path: path) }
  }

  /// Removes a folder, unless something is in it.
  @discardableResult
  package static func removeEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

  /// Removes a folder and all that is in it.
  ///
  /// - Parameter last: a name in it that goes after all others.
  package static func removeAll(_ path: String, last: String = "") throws(FileFault) {
    let names = try names(in: path).all
    for name in names.filter({ $0 != last }) + names.filter({ $0 == last }) {
      let entry = path + "/" + name
      if FileStatus(entry)?.kind == .folder {
        try removeAll(entry)
      } else {
        try removeFile(entry)
      }
    }
    guard rmdir(path) == 0 else { throw FileFault(path: path) }
  }
}

extension Folder {
  /// Gives a new folder the rights, the owner and the group of another.
  ///
  /// - Returns: false where it cannot have them, as where rights stand in a list of their own.
  package static func makeAlike(_ path: String, to model: FileStatus, at place: String) -> Bool {
    guard let made = FileStatus(path), made.place.device == model.place.device else { return false }
    if made.owner != model.owner || made.group != model.group,
      chown(path, model.owner, model.group) != 0
    {
      return false
    }
    return chmod(path, mode_t(model.mode)) == 0 && !hasAttributes(place)
  }

  /// Whether a folder has attributes of its own, as lists of rights are. Labels of the system are none.
  private static func hasAttributes(_ path: String) -> Bool {
    var room = [CChar](repeating: 0, count: 4096)
    let count = coverage_attributes(path, &room, room.count)
    guard count > 0 else { return count < 0 && errno == ERANGE }
    return room[..<count].split(separator: 0).contains {
      String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self) != "security.selinux"
    }
  }

  /// Whether the program works in a folder or below it.
  package static func holdsWorkingFolder(_ realPath: String) -> Bool {
    guard let found = getcwd(nil, 0) else { return false }
    defer { free(found) }
    let folder = String(cString: found)
    return folder == realPath || folder.hasPrefix(realPath == "/" ? "/" : realPath + "/")
  }
}

extension FileFault {
  /// The name is taken.
  package static func taken(_ path: String) -> FileFault {
    errno = EEXIST
    return FileFault(path: path)
  }
}
