import Testing

@testable import GeoKernel

@Suite("Versions of the system's libraries")
struct LibraryVersionsTests {
  @Test("numbers with points, from the versions that the project needs on")
  func numbers() throws {
    for (version, least) in [(LibraryVersions.geos, [3, 10]), (LibraryVersions.proj, [6, 0])] {
      let numbers = try version.split(separator: ".").map { try #require(Int($0), "\(version)") }
      #expect(numbers.count == 3, "\(version)")
      #expect(!numbers.lexicographicallyPrecedes(least), "\(version)")
    }
  }
}
