import GeoKernel

/// Which file of an archive is meant: the only one that can be read, or the one named.
struct ArchiveChoice {
  private let path: String
  private let members: [ZipMember]

  /// Endings of the names of files that are read.
  private static let endings = [
    ".csv", ".tsv", ".txt", ".geojson", ".json", ".gpkg", ".xlsx", ".xlsm", ".ods", ".shp", ".kml",
    ".topojson", ".ndjson", ".geojsonl", ".geojsons", ".jsonl", ".wkt",
  ]

  init(_ archive: ZipArchive) {
    path = archive.path
    // A Macintosh adds a shadow of each file.
    members = archive.members.filter {
      !$0.name.hasPrefix("__MACOSX/") && !$0.lastName.hasPrefix(".")
    }
  }

  /// - Parameter words: what follows `FILE#`: a member, a member with its layer or sheet after a
  ///   further `#`, or a layer of the only file.
  func choose(_ words: String?) throws(InputFault) -> (ZipMember, layer: String?) {
    if let words {
      if let member = try member(words) { return (member, nil) }
      if let mark = words.lastIndex(of: "#"), let member = try member(String(words[..<mark])) {
        return (member, String(words[words.index(after: mark)...]))
      }
    }
    var readable = members.filter { member in
      let name = member.name.lowercased()
      return Self.endings.contains { name.hasSuffix($0) }
    }
    // A text beside a map is its licence, or its description.
    for isOther in [{ $0.name.lowercased().hasSuffix(".txt") }, Self.isDescription] {
      let others = readable.filter { !isOther($0) }
      if !others.isEmpty { readable = others }
    }
    guard readable.count == 1 else { throw fault(words, readable) }
    return (readable[0], words)
  }

  /// Whether the name of a file says that it describes another: `DS_…_metadata.csv`, `meta_….csv`.
  private static func isDescription(_ member: ZipMember) -> Bool {
    folded(member.lastName).split(separator: "_").contains {
      ["metadata", "metadonnees", "meta", "lisezmoi", "readme", "licence"].contains($0)
    }
  }

  /// The member with this path, or with this name in whichever folder.
  private func member(_ name: String) throws(InputFault) -> ZipMember? {
    if let member = members.first(where: { $0.name == name }) { return member }
    let named = members.filter { $0.lastName == name }
    if named.count > 1 { throw fault(nil, named) }
    return named.first
  }

  /// Files that are left where the user names none: another could be meant. What goes with a map or a
  /// table without being read, such as a licence, is a file like any other here.
  func unreadParts(beside chosen: ZipMember, named words: String?) -> [ReadingNotes.UnreadPart] {
    if let words, words == chosen.name || words == chosen.lastName { return [] }
    if let words, words.hasPrefix(chosen.name + "#") || words.hasPrefix(chosen.lastName + "#") {
      return []
    }
    let others = members.filter {
      $0.name != chosen.name && !ShapefileCompanions.goes($0.name, with: chosen.name)
    }.map(\.name).sorted()
    guard !others.isEmpty else { return [] }
    let names = ReadingNotes.UnreadPart.listed(others)
    return [
      ReadingNotes.UnreadPart(
        severity: .information,
        finding: Wording(
          fr: "l’archive contient aussi \(names)", en: "the archive also holds \(names)"),
        treatment: Wording(
          fr: "non lus : seul « \(chosen.name) » l’est", en: "not read: only “\(chosen.name)” is"))
    ]
  }

  /// A database whose journal was packed with it is as little whole as one on disk.
  func refuseOpenJournal(of chosen: ZipMember, in archive: ZipArchive) throws(InputFault) {
    for journal in SQLiteJournal.allCases {
      guard let member = archive.member(chosen.name + journal.suffix) else { continue }
      var archive = archive
      let head = try archive.contents(of: member)
      if journal.isOpen(head: head, size: member.size) {
        throw journal.fault(path: "\(path)#\(chosen.name)")
      }
    }
  }

  private func fault(_ wanted: String?, _ readable: [ZipMember]) -> InputFault {
    let shown = (readable.isEmpty ? members : readable).map { $0.name }.sorted()
    if readable.isEmpty, members.contains(where: { $0.name.lowercased().contains(".gdb/") }) {
      return FileGeodatabase.fault(path: path)
    }
    let names = ReadingNotes.UnreadPart.listed(shown)
    let problem =
      if readable.isEmpty {
        Wording(
          fr: "l’archive ne contient aucun fichier qui se lise : \(names)",
          en: "the archive holds no file that is read: \(names)")
      } else if let wanted {
        Wording(
          fr: "pas de « \(wanted) » dans l’archive ; elle contient : \(names)",
          en: "there is no “\(wanted)” in the archive; it holds: \(names)")
      } else {
        Wording(
          fr: "l’archive contient plusieurs fichiers : \(names)",
          en: "the archive holds several files: \(names)")
      }
    let cure =
      readable.isEmpty
      ? Wording(
        fr: "convertissez la couche en GeoPackage (QGIS : « Exporter »), ou la table en CSV",
        en: "convert the layer to GeoPackage (QGIS: “Export”), or the table to CSV")
      : Wording(
        fr: "nommez le fichier : \(ShellWord.part(shown[0], of: path))",
        en: "name the file: \(ShellWord.part(shown[0], of: path))")
    return InputFault(path: path, problem: problem, cure: cure)
  }
}
