import CZlib

/// Packing as raw DEFLATE (RFC 1951), as members of ZIP archives are packed.
package enum Deflation {
  /// The bytes packed; nil where there is no memory for it, or more than 4 GB of them.
  ///
  /// - Complexity: O(bytes).
  package static func pack(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count < Int(UInt32.max) else { return nil }
    var stream = z_stream()
    guard coverage_deflate_start(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    guard bound < Int(UInt32.max) else { return nil }
    var isWhole = false
    let packed = bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { room, count in
        // zlib reads through this pointer and never writes.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(bound)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = isWhole ? bound - Int(stream.avail_out) : 0
      }
    }
    return isWhole ? packed : nil
  }
}
