/// The directory at the end of a ZIP archive (APPNOTE.TXT 6.3.10, sections 4.3 to 4.5).
struct ZipDirectory {
  private let file: LittleEndianBytes
  /// Where the directory begins and ends.
  private let range: Range<Int>
  private let count: Int

  private enum Signature {
    static let member: UInt32 = 0x0201_4B50
    static let localHeader: UInt32 = 0x0403_4B50
    static let end: UInt32 = 0x0605_4B50
    static let wideEnd: UInt32 = 0x0606_4B50
    static let wideLocator: UInt32 = 0x0706_4B50
  }

  /// Finds the directory.
  ///
  /// - Complexity: O(64 KB): a comment may follow the end record.
  init(of file: LittleEndianBytes) throws(ZipFault) {
    guard let end = Self.endRecord(of: file) else { throw .cut }
    guard let disk = file.u16(end + 4), let startDisk = file.u16(end + 6),
      let onDisk = file.u16(end + 8), let members = file.u16(end + 10),
      let size = file.u32(end + 12), let start = file.u32(end + 16)
    else { throw .cut }
    var (limit, count, length, offset) = (end, Int(members), Int(size), Int(start))
    if members == .max || size == .max || start == .max, let wide = try Self.wideEnd(of: file, end)
    {
      (limit, count, length, offset) = (wide.start, wide.count, wide.length, wide.offset)
    } else if disk != 0 || startDisk != 0 || onDisk != members {
      throw .severalDisks
    }
    guard offset <= limit, length == limit - offset else { throw .damaged }
    self.file = file
    self.range = offset..<limit
    self.count = count
  }

  /// The last record that says “the directory ends here” with a comment that ends with the file.
  private static func endRecord(of file: LittleEndianBytes) -> Int? {
    var position = file.count - 22
    let last = max(0, position - Int(UInt16.max))
    while position >= last {
      if file.u32(position) == Signature.end, let comment = file.u16(position + 20),
        position + 22 + Int(comment) == file.count
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// The end record of archives with numbers above 32 bits, where there is one.
  private static func wideEnd(
    of file: LittleEndianBytes, _ end: Int
  ) throws(ZipFault) -> (start: Int, count: Int, length: Int, offset: Int)? {
    guard file.u32(end - 20) == Signature.wideLocator else { return nil }
    guard let start = file.u64(end - 12), file.u32(start) == Signature.wideEnd,
      start < end - 20,
      let disk = file.u32(start + 16), let startDisk = file.u32(start + 20),
      let onDisk = file.u64(start + 24), let count = file.u64(start + 32),
      let length = file.u64(start + 40), let offset = file.u64(start + 48)
    else { throw .damaged }
    guard disk == 0, startDisk == 0, onDisk == count else { throw .severalDisks }
    return (start, count, length, offset)
  }

  /// The members in the order of the directory.
  ///
  /// - Complexity: O(n log n) for n members.
  func members() throws(ZipFault) -> [ZipMember] {
    var members: [ZipMember] = []
    var position = range.lowerBound
    while position < range.upperBound {
      var member = try entry(at: &position)
      member.dataStart = try dataStart(of: member)
      members.append(member)
    }
    guard members.count == count, position == range.upperBound else { throw .damaged }
    try refuseOverlaps(members)
    return members
  }

  private func entry(at position: inout Int) throws(ZipFault) -> ZipMember {
    guard file.u32(position) == Signature.member, let flags = file.u16(position + 8),
      let method = file.u16(position + 10), let checksum = file.u32(position + 16),
      let packedSize = file.u32(position + 20), let size = file.u32(position + 24),
      let nameLength = file.u16(position + 28), let extraLength = file.u16(position + 30),
      let commentLength = file.u16(position + 32), let disk = file.u16(position + 34),
      let start = file.u32(position + 42)
    else { throw .damaged }
    let nameStart = position + 46
    let extraStart = nameStart + Int(nameLength)
    let end = extraStart + Int(extraLength) + Int(commentLength)
    guard end <= range.upperBound else { throw .damaged }
    guard disk == 0 || disk == .max else { throw .severalDisks }
    var wide = WideSizes(file, extraStart..<extraStart + Int(extraLength))
    let wholeSize = try wide.resolve(size)
    let wholePackedSize = try wide.resolve(packedSize)
    let wholeStart = try wide.resolve(start)
    position = end
    return ZipMember(
      name: Self.text(file.bytes[nameStart..<extraStart]),
      packing: method == 0 ? .stored : method == 8 ? .deflated : .other(method),
      isEncrypted: flags & 0x2041 != 0, checksum: checksum, packedSize: wholePackedSize,
      size: wholeSize, headerStart: wholeStart)
  }

  /// The header before the packed bytes repeats the directory; only its length is needed.
  private func dataStart(of member: ZipMember) throws(ZipFault) -> Int {
    guard member.headerStart <= range.lowerBound,
      file.u32(member.headerStart) == Signature.localHeader,
      let nameLength = file.u16(member.headerStart + 26),
      let extraLength = file.u16(member.headerStart + 28)
    else { throw .damaged }
    let start = member.headerStart + 30 + Int(nameLength) + Int(extraLength)
    guard start <= range.lowerBound, member.packedSize <= range.lowerBound - start else {
      throw .damaged
    }
    return start
  }

  /// Members that share bytes are how a small archive becomes a bomb.
  private func refuseOverlaps(_ members: [ZipMember]) throws(ZipFault) {
    let ordered = members.sorted { $0.headerStart < $1.headerStart }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where first.dataStart + first.packedSize > second.headerStart {
      throw .overlap(first.name, second.name)
    }
  }

  /// UTF-8, as today's programs write; else one character a byte, which keeps ASCII names right.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

/// The field of an entry that holds its numbers above 32 bits (section 4.5.3), in a fixed order, each
/// only where its place of 32 bits is full of ones.
private struct WideSizes {
  private let file: LittleEndianBytes
  private var position: Int?
  private var end = 0

  init(_ file: LittleEndianBytes, _ extra: Range<Int>) {
    self.file = file
    var next = extra.lowerBound
    while next + 4 <= extra.upperBound, let id = file.u16(next), let size = file.u16(next + 2) {
      let start = next + 4
      next = start + Int(size)
      guard id == 1, next <= extra.upperBound else { continue }
      position = start
      end = next
      return
    }
  }

  mutating func resolve(_ narrow: UInt32) throws(ZipFault) -> Int {
    guard narrow == .max else { return Int(narrow) }
    guard let start = position, start + 8 <= end, let wide = file.u64(start) else {
      throw .damaged
    }
    position = start + 8
    return wide
  }
}
