import GeoKernel

/// Writes ZIP archives for tests, true ones and lying ones.
struct ZipWriter {
  /// One member, with what its headers say of it.
  struct Member {
    var name: [UInt8]
    var packed: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    var checksum: UInt32
    var size: Int
    /// Where the directory says that the member begins, if not where it does.
    var start: Int?
    /// Sizes and start stand in the field for large archives.
    var isWide = false
    /// The sizes are not in the header before the bytes but after them.
    var hasDescriptor = false

    init(_ name: String, _ bytes: [UInt8], deflated: Bool = false) {
      self.name = Array(name.utf8)
      packed = deflated ? Deflater.pack(bytes) : bytes
      method = deflated ? 8 : 0
      checksum = Inflation.checksum(bytes[...])
      size = bytes.count
    }

    init(_ name: String, _ text: String, deflated: Bool = false) {
      self.init(name, Array(text.utf8), deflated: deflated)
    }
  }

  static func archive(_ members: [Member], comment: String = "", isWide: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let start = bytes.count
      bytes += header(of: member)
      directory += entry(of: member, start: member.start ?? start)
    }
    let start = bytes.count
    bytes += directory
    if isWide {
      let end = bytes.count
      bytes += little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2)
      bytes += little(0, 4) + little(0, 4) + little(members.count, 8) + little(members.count, 8)
      bytes += little(directory.count, 8) + little(start, 8)
      bytes += little(0x0706_4B50, 4) + little(0, 4) + little(end, 8) + little(1, 4)
    }
    let count = isWide ? 0xFFFF : members.count
    bytes += little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
    bytes += little(isWide ? 0xFFFF_FFFF : directory.count, 4)
    bytes += little(isWide ? 0xFFFF_FFFF : start, 4)
    return bytes + little(comment.utf8.count, 2) + Array(comment.utf8)
  }

  private static func header(of member: Member) -> [UInt8] {
    let later = member.hasDescriptor
    var bytes = little(0x0403_4B50, 4) + little(20, 2)
    bytes += little(Int(member.flags) | (later ? 8 : 0), 2)
    bytes += little(Int(member.method), 2) + little(0, 4)
    bytes += little(later ? 0 : Int(member.checksum), 4)
    bytes += little(later ? 0 : member.packed.count, 4) + little(later ? 0 : member.size, 4)
    bytes += little(member.name.count, 2) + little(0, 2) + member.name + member.packed
    guard later else { return bytes }
    return bytes + little(0x0807_4B50, 4) + little(Int(member.checksum), 4)
      + little(member.packed.count, 4) + little(member.size, 4)
  }

  private static func entry(of member: Member, start: Int) -> [UInt8] {
    let wide = member.isWide
    var extra: [UInt8] = []
    if wide {
      extra = little(0x5455, 2) + little(1, 2) + [0] + little(1, 2) + little(24, 2)
      extra += little(member.size, 8) + little(member.packed.count, 8) + little(start, 8)
    }
    var bytes = little(0x0201_4B50, 4) + little(20, 2) + little(20, 2)
    bytes += little(Int(member.flags), 2) + little(Int(member.method), 2) + little(0, 4)
    bytes += little(Int(member.checksum), 4)
    bytes += little(wide ? 0xFFFF_FFFF : member.packed.count, 4)
    bytes += little(wide ? 0xFFFF_FFFF : member.size, 4)
    bytes += little(member.name.count, 2) + little(extra.count, 2) + little(0, 2) + little(0, 2)
    bytes += little(0, 2) + little(0, 4) + little(wide ? 0xFFFF_FFFF : start, 4)
    return bytes + member.name + extra
  }

  static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
