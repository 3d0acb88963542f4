import GeoKernel

/// What a run has written, as its summary tells a later run: the later one may replace what is still as
/// it was written, and nothing else.
struct FolderRecord: Sendable {
  /// Size and digest of each file, by its name in the folder.
  private(set) var files: [String: FileDigest] = [:]

  /// The summary of a study and of a simulation, and that of opinions: each is a record.
  static let (study, opinions) = ("resume.json", "avis.json")
  static let names = [study, opinions]
  /// The file that packs what a summary lists.
  static func archive(_ summary: String) -> String {
    summary == opinions ? "avis.zip" : "rapport.zip"
  }
  /// The member of a summary that lists the files.
  static let listMember = "fichiers"
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
      let bytes = try? InputFile.bytes(path), SummarySignature.isSigned(bytes)
    else { return }
    var scanner = JSONScanner(bytes)
    guard (try? read(&scanner)) != nil else {
      files = [:]
      return
    }
    files[summary] = FileDigest(of: bytes)
    // A summary in a folder below vouches for itself.
    let folders = Set(
      files.keys.compactMap { name in name.lastIndex(of: "/").map { name[...$0] } })
    for name in folders.map({ $0 + summary }) {
      guard let bytes = try? InputFile.bytes(folder + "/" + name), SummarySignature.isSigned(bytes)
      else {
        continue
      }
      files[String(name)] = FileDigest(of: bytes)
    }
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
    guard status.kind == .file, let written = files[name], status.size == written.bytes else {
      return false
    }
    return (try? InputFile.digest(path)) == written
  }
}

extension FolderRecord {
  /// The members that a summary has besides its own: the list of files, but for summaries, which tell the
  /// time, and room for the digest.
  private var members: [(String, JSON)] {
    let listed = files.filter { name, _ in
      !Self.names.contains { name == $0 || name.hasSuffix("/" + $0) }
    }
    let list = listed.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return [
      (
        Self.listMember,
        .array(
          list.map { name, digest in
            [
              "chemin": .text(name), "octets": .whole(digest.bytes),
              "sha256": .text(digest.sha256),
            ]
          })
      ),
      (SummarySignature.member, .text(SummarySignature.blank)),
    ]
  }

  /// A summary with what it has besides its own members.
  func listed(in summary: JSON) -> JSON {
    guard case .object(let own) = summary else { return summary }
    return .object(own + members)
  }
}
