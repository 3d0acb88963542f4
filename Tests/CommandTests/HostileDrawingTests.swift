import Testing

/// Drawings made to exhaust: each ends, with a message that names the file.
@Suite struct HostileDrawingTests {
  @Test("a star of a thousand sides that all cross is refused, not worked at for ever")
  func star() throws {
    let scratch = try Scratch.world()
    // Every second point of two columns: each side crosses all those of the other half.
    let count = 1001
    let zigzag = (0..<count).map { index in
      let way = Double(index * 500 % count) / Double(count)
      return (2 + 0.04 * way, index % 2 == 0 ? 46.0 : 46.02)
    }
    let outcome = try scratch.report(
      drawing: [Drawing("A", "ACI", zigzag + [zigzag[0]])])
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("dessins.geojson: "))
    #expect(outcome.errors.contains("se croisent en trop d’endroits"))
  }

  @Test("thousands of copies of one territory are told to be too many overlaps")
  func copies() throws {
    let scratch = try Scratch.world()
    let outcome = try scratch.report(
      drawing: (0..<2_100).map { Drawing("C\($0)", "projet", Drawing.box(2, 46, 2.01, 46.01)) })
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("2 203 950 chevauchements"))
  }
}
