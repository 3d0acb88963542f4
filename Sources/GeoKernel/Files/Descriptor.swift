#if canImport(Glibc)
  import Glibc
  private let systemWrite = Glibc.write
#else
  import Darwin
  private let systemWrite = Darwin.write
#endif

/// Writing to what the system has opened, whole.
enum Descriptor {
  /// Writes all bytes, in as many steps as the system takes, and waits where nobody reads yet.
  ///
  /// - Parameter path: what the fault names.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN {
        _ = hasRoom(descriptor, withinMilliseconds: -1)
        continue
      }
      guard count > 0 else { throw FileFault(path: path) }
      written += count
    }
  }

  /// Whether a short text can be written, at once or within a time. Negative times are endless.
  static func hasRoom(_ descriptor: Int32, withinMilliseconds patience: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&wanted, 1, patience) == 1 && wanted.revents & Int16(POLLOUT) != 0
  }
}
