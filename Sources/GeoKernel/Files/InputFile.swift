#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The operating system refused a file.
package struct FileFault: Error {
  package let path: String
  package let code: Int32

  init(path: String) {
    self.path = path
    self.code = errno
  }

  /// The system's words for the error.
  package var reason: String { String(cString: strerror(code)) }
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// Reading of whole files and of pieces of them.
package enum InputFile {
  /// All bytes of a regular file.
  package static func bytes(_ path: String) throws(FileFault) -> [UInt8] {
    var all: [UInt8] = []
    try pieces(path) { piece, size in
      if all.isEmpty { all.reserveCapacity(size) }
      all.append(contentsOf: piece)
    }
    return all
  }

  /// SHA-256 of a file, in hexadecimal, and its size in bytes.
  package static func digest(_ path: String) throws(FileFault) -> (sha256: String, bytes: Int) {
    var hash = ContentDigest()
    var bytes = 0
    try pieces(path) { piece, _ in
      hash.update(piece)
      bytes += piece.count
    }
    let digits = Array("0123456789abcdef")
    let text = hash.finished().map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    return (text, bytes)
  }

  /// Lends a regular file piece by piece, with its size.
  private static func pieces(
    _ path: String, _ body: (UnsafeRawBufferPointer, _ size: Int) -> Void
  ) throws(FileFault) {
    let (descriptor, size) = try openRegularFile(path)
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileFault(path: path) }
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]), size)
    }
  }

  /// Opens a regular file for reading; the caller closes the descriptor.
  static func openRegularFile(_ path: String) throws(FileFault) -> (descriptor: Int32, size: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      // A pipe could block for ever.
      if status.st_mode & S_IFMT != 0 {
        errno = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      }
      let fault = FileFault(path: path)
      close(descriptor)
      throw fault
    }
    return (descriptor, Int(status.st_size))
  }

  /// The first bytes of a file, at most `count`, to tell its format.
  package static func head(_ path: String, count: Int) throws(FileFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault(path: path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = read(descriptor, &bytes, count)
    guard got >= 0 else { throw FileFault(path: path) }
    return Array(bytes[..<got])
  }

  /// Whether two paths name one file.
  package static func areSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// Size in bytes, or nil where there is no such file.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}
