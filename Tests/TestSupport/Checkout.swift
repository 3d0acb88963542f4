import Foundation

/// Files of the checkout and beside it that some tests read. Where they are absent those tests are
/// skipped, and say so in the log.
package enum Checkout {
  /// The folder of `Package.swift`.
  package static let root = #filePath.components(separatedBy: "/Tests/TestSupport/")[0]

  /// The folder `shared` beside the checkout, or the one that `COVERAGE_SHARED` names.
  package static let shared =
    ProcessInfo.processInfo.environment["COVERAGE_SHARED"]
    ?? URL(fileURLWithPath: root).deletingLastPathComponent().appendingPathComponent("shared").path

  /// Twelve units whose figures were computed apart from the project.
  package static let smallWorld = root + "/Tests/CommandTests/Fixtures/small"
  package static let france = root + "/data/france/units-france.gpkg"
  package static let bassins = root + "/data/bassins/bassins-de-vie-2022.csv"
  package static let demoFolder = root + "/data/demo"
  package static let demo = demoFolder + "/etude.yml"

  package static var hasFrance: Bool { existing(france) != nil }
  package static var hasDemo: Bool { hasFrance && existing(demo) != nil }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A text file of the checkout.
  package static func text(_ path: String) throws -> String {
    String(decoding: try bytes(root + "/" + path), as: UTF8.self)
  }

  /// The path, or nil where nothing is there.
  package static func existing(_ path: String) -> String? {
    if FileManager.default.fileExists(atPath: path) { return path }
    FileHandle.standardError.write(Data("SKIPPED, absent: \(path)\n".utf8))
    return nil
  }
}
