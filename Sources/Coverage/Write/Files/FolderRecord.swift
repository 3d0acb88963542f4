import GeoKernel

/// What a run has written, as its summary tells a later run: the later one may replace what is still as
/// it was written, and nothing else.
struct FolderRecord: Sendable {
  /// Size and digest of each file, by its name in the folder.
  private(set) var files: [String: FileDigest] = [:]

  /// The summaries that are records.
  static let names = ["resume.json", "avis.json"]
  /// The member of a summary that lists the files.
  static let listMember = "fichiers"
  /// The member that holds the digest of the summary itself, taken with zeros in its place.
  static let ownMember = "empreinte"
  static let blank = String(repeating: "0", count: 64)
  /// No summary of ours is larger.
  private static let greatestSize = 64 << 20

  init() {}

  subscript(name: String) -> FileDigest? { files[name] }

  /// The files of a folder whose name ends with a slash, by their names in it.
  func below(_ folder: String) -> FolderRecord {
    var record = FolderRecord()
    for (name, digest) in files where name.hasPrefix(folder) {
      record.add(String(name.dropFirst(folder.count)), digest)
    }
    return record
  }

  /// Whether files are recorded in a folder, or below it.
  func holds(folder: String) -> Bool { files.keys.contains { $0.hasPrefix(folder + "/") } }

  mutating func add(_ name: String, _ digest: FileDigest) { files[name] = digest }

  /// Reads the record of a folder; it is empty where there is none, or where it is no record of ours.
  ///
  /// - Complexity: O(bytes of the summary).
  init(in folder: String, summary: String) {
    let path = folder + "/" + summary
    guard let status = FileStatus(path), status.kind == .file, status.size <= Self.greatestSize,
      let bytes = try? InputFile.bytes(path), let digest = Self.ownDigest(of: bytes)
    else { return }
    var scanner = JSONScanner(bytes)
    guard (try? read(&scanner)) != nil else {
      files = [:]
      return
    }
    files[summary] = digest
  }

  private mutating func read(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var found: [String: FileDigest] = [:]
    try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
      guard name == Self.listMember else { return try scanner.skipValue() }
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        var members: [String: String] = [:]
        try scanner.object { (scanner, name) throws(JSONScanner.Fault) in
          members[name] = try scanner.scalarText()
        }
        if let name = members["chemin"], let sha256 = members["sha256"],
          let bytes = members["octets"].flatMap({ Int($0) })
        {
          found[name] = FileDigest(bytes: bytes, sha256: sha256)
        }
      }
    }
    files = found
  }

  /// Whether a file is as it was written.
  ///
  /// - Complexity: O(bytes of the file).
  func isIntact(_ name: String, at path: String, _ status: FileStatus) -> Bool {
    guard status.kind == .file, let written = files[name], status.size == written.bytes,
      let found = try? InputFile.digest(path)
    else { return false }
    return found.sha256 == written.sha256
  }
}

extension FolderRecord {
  /// The list for a summary.
  var json: JSON {
    .array(
      files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, digest in
        [
          "chemin": .text(name), "octets": .whole(digest.bytes), "sha256": .text(digest.sha256),
        ]
      })
  }

  /// Puts the digest of a summary into it, in place of the blank.
  static func signed(_ summary: [UInt8]) -> [UInt8] {
    guard let place = ownPlace(in: summary) else { return summary }
    var signed = summary
    signed.replaceSubrange(place, with: ContentDigest.hexadecimal(of: summary).utf8)
    return signed
  }

  /// The digest of a whole summary, if the one that stands in it is right.
  private static func ownDigest(of summary: [UInt8]) -> FileDigest? {
    guard let place = ownPlace(in: summary) else { return nil }
    var blanked = summary
    blanked.replaceSubrange(place, with: blank.utf8)
    guard ContentDigest.hexadecimal(of: blanked).utf8.elementsEqual(summary[place]) else {
      return nil
    }
    return FileDigest(bytes: summary.count, sha256: ContentDigest.hexadecimal(of: summary))
  }

  /// Where the digest stands; no text of the user's looks like it, as quotes are escaped in it.
  private static func ownPlace(in summary: [UInt8]) -> Range<Int>? {
    for colon in [" : ", ": "] {
      let mark = Array("\n  \"\(ownMember)\"\(colon)\"".utf8)
      guard let start = firstIndex(of: mark, in: summary) else { continue }
      let first = start + mark.count
      guard first + blank.utf8.count < summary.count else { return nil }
      return first..<first + blank.utf8.count
    }
    return nil
  }

  private static func firstIndex(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return (0...bytes.count - mark.count).first { start in
      bytes[start] == mark[0] && bytes[start..<start + mark.count].elementsEqual(mark)
    }
  }
}
