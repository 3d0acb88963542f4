import Foundation

/// A folder of its own for one test, removed with the object.
package final class Scratch {
  package let folder: String

  package init() throws {
    folder = NSTemporaryDirectory() + "coverage-report-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  package func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file, and gives its path.
  @discardableResult
  package func write(_ name: String, bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return path(name)
  }

  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  package func bytes(_ name: String) throws -> [UInt8] { try Checkout.bytes(path(name)) }

  package func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Files in a folder and below it, sorted, and folders that are empty; none where there is no such
  /// folder.
  package func names(in folder: String = "") -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: path(folder))) ?? []
    return all.filter { name in !all.contains { $0.hasPrefix(name + "/") } }.sorted()
  }
}
