/// A file inside a ZIP archive, as the archive's directory describes it.
struct ZipMember: Equatable, Sendable {
  enum Packing: Equatable, Sendable {
    case stored
    case deflated
    /// The number of a method that is not read, as in the ZIP specification, section 4.4.5.
    case other(UInt16)
  }

  /// Path inside the archive, with `/` between folders.
  let name: String
  let packing: Packing
  let isEncrypted: Bool
  let checksum: UInt32
  /// Bytes inside the archive.
  let packedSize: Int
  /// Bytes once unpacked, as declared.
  let size: Int
  /// Where its own header begins.
  let headerStart: Int
  /// Where its packed bytes begin.
  var dataStart = 0

  /// A name that ends with `/` is a folder.
  var isFolder: Bool { name.hasSuffix("/") }

  /// The name without the folders above it.
  var lastName: String {
    String(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...])
  }
}
