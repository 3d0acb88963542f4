import Foundation

@testable import Coverage

/// A file of the folder `Fixtures`, made by its script.
func fixture(_ name: String) throws -> [UInt8] {
  let tests = #filePath.components(separatedBy: "/Support/")[0]
  return Array(try Data(contentsOf: URL(fileURLWithPath: "\(tests)/Fixtures/\(name)")))
}

func fixtureSheet(_ name: String, sheet: String? = nil) throws -> WorkbookSheet {
  try WorkbookSheet.read(ZipArchive(path: name, bytes: try fixture(name)), sheet: sheet)
}
