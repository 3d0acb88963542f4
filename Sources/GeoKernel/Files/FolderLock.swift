#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to write into a folder, which one process has at a time. The system takes it back when the
/// process ends, however it ends.
package final class FolderLock: Sendable {
  /// A file in the folder, as long as somebody writes there. Its text names the process.
  package static let fileName = ".coverage-report.lock"

  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock of a folder.
  ///
  /// - Returns: nil where another has it.
  package static func take(_ folder: String) throws(FileFault) -> FolderLock? {
    let path = folder + "/" + fileName
    // Whoever had the lock removes its file: a new one may have taken its place meanwhile.
    for _ in 0..<100 {
      let descriptor = try opened(path)
      let lock = FolderLock(descriptor)
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        if errno == EWOULDBLOCK { return nil }
        throw FileFault(path: folder)
      }
      if isStill(descriptor, path) {
        lock.name()
        return lock
      }
    }
    return nil
  }

  /// The process that writes into a folder, as it names itself; nil where none does.
  package static func holder(of folder: String) -> String? {
    let descriptor = open(folder + "/" + fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK { return nil }
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = read(descriptor, &bytes, bytes.count)
    let digits = bytes[..<max(0, count)].prefix { (0x30...0x39).contains($0) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Gives the lock back, and removes its file from the folder, where it may have been moved to.
  package func release(from folder: String) {
    let path = folder + "/" + Self.fileName
    if Self.isStill(descriptor, path) { unlink(path) }
    flock(descriptor, LOCK_UN)
  }

  private static func opened(_ path: String) throws(FileFault) -> Int32 {
    let flags = O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    var descriptor = open(path, O_RDWR | flags, 0o666)
    // The file that another user's killed run has left can be locked, not written.
    if descriptor < 0 && errno == EACCES {
      descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      if descriptor < 0 { errno = EACCES }
    }
    guard descriptor >= 0 else { throw FileFault(path: path) }
    return descriptor
  }

  private func name() {
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func isStill(_ descriptor: Int32, _ path: String) -> Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0
      && FileIdentity(own).place == FileIdentity(named).place
  }
}
