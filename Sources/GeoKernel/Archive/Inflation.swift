import CZlib

/// Why packed bytes cannot be unpacked.
package enum InflationFault: Error {
  /// They break the rules of DEFLATE, end early, or have something after their end.
  case damaged
  /// They unpack to another number of bytes than was declared.
  case wrongSize
  case outOfMemory
}

/// Unpacking of raw DEFLATE (RFC 1951), as members of ZIP archives are packed.
package enum Inflation {
  /// No DEFLATE stream unpacks to more: a match of 258 bytes takes 2 bits at least.
  private static let greatestRatio = 1032

  /// Unpacks one stream.
  ///
  /// - Parameter size: bytes that come out, as declared; never more than this are written, and none
  ///   is allocated for a size that the packed bytes could not give.
  /// - Complexity: O(size).
  package static func unpack(
    _ packed: ArraySlice<UInt8>, size: Int
  ) throws(InflationFault) -> [UInt8] {
    guard size >= 0, packed.count <= Int(UInt32.max), size < Int(UInt32.max) else {
      throw .damaged
    }
    guard size / greatestRatio <= packed.count else { throw .wrongSize }
    var fault: InflationFault?
    let unpacked = packed.withUnsafeBufferPointer { source in
      // One byte of room too many shows a stream that goes on.
      [UInt8](unsafeUninitializedCapacity: size + 1) { room, count in
        fault = unpack(source, into: room)
        count = fault == nil ? size : 0
      }
    }
    if let fault { throw fault }
    return unpacked
  }

  /// Fills all of `room` but its last byte.
  private static func unpack(
    _ source: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> InflationFault? {
    let size = room.count - 1
    var stream = z_stream()
    guard coverage_inflate_start(&stream) == Z_OK else { return .outOfMemory }
    defer { inflateEnd(&stream) }
    // zlib reads through this pointer and never writes.
    stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
    stream.avail_in = UInt32(source.count)
    stream.next_out = room.baseAddress
    stream.avail_out = UInt32(size + 1)
    let code = inflate(&stream, Z_FINISH)
    if code == Z_MEM_ERROR { return .outOfMemory }
    if stream.avail_out == 0 { return .wrongSize }
    guard code == Z_STREAM_END, stream.avail_in == 0 else { return .damaged }
    return stream.avail_out == 1 ? nil : .wrongSize
  }

  /// CRC-32 of bytes, as ZIP archives state it (ISO 3309).
  package static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count))
    }
  }
}
