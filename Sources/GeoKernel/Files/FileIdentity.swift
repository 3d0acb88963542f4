#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file in one state: where it lies, how long it is, and when it was last written, renamed or
/// replaced. Two readings of it under one identity see the same bytes.
package struct FileIdentity: Hashable, Sendable {
  /// Where a file lies, whatever its name.
  package struct Place: Hashable, Sendable {
    let device: UInt64
    fileprivate let inode: UInt64
  }

  package let place: Place
  let size: Int
  private let written: Moment
  private let changed: Moment

  private struct Moment: Hashable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }

  init(_ status: stat) {
    place = Place(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    #if canImport(Glibc)
      (written, changed) = (Moment(status.st_mtim), Moment(status.st_ctim))
    #else
      (written, changed) = (Moment(status.st_mtimespec), Moment(status.st_ctimespec))
    #endif
  }

  /// What a path names now.
  ///
  /// - Throws: where that is no regular file.
  package init(of path: String) throws(FileFault) { self.init(try HeldFile.status(of: path)) }
}
