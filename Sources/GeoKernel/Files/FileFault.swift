#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file cannot be read or written.
package struct FileFault: Error {
  /// What kept it from being so.
  package enum Cause: Equatable, Sendable {
    /// The operating system refused it, with this number.
    case system(Int32)
    case isFolder
    /// A pipe or a socket: read once, and never to its end.
    case isPipe
    /// A terminal, a disk, or another device.
    case isDevice
    /// It was written, renamed or replaced while it was read.
    case hasChanged
    /// It has another length than the system says, as the files of `/proc`.
    case hasNoSize
    /// It is longer than what is read whole, or than memory allows now.
    case isTooLong(bytes: Int, most: Int)
  }

  package let path: String
  package let cause: Cause

  init(_ path: String, _ cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// - Parameter path: of the file that the call before failed on.
  init(path: String) { self.init(path, .system(errno)) }

  /// The system's words for the error.
  package var reason: String {
    switch cause {
    case .system(let code): String(cString: strerror(code))
    case .isFolder: String(cString: strerror(EISDIR))
    default: String(cString: strerror(EINVAL))
    }
  }

  package var isMissing: Bool { cause == .system(ENOENT) || cause == .system(ENOTDIR) }
  /// Whoever read what is written has left.
  package var isReaderGone: Bool { cause == .system(EPIPE) }

  /// Refusals that people meet, told apart from the system's many.
  package enum Refusal: Sendable {
    case forbidden, loopOfLinks, longPath, fullDisk, closed, largeFile, readOnlyDisk
  }

  /// Which of them it is; nil for any other.
  package var refusal: Refusal? {
    guard case .system(let code) = cause else { return nil }
    return switch code {
    case EACCES, EPERM: .forbidden
    case ELOOP: .loopOfLinks
    case ENAMETOOLONG: .longPath
    case ENOSPC, EDQUOT: .fullDisk
    case EBADF: .closed
    case EFBIG: .largeFile
    case EROFS: .readOnlyDisk
    default: nil
    }
  }
}
