#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that is being written, and the digest of what was written. It never opens what is there.
package final class StagedFile {
  private let path: String
  /// -1 once closed.
  private var descriptor: Int32
  private var digest = ContentDigest()
  private var size = 0

  package init(_ path: String) throws(FileFault) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    self.path = path
    self.descriptor = descriptor
  }

  package func write(_ bytes: [UInt8]) throws(FileFault) {
    try Descriptor.write(bytes, to: descriptor, path)
    size += bytes.count
    bytes.withUnsafeBytes { digest.update($0) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Ends the writing.
  ///
  /// - Returns: how many bytes were written, and their SHA-256 in hexadecimal.
  package func finish() throws(FileFault) -> FileDigest {
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else { throw FileFault(path: path) }
    return FileDigest(bytes: size, sha256: digest.hexadecimal())
  }
}
