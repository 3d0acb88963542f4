#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileIdentity.Place {
  /// That of a file, through links; nil where there is none.
  package static func of(_ path: String) -> FileIdentity.Place? {
    var status = stat()
    return stat(path, &status) == 0 ? FileIdentity(status).place : nil
  }
}

/// What stands under a name. Links are not followed.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case file
    case folder
    case link
    /// A device, a pipe.
    case other
  }

  package let kind: Kind
  package let place: FileIdentity.Place
  package let size: Int
  /// Seconds and nanoseconds of the last change of the content.
  package let modified: [Int]
  let owner: UInt32
  let group: UInt32
  let mode: UInt32

  /// Nil where nothing stands there.
  package init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    place = FileIdentity(status).place
    size = Int(status.st_size)
    #if canImport(Glibc)
      modified = [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    #else
      modified = [Int(status.st_mtimespec.tv_sec), Int(status.st_mtimespec.tv_nsec)]
    #endif
    owner = UInt32(status.st_uid)
    group = UInt32(status.st_gid)
    mode = UInt32(status.st_mode & 0o7777)
  }

  /// Whether it belongs to the user who runs the program.
  package var isOwn: Bool { owner == geteuid() }

  /// Whether it is the file that it was: nobody wrote into it, or put another in its place.
  package func isUnchanged(since earlier: FileStatus) -> Bool {
    kind == earlier.kind && place == earlier.place && size == earlier.size
      && modified == earlier.modified
  }
}
