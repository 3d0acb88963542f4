/// The pages of a report, one a sector, in a folder of their own.
struct DossierFiles {
  static let folder = "dossiers"
  /// The first line of every page tells what it is.
  private static let mark = "<!-- coverage-report : dossier de secteur -->"

  static func bytes(of dossier: SectorDossier) -> [UInt8] {
    Array("\(mark)\n".utf8) + MarkdownText.bytes(of: dossier.document)
  }

  /// A name of a file for each sector.
  static func names(of sectors: [Sector]) -> [String] {
    FileNames.distinct(sectors.map { $0.id }).map { "\(folder)/\($0).md" }
  }
}
