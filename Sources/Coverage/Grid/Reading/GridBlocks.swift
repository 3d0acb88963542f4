import GeoKernel

/// Where the bytes of a gridded population come from, as much at a time as the reader has room for.
protocol GridBlocks: AnyObject {
  /// Bytes in all.
  var size: Int { get }
  /// Reads the next bytes over those of `room` from `start` on.
  ///
  /// - Returns: how many, as many as there is room for unless the bytes end.
  func fill(_ room: inout [UInt8], from start: Int) throws(InputFault) -> Int
}

/// A file on disk.
final class FileBlocks: GridBlocks {
  private var blocks: InputBlocks

  init(_ input: InputPath) throws(InputFault) {
    do { blocks = try InputBlocks(input.file, as: input.identity) } catch {
      throw InputPath.fault(error)
    }
  }

  var size: Int { blocks.size }

  func fill(_ room: inout [UInt8], from start: Int) throws(InputFault) -> Int {
    do { return try blocks.fill(&room, from: start) } catch { throw InputPath.fault(error) }
  }
}

/// What an archive or a GeoPackage held.
final class MemoryBlocks: GridBlocks {
  private let bytes: [UInt8]
  private var taken = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var size: Int { bytes.count }

  func fill(_ room: inout [UInt8], from start: Int) -> Int {
    let count = min(room.count - start, bytes.count - taken)
    for index in 0..<count { room[start + index] = bytes[taken + index] }
    taken += count
    return count
  }
}
