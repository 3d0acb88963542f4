#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A regular file read from its beginning to its end, as much at a time as the reader has room for.
package struct InputBlocks: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Bytes of the file when it was opened.
  package let size: Int

  package init(_ path: String) throws(FileFault) {
    (descriptor, size) = try InputFile.openRegularFile(path)
    self.path = path
  }

  deinit { close(descriptor) }

  /// Reads the next bytes of the file over those of `room` from `start` on.
  ///
  /// - Returns: how many, as many as there is room for unless the file ends; 0 at its end.
  package mutating func fill(_ room: inout [UInt8], from start: Int) throws(FileFault) -> Int {
    precondition(start <= room.count)
    var filled = start
    while filled < room.count {
      let got = room.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw FileFault(path: path) }
      if got == 0 { break }
      filled += got
    }
    return filled - start
  }
}
