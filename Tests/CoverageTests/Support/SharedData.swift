import Foundation

@testable import Coverage

/// Data beside the checkout, or in the folder that `COVERAGE_SHARED` names; nil, said in the log, where
/// it is absent.
func sharedData(_ name: String) -> InputPath? {
  let root = #filePath.components(separatedBy: "/Tests/CoverageTests/")[0]
  let folder =
    ProcessInfo.processInfo.environment["COVERAGE_SHARED"]
    ?? URL(fileURLWithPath: root).deletingLastPathComponent().appendingPathComponent("shared").path
  let path = folder + "/data/" + name
  if FileManager.default.fileExists(atPath: path) { return InputPath(path) }
  FileHandle.standardError.write(Data("SKIPPED, absent: \(path)\n".utf8))
  return nil
}
