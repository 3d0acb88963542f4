import Foundation

@testable import Coverage

/// A folder of its own for one test, removed with the object.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "coverage-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and gives its path as a user would name it.
  func file(_ name: String, _ text: String) throws -> InputPath {
    try file(name, Array(text.utf8))
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> InputPath {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return InputPath(path(name))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}

/// The units of France in the checkout, or nil where they have not been made.
let franceGeoPackage: InputPath? = {
  let root = #filePath.components(separatedBy: "/Tests/CoverageTests/")[0]
  let path = root + "/data/france/units-france.gpkg"
  return FileManager.default.fileExists(atPath: path) ? InputPath(path) : nil
}()
