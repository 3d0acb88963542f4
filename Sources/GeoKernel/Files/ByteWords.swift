extension Span where Element == UInt8 {
  /// Eight bytes at once, the first one lowest.
  ///
  /// - Precondition: `position + 8 <= count`.
  @inlinable
  package func word(at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}
