#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The pages of a report, one a white zone, in a folder of their own.
struct DossierFiles {
  static let folder = "dossiers"
  /// The first line of every page: what a later run may replace.
  private static let mark = "<!-- coverage-report : dossier de zone blanche -->"

  static func bytes(of dossier: ZoneDossier) -> [UInt8] {
    Array("\(mark)\n".utf8) + MarkdownText.bytes(of: dossier.document)
  }

  /// A name of a file for each zone.
  static func names(of zones: [WhiteZone]) -> [String] {
    FileNames.distinct(zones.map { $0.id }).map { "\(folder)/\($0).md" }
  }

  /// Removes the pages of an earlier run whose zones are no more. What anybody else put there stays.
  static func removeOld(in output: String, but written: [String]) {
    let kept = Set(written)
    let path = output + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasSuffix(".md") && !kept.contains("\(folder)/\(name)") {
      let file = path + "/" + name
      guard let head = try? InputPath(file).head(count: mark.utf8.count),
        head.elementsEqual(mark.utf8)
      else { continue }
      try? FileManager.default.removeItem(atPath: file)
    }
  }
}
