/// The pages of a report, one a white zone, in a folder of their own.
struct DossierFiles {
  static let folder = "dossiers"
  /// The first line of every page tells what it is.
  private static let mark = "<!-- coverage-report : dossier de zone blanche -->"

  static func bytes(of dossier: ZoneDossier) -> [UInt8] {
    Array("\(mark)\n".utf8) + MarkdownText.bytes(of: dossier.document)
  }

  /// A name of a file for each zone.
  static func names(of zones: [WhiteZone]) -> [String] {
    FileNames.distinct(zones.map { $0.id }).map { "\(folder)/\($0).md" }
  }
}
