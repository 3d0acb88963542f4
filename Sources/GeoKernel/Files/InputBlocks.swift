/// A regular file read from its beginning to its end, as much at a time as the reader has room for.
package struct InputBlocks: ~Copyable {
  private let file: HeldFile
  private var taken = 0

  /// - Parameter known: what the file was when it was first seen, if it was.
  package init(_ path: String, as known: FileIdentity? = nil) throws(FileFault) {
    file = try HeldFile(path, as: known)
  }

  /// Bytes of the file when it was opened.
  package var size: Int { file.size }

  /// Reads the next bytes of the file over those of `room` from `start` on.
  ///
  /// - Returns: how many, as many as there is room for unless the file ends; 0 at its end.
  /// - Throws: also at its end, where the file is no longer what it was when it was opened.
  package mutating func fill(_ room: inout [UInt8], from start: Int) throws(FileFault) -> Int {
    precondition(start <= room.count)
    var filled = start
    while filled < room.count {
      let got = try file.read(into: &room, from: filled)
      filled += got
      taken += got
      if got == 0 {
        try file.check(readToEnd: taken)
        break
      }
    }
    return filled - start
  }
}
