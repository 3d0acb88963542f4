import Coverage
import Foundation

/// The twelve units whose figures were computed apart from the project, as a program with the library
/// alone sees them: nothing here is `@testable`.
enum SmallWorld {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("CommandTests/Fixtures/small").path

  /// What `expected/` was computed with.
  static let settings = {
    var settings = StudySettings()
    settings.units = folder + "/units.geojson"
    settings.cpts = [folder + "/cpts.csv"]
    settings.at = CivilDate(year: 2026, month: 1, day: 1)
    return settings
  }()

  static func options(
    _ change: (inout StudySettings) -> Void = { _ in }
  ) throws -> StudyOptions {
    var settings = settings
    change(&settings)
    return try StudyOptions(settings, today: CivilDate(year: 2026, month: 7, day: 1)!)
  }

  static func study(_ change: (inout StudySettings) -> Void = { _ in }) async throws -> Study {
    try await Study.run(try options(change))
  }

  /// The lines of an expected file, without its header; no cell in them is quoted.
  static func expected(_ name: String) throws -> [String] {
    let text = try String(contentsOfFile: folder + "/expected/\(name).csv", encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { String($0) }
  }

  /// Hands out the path of a file that holds some text, and removes it.
  static func withFile<Result>(
    _ name: String, _ text: String, _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("LibraryTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try await body(path)
  }
}

/// A line of a CSV file of the contract.
func line(_ cells: String...) -> String { cells.joined(separator: ",") }

/// Codes as the files list them.
func list(_ codes: [some CustomStringConvertible]) -> String {
  codes.map(\.description).joined(separator: "|")
}

/// Square metres as the files write them.
func squareKilometres(_ squareMetres: Double) -> String {
  String(format: "%.3f", squareMetres / 1e6)
}

/// A part of a whole as the files write it.
func percent(_ part: Int, _ whole: Int) -> String {
  String(format: "%.2f", Double(part) / Double(whole) * 100)
}

/// What may be unknown, as the files write it.
func cell(_ number: Int?) -> String { number.map { String($0) } ?? "" }
