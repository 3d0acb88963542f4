import GeoKernel

/// Writes a ZIP archive, member by member: the same bytes for the same members.
struct ReportArchive {
  private var directory = ByteBuffer()
  private var count = 0
  private var position = 0

  /// What the fields of the format hold: beyond, readers differ.
  private static let (mostMembers, mostBytes) = (Int(UInt16.max) - 1, Int(UInt32.max) - 1)
  /// Version 2.0, names in UTF-8, DEFLATE, the first day that the format knows.
  private static let version: UInt16 = 20
  private static let head: [UInt16] = [version, 1 << 11, 8, 0, 0x21]

  /// The next pieces of the archive.
  ///
  /// - Complexity: O(bytes).
  /// - Throws: where the archive would have more members or bytes than readers take.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(InputFault) -> [[UInt8]] {
    guard let packed = Deflation.pack(bytes), count < Self.mostMembers else {
      throw .archiveTooLarge
    }
    var member = ByteBuffer()
    for field in Self.head { member.append(little: field) }
    member.append(little: Inflation.checksum(bytes[...]))
    member.append(little: UInt32(packed.count))
    member.append(little: UInt32(bytes.count))
    member.append(little: UInt16(name.utf8.count))
    member.append(little: UInt16(0))
    var local = ByteBuffer()
    local.append("PK\u{3}\u{4}")
    local.append(member.bytes[...])
    local.append(name)
    directory.append("PK\u{1}\u{2}")
    directory.append(little: Self.version)
    directory.append(member.bytes[...])
    // No comment, first disk, no attributes.
    for _ in 0..<5 { directory.append(little: UInt16(0)) }
    directory.append(little: UInt32(position))
    directory.append(name)
    position += local.count + packed.count
    guard position + directory.count < Self.mostBytes else { throw .archiveTooLarge }
    count += 1
    return [local.bytes, packed]
  }

  /// The list of members, which ends an archive.
  mutating func finish() -> [UInt8] {
    let size = directory.count
    directory.append("PK\u{5}\u{6}")
    for number in [0, 0, count, count] { directory.append(little: UInt16(number)) }
    directory.append(little: UInt32(size))
    directory.append(little: UInt32(position))
    directory.append(little: UInt16(0))
    return directory.bytes
  }
}

extension ByteBuffer {
  /// A whole number, lowest byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger & UnsignedInteger) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      append(byte: UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}

extension InputFault {
  fileprivate static let archiveTooLarge = InputFault(
    .output, path: "rapport.zip",
    problem: Wording(
      fr: "trop de fichiers, ou trop longs, pour une archive ZIP",
      en: "too many files, or too long ones, for a ZIP archive"),
    cure: Wording(
      fr: "ôtez --zip, ou étudiez un territoire plus petit (--area)",
      en: "leave out --zip, or study a smaller area (--area)"))
}
