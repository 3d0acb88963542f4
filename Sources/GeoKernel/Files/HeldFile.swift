#if canImport(Glibc)
  import Glibc
  private let (systemRead, systemClose) = (Glibc.read, Glibc.close)
#else
  import Darwin
  private let (systemRead, systemClose) = (Darwin.read, Darwin.close)
#endif

/// A regular file held open for reading.
package struct HeldFile: ~Copyable {
  package let path: String
  /// As it was when it was opened.
  package let identity: FileIdentity
  let descriptor: Int32

  /// - Parameter known: what the file was when it was first seen, if it was.
  /// - Throws: where it is no regular file, or is another one by now.
  package init(_ path: String, as known: FileIdentity? = nil) throws(FileFault) {
    // To open a device may do something, and a pipe could block for ever.
    _ = try Self.status(of: path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    let identity: FileIdentity
    do throws(FileFault) {
      identity = try Self.identity(of: descriptor, path)
      guard known == nil || known == identity else { throw FileFault(path, .hasChanged) }
    } catch {
      _ = systemClose(descriptor)
      throw error
    }
    (self.path, self.identity, self.descriptor) = (path, identity, descriptor)
  }

  deinit { _ = systemClose(descriptor) }

  /// Size in bytes.
  package var size: Int { identity.size }

  /// To be asked after reading.
  ///
  /// - Throws: where the file is no longer what it was when it was opened.
  package func check() throws(FileFault) {
    guard try Self.identity(of: descriptor, path) == identity else {
      throw FileFault(path, .hasChanged)
    }
  }

  /// To be asked at the end of the file.
  ///
  /// - Throws: where the file has changed, or is not as long as the system says.
  func check(readToEnd count: Int) throws(FileFault) {
    try check()
    guard count == size else { throw FileFault(path, .hasNoSize) }
  }

  /// A path under which a library that opens files itself finds this one, and no other that has taken
  /// its name since.
  package var pathForLibraries: String {
    #if os(Linux)
      let own = "/proc/self/fd/\(descriptor)"
      return access(own, R_OK) == 0 ? own : path
    #else
      return path
    #endif
  }

  /// A descriptor of the same file, for a library that closes it.
  func duplicate() -> Int32 { fcntl(descriptor, F_DUPFD_CLOEXEC, 0) }

  /// Closes a duplicate that no library took.
  static func close(duplicate: Int32) { _ = systemClose(duplicate) }

  /// Reads the next bytes over those of `room` from `start` on.
  ///
  /// - Returns: how many; 0 at the end.
  func read(into room: inout [UInt8], from start: Int) throws(FileFault) -> Int {
    while true {
      let count = room.withUnsafeMutableBytes { bytes in
        systemRead(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(path: path) }
      return count
    }
  }

  private static func identity(
    of descriptor: Int32, _ path: String
  ) throws(FileFault) -> FileIdentity {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(path: path) }
    try refuseOthers(status, path)
    return FileIdentity(status)
  }

  /// What a path names, where that is a regular file.
  static func status(of path: String) throws(FileFault) -> stat {
    // C would take the path to end at a zero.
    guard !path.utf8.contains(0) else { throw FileFault(path, .system(ENOENT)) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileFault(path: path) }
    try refuseOthers(status, path)
    return status
  }

  private static func refuseOthers(_ status: stat, _ path: String) throws(FileFault) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw FileFault(path, .isFolder)
    case S_IFIFO, S_IFSOCK: throw FileFault(path, .isPipe)
    default: throw FileFault(path, .isDevice)
    }
  }
}
