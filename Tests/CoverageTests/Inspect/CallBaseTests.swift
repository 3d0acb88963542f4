import Testing

@testable import Coverage

/// What files make a study of, before its units are known.
@Suite("The base of a suggested call")
struct CallBaseTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func base(_ files: [(name: String, text: String)]) throws -> CallBase {
    let inspections = try files.map { file in
      try Inspection(InputPath(try scratch.write(file.name, file.text)))
    }
    return CallBase(inspections.enumerated().map { (place: $0, file: $1) }, study: nil)
  }

  @Test("lists are held to each other without units: a stage that none tells is settled")
  func stages() throws {
    var alone = try base([("a.csv", "cpts,code\nA,01001\nB,01002\n")])
    #expect(alone.obstacleOfLists() != nil)
    #expect(alone.settleLists() == nil)
    #expect(alone.options.map(\.text).last == "aci_signe")
    #expect(alone.notes.count == 1)
    var told = try base([
      ("a.csv", "cpts,code\nA,01001\nB,01002\n"), ("b.csv", "cpts,stade\nA,LI\nB,ACI\n"),
    ])
    #expect(told.settleLists() == nil)
    #expect(told.notes.isEmpty && told.options.count == 2)
  }

  @Test("two stages of one CPTS stop the study, whatever the default")
  func contradiction() throws {
    var base = try base([
      ("a.csv", "cpts,code,stade\nA,01001,LI\n"), ("b.csv", "cpts,stade\nA,ACI\n"),
    ])
    #expect(base.settleLists() != nil)
    #expect(base.notes.isEmpty)
  }

  @Test("of two files where an option takes one, neither is taken, and both are named")
  func several() throws {
    let header = "code,code_retenu\n01001,01002\n"
    let base = try base([("a.csv", header), ("b.csv", header)])
    #expect(base.options.isEmpty)
    #expect(base.notes.first?.french.contains("--decisions n’en prend qu’un") == true)
  }
}
