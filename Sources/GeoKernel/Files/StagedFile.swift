#if canImport(Glibc)
  import Glibc
  private let systemWrite = Glibc.write
#else
  import Darwin
  private let systemWrite = Darwin.write
#endif

/// A file written beside its final name and renamed when whole.
///
/// It stays under its partial name until `publish`; `discard` removes it, so that a failed run leaves
/// no half file.
package final class StagedFile {
  private let path: String
  /// -1 once closed.
  private var descriptor: Int32

  /// The name under which `path` grows.
  package static func partialName(_ path: String) -> String { path + ".partial" }

  package init(_ path: String) throws(FileFault) {
    let partial = Self.partialName(path)
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    self.path = path
    self.descriptor = descriptor
  }

  package func write(_ bytes: [UInt8]) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileFault(path: path) }
      written += count
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Ends the writing. The file still waits under its partial name for `publish`.
  package func finish() throws(FileFault) {
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else { throw FileFault(path: path) }
  }

  /// Gives a finished file its name.
  package static func publish(_ path: String) throws(FileFault) {
    guard rename(partialName(path), path) == 0 else { throw FileFault(path: path) }
  }

  /// Removes what a failed run left under the partial name.
  package static func discard(_ path: String) {
    unlink(partialName(path))
  }

  /// Creates a folder in one that is there.
  ///
  /// - Returns: whether it was not there before.
  package static func makeNewFolder(_ path: String) throws(FileFault) -> Bool {
    var status = stat()
    let wasThere = stat(path, &status) == 0
    try makeFolder(path)
    return !wasThere
  }

  /// Removes a folder, unless something is in it.
  package static func removeEmptyFolder(_ path: String) {
    rmdir(path)
  }

  /// Creates a folder and those above it.
  package static func makeFolder(_ path: String) throws(FileFault) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(made, 0o755) != 0 && errno != EEXIST { throw FileFault(path: path) }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileFault(path: path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw FileFault(path: path)
    }
  }
}
