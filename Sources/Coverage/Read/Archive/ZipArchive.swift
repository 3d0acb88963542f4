import GeoKernel

/// A ZIP archive in memory: its members, unpacked when asked for, never beyond a limit.
struct ZipArchive {
  /// The file, as the user named it.
  let path: String
  /// Files inside, folders left out, in the order of the archive's directory.
  let members: [ZipMember]

  private let bytes: [UInt8]
  /// What all members together may still unpack to.
  private var allowance: Int

  /// No archive unpacks to more than this.
  static let greatestOutput = 1 << 30

  /// How many bytes an archive may unpack to: a workbook gives about ten times its size.
  static func limit(archiveSize: Int) -> Int {
    min(greatestOutput, (16 << 20) + 20 * min(archiveSize, greatestOutput))
  }

  /// Reads the directory.
  ///
  /// - Throws: `InputFault` when it is damaged, in several files, or names two members alike.
  init(path: String, bytes: [UInt8]) throws(InputFault) {
    self.path = path
    self.bytes = bytes
    allowance = Self.limit(archiveSize: bytes.count)
    do throws(ZipFault) {
      let all = try ZipDirectory(of: LittleEndianBytes(bytes: bytes)).members()
      var names: Set<String> = []
      for member in all where !names.insert(member.name).inserted {
        throw ZipFault.sameName(member.name)
      }
      members = all.filter { !$0.isFolder }
    } catch { throw error.fault(path: path) }
  }

  /// The member with this path inside the archive.
  func member(_ name: String) -> ZipMember? { members.first { $0.name == name } }

  /// Unpacks a member and checks it.
  ///
  /// - Complexity: O(size of the member).
  /// - Throws: `InputFault` when the member is encrypted, damaged, packed by another method than
  ///   “deflate”, or passes what the archive may unpack to.
  mutating func contents(of member: ZipMember) throws(InputFault) -> [UInt8] {
    do throws(ZipFault) {
      guard member.size <= allowance else {
        throw .tooLarge(member.name, limit: Self.limit(archiveSize: bytes.count))
      }
      let contents = try unpacked(member)
      guard Inflation.checksum(contents[...]) == member.checksum else {
        throw .memberDamaged(member.name)
      }
      allowance -= contents.count
      return contents
    } catch { throw error.fault(path: path) }
  }

  private func unpacked(_ member: ZipMember) throws(ZipFault) -> [UInt8] {
    guard !member.isEncrypted else { throw .encrypted(member.name) }
    let packed = bytes[member.dataStart..<member.dataStart + member.packedSize]
    switch member.packing {
    case .stored:
      guard member.size == member.packedSize else { throw .memberDamaged(member.name) }
      return Array(packed)
    case .deflated:
      do throws(InflationFault) {
        return try Inflation.unpack(packed, size: member.size)
      } catch {
        throw .memberDamaged(member.name)
      }
    case .other(let method): throw .unknownPacking(member.name, method)
    }
  }
}
