import Testing

@testable import Coverage

/// Identifiers and names that would like to be paths, markup, or a whole book.
@Suite struct HostileProposalTests {
  let world = OpinionWorld("abc")

  static let hostile = [
    "../../x", "<script>alert(1)</script>", "/etc/passwd", "C:\\x", "[a](b)", "=1+1",
    String(repeating: "é", count: 20_000),
  ]

  private func all(_ id: String) async throws -> Opinions {
    try await world.judged(
      [], ("p.csv", "cpts_id,code\n\"\(id)\",01197\n\"\(id)\",01198\n"))
  }

  @Test("names of files are plain, whatever the identifier", arguments: hostile)
  func fileNames(id: String) async throws {
    let name = try await all(id).fileNames[0]
    #expect(name.wholeMatch(of: /avis-[A-Za-z0-9_-]{1,100}\.md/) != nil)
  }

  @Test("pages show no markup of an identifier, and no book", arguments: hostile)
  func pages(id: String) async throws {
    let all = try await all(id)
    let markdown = all.text(.markdown)
    // A sign after a backslash is a sign.
    let unescaped = markdown.replacing(/\\./, with: "")
    #expect(!unescaped.contains("<script") && !unescaped.contains("](b)"))
    #expect(markdown.utf8.count < 20_000 && all.text(.text).utf8.count < 20_000)
    #expect(markdown.hasSuffix("**Avis indicatif : il ne décide de rien.**\n"))
    #expect(all.text(.text).hasSuffix("\nAvis indicatif : il ne décide de rien.\n"))
  }

  @Test("a terminal gets no control sequence")
  func controls() async throws {
    let text = try await all("\u{1B}[31mred\u{7}\u{202E}").text(.text)
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0 == "\u{202E}" })
  }

  @Test("identifiers that look alike have files of their own")
  func alike() async throws {
    let list = "cpts_id,code\na/b,01197\na?b,01198\nA_b,01199\n"
    let names = try await world.judged([], ("p.csv", list)).fileNames
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.prefix(3) == ["avis-A_b.md", "avis-a_b~2.md", "avis-a_b~3.md"])
  }

  @Test("more proposals than anybody reads are refused")
  func tooMany() async throws {
    let list = "cpts_id,code\n" + (0...30).map { "P\($0),01197\n" }.joined()
    let fault = await #expect(throws: InputFault.self) {
      try await world.judged([], ("p.csv", list))
    }
    #expect(fault?.problem.french == "plus de 30 propositions")
  }

  @Test("a drawing that cuts a commune says so, with its people and its share")
  func cut() async throws {
    let (west, south) = world.corner(0, 0)
    let map = mapText((#""cpts_id":"P""#, rectangleText(west, south, west + 0.015, south + 0.01)))
    let found = try await world.judged([], ("p.geojson", map)).opinions[0][.population]
    #expect(found.finding == .toExamine)
    #expect(
      found.rows("coupees", "code", "population_dedans", "population", "methode") == [
        ["01198", "5000", "10000", "surface"]
      ])
    #expect(found.figure("population_incertaine") == "5000")
  }
}
