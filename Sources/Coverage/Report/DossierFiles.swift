#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The pages of a report, one a white zone, in a folder of their own.
struct DossierFiles {
  static let folder = "dossiers"
  private static let longestName = 100

  /// A name of a file for each zone: a code may hold any sign, and no path may come of it.
  static func names(of zones: [WhiteZone]) -> [String] {
    var seen: Set<String> = []
    return zones.map { zone in
      let plain = String(
        String.UnicodeScalarView(
          zone.id.unicodeScalars.prefix(longestName).map { isPlain($0) ? $0 : "_" }))
      var name = plain
      var number = 2
      while !seen.insert(name.lowercased()).inserted {
        name = "\(plain)~\(number)"
        number += 1
      }
      return "\(folder)/\(name).md"
    }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  /// Removes the pages of an earlier run whose zones are no more. What anybody else put there stays.
  static func removeOld(in output: String, but written: [String]) {
    let kept = Set(written)
    let path = output + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.hasSuffix(".md") && !kept.contains("\(folder)/\(name)") {
      let file = path + "/" + name
      guard let head = try? InputPath(file).head(count: ZoneDossier.mark.utf8.count),
        head.elementsEqual(ZoneDossier.mark.utf8)
      else { continue }
      try? FileManager.default.removeItem(atPath: file)
    }
  }
}
