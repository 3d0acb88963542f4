#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The standard output and the standard error of the process, written past any buffer: what cannot be
/// written is known at once.
package enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Readies the process, before it opens anything.
  ///
  /// - A reader that leaves, and a file that may not grow, make a write fail; no signal ends the run
  ///   before its exit code is known.
  /// - A stream closed by whoever started the program is held shut: the next file to be opened would
  ///   take its number, and messages would be written into that file.
  package static func prepare() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      // The system gives the lowest free number, which is this one. What can only be read refuses
      // what is written, as a closed stream does.
      if open("/dev/null", O_RDONLY) == -1 { _ = open("/", O_RDONLY) }
    }
  }

  /// Writes a whole text.
  package func write(_ text: String) throws(FileFault) {
    try Descriptor.write(Array(text.utf8), to: rawValue, "")
  }

  /// Whether a short text can be written without waiting for a reader.
  package var hasRoom: Bool { Descriptor.hasRoom(rawValue, withinMilliseconds: 0) }
}
