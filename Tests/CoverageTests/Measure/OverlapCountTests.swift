import Testing

@testable import Coverage

@Suite("Overlaps counted before they are made")
struct OverlapCountTests {
  /// Random lists, each unit in up to `most` CPTS.
  private static func territories(seed: UInt64, cpts: Int, units: Int, most: Int) -> Territories {
    var random = SplitMix(seed: seed)
    var territories = Territories()
    territories.cpts = (0..<cpts).map {
      DatedCPTS(
        id: CPTSID("C\($0)"), name: "", stage: .signedContract, file: "cpts.csv", line: $0 + 2)
    }
    var coverings = Coverings()
    for unit in 0..<units {
      let members = (0..<random.int(in: 0...most)).map { _ in
        Index<DatedCPTS>(random.int(in: 0...cpts - 1))
      }
      territories.parts.append(
        Part(
          unit: Index(unit), piece: Index(unit), population: 1, areaShare: 1,
          covering: coverings.index(of: members)))
    }
    territories.coverings = coverings.sets
    return territories
  }

  private static func counted(_ territories: Territories, upTo bytes: Int) -> OverlapCount {
    OverlapCount(territories, territories.coverings, upTo: bytes)
  }

  @Test("pieces are those of every pair; pairs are no fewer than there are", arguments: 1...40)
  func againstPlainCount(seed: UInt64) {
    let territories = Self.territories(seed: seed, cpts: 9, units: 30, most: 6)
    var pieces = 0
    var pairs: Set<[Int32]> = []
    for part in territories.parts {
      let members = territories.coverings[part.covering]
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] {
          pieces += 1
          pairs.insert([first.raw, second.raw])
        }
      }
    }
    let roomy = Self.counted(territories, upTo: .max)
    #expect(roomy.pieces == pieces)
    #expect(roomy.pairs >= pairs.count)
    // Where the first look finds too many, pairs that coverings have in common count once.
    let narrow = Self.counted(territories, upTo: pieces * 12 + pairs.count * 1_000)
    #expect(narrow.pairs == pairs.count)
    let tooNarrow = Self.counted(territories, upTo: pieces * 12 + pairs.count * 1_000 - 1)
    #expect(pairs.isEmpty || tooNarrow.bytes > pieces * 12 + pairs.count * 1_000 - 1)
  }

  @Test("a hundred thousand CPTS in one place are told at once")
  func crowd() {
    var territories = Self.territories(seed: 1, cpts: 100_000, units: 0, most: 0)
    var coverings = Coverings()
    let covering = coverings.index(of: (0..<100_000).map { Index($0) })
    territories.parts.append(
      Part(unit: Index(0), piece: Index(0), population: 1, areaShare: 1, covering: covering))
    territories.coverings = coverings.sets
    let count = Self.counted(territories, upTo: 1 << 20)
    #expect(count.most?.cpts == 100_000)
    #expect(count.bytes > 1 << 20)
  }

  @Test("a few are found, too many are refused with the place, the number and a cure")
  func refusal() async throws {
    let study = try await RandomStudy(seed: 7)
    var territories = study.territories
    territories.cpts = (0..<200).map {
      DatedCPTS(
        id: CPTSID("C\($0)"), name: "", stage: .signedContract, file: "cpts.csv", line: $0 + 2)
    }
    territories.coverings = Column([[], (0..<200).map { Index($0) }])
    for index in territories.parts.indices { territories.parts[index].covering = Index(1) }
    func overlaps(_ input: Int) throws -> [Overlap] {
      try OverlapFinder(
        territories, study.mesh, isDrawn: Array(repeating: false, count: 200),
        SliverRule(width: 50, people: 50), StudyBounds(input: input)
      ).pairs(among: { _ in true })
    }
    #expect(try overlaps(10_000_000).count == 19_900)
    let fault = #expect(throws: InputFault.self) { try overlaps(0) }
    #expect(fault?.kind == .data)
    #expect(fault?.path == "cpts.csv")
    #expect(fault?.line == 2)
    let message = fault?.message(in: .french) ?? ""
    #expect(
      message.hasPrefix(
        "cpts.csv:2: 200 CPTS se recouvrent en un même lieu (C0, C1, C2…), ce qui fait 19\u{202F}900 "
          + "chevauchements, et tous ont "))
    #expect(message.contains("la borne de mémoire de 64,0 Mo, soit 64 Mo et 20 fois ce qui est lu"))
    #expect(
      message.hasSuffix(
        "ôtez les territoires répétés, ou partagez l’étude (un département à la fois)"))
  }
}
