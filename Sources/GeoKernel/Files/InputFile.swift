#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading of whole files and of pieces of them. Where it is known what a file was, another one under its
/// name is refused.
package enum InputFile {
  /// The longest file that is read whole: places in it are numbers of 32 bits.
  static let longestWhole = Int(Int32.max) - 1
  /// Times its size that memory must have room for, before a file is read whole: its bytes, and what
  /// is made of them.
  static let roomForEachByte = 4

  /// All bytes of a regular file.
  ///
  /// - Throws: also where it is longer than what can be read whole.
  package static func bytes(
    _ path: String, as known: FileIdentity? = nil
  ) throws(FileFault) -> [UInt8] {
    let file = try HeldFile(path, as: known)
    let room = file.size < 1 << 20 ? nil : MemoryRoom.bytes()
    let most = min(longestWhole, (room ?? .max) / roomForEachByte)
    guard file.size <= most else {
      throw FileFault(path, .isTooLong(bytes: file.size, most: most))
    }
    var all: [UInt8] = []
    all.reserveCapacity(file.size)
    try forEachPiece(of: file) { all.append(contentsOf: $0) }
    return all
  }

  package static func digest(
    _ path: String, as known: FileIdentity? = nil
  ) throws(FileFault) -> FileDigest {
    let file = try HeldFile(path, as: known)
    var digest = ContentDigest()
    try forEachPiece(of: file) { digest.update($0) }
    return FileDigest(bytes: file.size, sha256: digest.hexadecimal())
  }

  /// Lends a file piece by piece.
  ///
  /// - Throws: also where it is not the same at its end, and where nobody wants it any more.
  private static func forEachPiece(
    of file: borrowing HeldFile, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(FileFault) {
    var room = [UInt8](repeating: 0, count: max(1, min(file.size, 1 << 20)))
    var taken = 0
    while case let count = try file.read(into: &room, from: 0), count > 0 {
      taken += count
      // A file that grows while it is read would never end.
      guard taken <= file.size, !Task.isCancelled else { break }
      room.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    try file.check(readToEnd: taken)
  }

  /// The first bytes of a file, at most `count`, to tell its format.
  package static func head(
    _ path: String, count: Int, as known: FileIdentity? = nil
  ) throws(FileFault) -> [UInt8] {
    try beginning(path, count: count, as: known).bytes
  }

  /// The first bytes of a file, at most `count`, and how many there are in all.
  package static func beginning(
    _ path: String, count: Int, as known: FileIdentity? = nil
  ) throws(FileFault) -> (bytes: [UInt8], size: Int) {
    let file = try HeldFile(path, as: known)
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = try file.read(into: &bytes, from: filled)
      if got == 0 { break }
      filled += got
    }
    return (Array(bytes[..<filled]), file.size)
  }

  /// Whether two paths name one file.
  package static func areSame(_ first: String, _ second: String) -> Bool {
    guard let one = status(first), let other = status(second) else { return false }
    return FileIdentity(one).place == FileIdentity(other).place
  }

  /// Size in bytes, or nil where there is no such file.
  package static func size(_ path: String) -> Int? { status(path).map { Int($0.st_size) } }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return !path.utf8.contains(0) && stat(path, &status) == 0 ? status : nil
  }
}
