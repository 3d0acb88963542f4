@_exported public import TestSupport

@testable import Coverage

extension Scratch {
  /// Writes a file and gives its path as a user would name it.
  func file(_ name: String, _ text: String) throws -> InputPath {
    InputPath(try write(name, text))
  }

  func file(_ name: String, _ bytes: [UInt8]) throws -> InputPath {
    InputPath(try write(name, bytes: bytes))
  }
}

/// The units of France in the checkout, or nil where they have not been made.
let franceGeoPackage = Checkout.existing(Checkout.france).map { InputPath($0) }

/// Data beside the checkout; nil where it is absent.
func sharedData(_ name: String) -> InputPath? {
  Checkout.existing(Checkout.shared + "/data/" + name).map { InputPath($0) }
}

func fixturePath(_ name: String) -> String {
  Checkout.root + "/Tests/CoverageTests/Fixtures/" + name
}

/// A file of the folder `Fixtures`, made by its script.
func fixture(_ name: String) throws -> [UInt8] { try Checkout.bytes(fixturePath(name)) }

func fixtureSheet(_ name: String, sheet: String? = nil) throws -> WorkbookSheet {
  try WorkbookSheet.read(ZipArchive(path: name, bytes: try fixture(name)), sheet: sheet)
}
