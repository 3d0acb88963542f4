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

  package var isMissing: Bool { cause == .system(ENOENT) || cause == .system(ENOTDIR) }
  /// Whoever read what is written has left.
  package var isReaderGone: Bool { cause == .system(EPIPE) }

  /// Refusals that people meet, told apart from the system's many.
  package enum Refusal: Equatable, Sendable {
    case absent, isFolder, isNoFolder, isTaken, isNotEmpty, forbidden, readOnlyDisk
    case loopOfLinks, longPath, badName, fullDisk, largeFile, otherDisk, deviceFailed, noDevice
    case isBusy, tooManyOpen, noMemory, lostServer, closed, readerGone, unsupported
    /// Any other, by its number.
    case other(Int32)
  }

  /// Which of them it is; nil where the system refused nothing.
  package var refusal: Refusal? {
    guard case .system(let code) = cause else { return cause == .isFolder ? .isFolder : nil }
    return Self.refusals[code] ?? .other(code)
  }

  private static let refusals: [Int32: Refusal] = [
    ENOENT: .absent, EISDIR: .isFolder, ENOTDIR: .isNoFolder, EEXIST: .isTaken,
    ENOTEMPTY: .isNotEmpty, EACCES: .forbidden, EPERM: .forbidden, EROFS: .readOnlyDisk,
    ELOOP: .loopOfLinks, ENAMETOOLONG: .longPath, EILSEQ: .badName,
    ENOSPC: .fullDisk, EDQUOT: .fullDisk, EFBIG: .largeFile, EXDEV: .otherDisk,
    EIO: .deviceFailed, ENXIO: .noDevice, ENODEV: .noDevice, EBUSY: .isBusy, ETXTBSY: .isBusy,
    EAGAIN: .isBusy, EMFILE: .tooManyOpen, ENFILE: .tooManyOpen, ENOMEM: .noMemory,
    ESTALE: .lostServer, ETIMEDOUT: .lostServer, EHOSTDOWN: .lostServer,
    EHOSTUNREACH: .lostServer, ENETDOWN: .lostServer, ENETUNREACH: .lostServer,
    ENOTCONN: .lostServer, EBADF: .closed, EPIPE: .readerGone, EINVAL: .unsupported,
    ENOSYS: .unsupported, ENOTSUP: .unsupported,
  ]
}
