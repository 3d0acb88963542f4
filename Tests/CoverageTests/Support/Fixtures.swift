import Foundation

@testable import Coverage

func fixturePath(_ name: String) -> String {
  "\(#filePath.components(separatedBy: "/Support/")[0])/Fixtures/\(name)"
}

/// A file of the folder `Fixtures`, made by its script.
func fixture(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: fixturePath(name))))
}

func fixtureSheet(_ name: String, sheet: String? = nil) throws -> WorkbookSheet {
  try WorkbookSheet.read(ZipArchive(path: name, bytes: try fixture(name)), sheet: sheet)
}
