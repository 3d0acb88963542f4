import Testing

@Suite("Versions in resume.json")
struct LibraryVersionsTests {
  @Test("a study names the versions of GEOS and PROJ that measured it")
  func named() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    for library in ["geos", "proj"] {
      let version = try scratch.resume().bibliotheques[library].text
      #expect(version.split(separator: ".").count == 3, "\(library) \(version)")
    }
  }
}
