import Foundation

/// Files of the checkout and beside it that some tests read. Where they are absent those tests are
/// skipped, and say so in the log.
enum Checkout {
  /// The folder of `Package.swift`, going up from this file.
  static let root: String = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { break }
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()

  /// Twelve units whose figures were computed apart from the project.
  static let smallWorld = root + "/Tests/CommandTests/Fixtures/small"
  static let france = root + "/data/france/units-france.gpkg"
  static let demoFolder = root + "/data/demo"
  static let demo = demoFolder + "/etude.yml"

  static var hasFrance: Bool { exists(france) }
  static var hasDemo: Bool { hasFrance && exists(demo) }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A text file of the checkout.
  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(root + "/" + path), as: UTF8.self)
  }

  private static func exists(_ path: String) -> Bool {
    if FileManager.default.fileExists(atPath: path) { return true }
    FileHandle.standardError.write(Data("SKIPPED, absent: \(path)\n".utf8))
    return false
  }
}
