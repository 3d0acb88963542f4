import GeoKernel

/// A file packed alone (RFC 1952): `communes.csv.gz`.
enum GzipFile {
  private static let mark: [UInt8] = [0x1F, 0x8B]

  static func begins(_ head: [UInt8]) -> Bool { head.starts(with: mark) }

  /// Unpacks a file and checks it, within the bound of archives.
  ///
  /// - Throws: `InputFault` where it is damaged, too large, or holds several files.
  static func unpack(_ bytes: [UInt8], path: String) throws(InputFault) -> [UInt8] {
    guard let start = contentStart(bytes), bytes.count >= start + 8 else {
      throw damaged(path)
    }
    let end = bytes.count - 8
    func number(_ at: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let size = number(end + 4)
    guard size <= ZipArchive.limit(archiveSize: bytes.count) else {
      throw InputFault(
        path: path,
        problem: Wording(
          fr: "le fichier compressé en contient plus que ce qui peut être lu",
          en: "the packed file holds more than can be read"),
        cure: Wording(
          fr: "décompressez-le, et donnez le fichier", en: "unpack it, and give the file"))
    }
    do throws(InflationFault) {
      let unpacked = try Inflation.unpack(bytes[start..<end], size: size)
      guard Int(Inflation.checksum(unpacked[...])) == number(end) else { throw .damaged }
      if isTape(unpacked) { throw InflationFault.wrongSize }
      return unpacked
    } catch { throw damaged(path) }
  }

  /// Where the packed bytes begin, after the header.
  private static func contentStart(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 18, begins(bytes), bytes[2] == 8 else { return nil }
    let flags = bytes[3]
    var position = 10
    if flags & 4 != 0 {
      guard position + 2 <= bytes.count else { return nil }
      position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
    }
    // The name and a comment, each up to a zero.
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard position < bytes.count, let zero = bytes[position...].firstIndex(of: 0) else {
        return nil
      }
      position = zero + 1
    }
    if flags & 2 != 0 { position += 2 }
    return position < bytes.count ? position : nil
  }

  /// `ustar` at its place: an archive of several files.
  private static func isTape(_ bytes: [UInt8]) -> Bool {
    bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  private static func damaged(_ path: String) -> InputFault {
    InputFault(
      path: path,
      problem: Wording(
        fr: "fichier compressé (gzip) abîmé, ou qui en contient plusieurs",
        en: "a packed file (gzip) that is damaged, or holds several"),
      cure: Wording(
        fr: "décompressez-le, et donnez le fichier", en: "unpack it, and give the file"))
  }
}
