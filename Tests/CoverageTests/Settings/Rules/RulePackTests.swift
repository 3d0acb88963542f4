import Foundation
import Testing

@testable import Coverage

/// The values of the texts, as the files of `data/rules` hold them.
struct RulePackTests {
  @Test(
    "size class and euros on the bounds, and one inhabitant to each side",
    arguments: [
      (0, 1, 185_000), (39_999, 1, 185_000), (40_000, 2, 242_000), (40_001, 2, 242_000),
      (79_999, 2, 242_000), (80_000, 3, 315_000), (80_001, 3, 315_000), (174_999, 3, 315_000),
      (175_000, 3, 315_000), (175_001, 4, 380_000), (1_000_000_000, 4, 380_000),
    ])
  func bounds(people: Int, sizeClass: Int, euros: Int) throws {
    let pack = try RuleLibrary.included().pack("aci-2019")
    #expect(pack.sizes.sizeClass(of: people) == sizeClass)
    #expect(pack.yearlyTotal(people: people) == euros)
  }

  @Test(
    "within 2 % of a bound, both ends included",
    arguments: [
      (39_199, nil), (39_200, 40_000), (40_000, 40_000), (40_800, 40_000), (40_801, nil),
      (78_400, 80_000), (81_601, nil), (171_500, 175_000), (178_500, 175_000), (178_501, nil),
    ] as [(Int, Int?)])
  func near(people: Int, bound: Int?) throws {
    #expect(try RuleLibrary.included().pack("ACI 2019").sizes.closeBound(people) == bound)
  }

  @Test("what is outside of the totals, and what a CPTS may do without")
  func items() throws {
    let pack = try RuleLibrary.included().pack("aci-2019")
    #expect(pack.amounts.count == 13)
    #expect(
      pack.amounts.filter { !$0.countsInTotal }.map(\.euros) == [[35_000, 45_000, 55_000, 70_000]])
    #expect(pack.amounts.count { $0.isOptional } == 4)
    #expect(pack.amounts.allSatisfy { $0.source == "ACI 2019, article 8" })
    #expect(pack.sizes.bounds.allSatisfy { $0.source == "ACI 2019, article 7.1" })
  }

  @Test("the pack in force on a day; before the first text, the first, said not to be in force")
  func dates() throws {
    let library = try RuleLibrary.included()
    let signed = try #require(CivilDate("2019-06-20"))
    let before = try #require(CivilDate("2019-06-19"))
    #expect(library.pack(at: signed).name == "ACI 2019")
    #expect(library.pack(at: signed).isInForce(at: signed))
    #expect(library.pack(at: before).name == "ACI 2019")
    #expect(!library.pack(at: before).isInForce(at: before))
  }

  @Test("the binary carries the very files of the folder, and all of them")
  func folder() throws {
    let folder = URL(fileURLWithPath: Checkout.root)
      .appendingPathComponent("data/rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yml") }.sorted()
    let library = try RuleLibrary.included()
    let known = (library.packs.map(\.key) + library.simulations.map(\.key)).sorted()
    #expect(files == known.map { $0 + ".yml" })
    let text = try String(
      contentsOf: folder.appendingPathComponent("aci-2019.yml"), encoding: .utf8)
    #expect(text.contains("name: ACI 2019"))
  }

  @Test("proposal 16 keeps a class for three years, and lifts it at once")
  func proposal() throws {
    let library = try RuleLibrary.included()
    let proposal = try #require(library.simulations.first?.simulation)
    let sizes = library.pack(at: CivilDate("2023-01-01")!).sizes
    func sizeClass(_ years: Int...) -> Int { proposal.sizeClass(ofYears: years, sizes) }
    #expect(sizeClass(41_000) == 2)
    #expect(sizeClass(41_000, 39_000) == 2)
    #expect(sizeClass(41_000, 39_000, 39_000) == 2)
    #expect(sizeClass(41_000, 39_000, 39_000, 39_000) == 1)
    #expect(sizeClass(41_000, 39_000, 40_500, 39_000, 39_000) == 2)
    #expect(sizeClass(39_000, 41_000) == 2)
    #expect(sizeClass(81_000, 79_000, 39_000, 39_000) == 1)
  }

  @Test("a proposal is no pack, and an unknown name names the choices")
  func choices() throws {
    let library = try RuleLibrary.included()
    let proposal = #expect(throws: InputFault.self) { try library.pack("proposition-16-2023") }
    #expect(proposal?.kind == .usage)
    let unknown = #expect(throws: InputFault.self) { try library.pack("aci-2099") }
    #expect(unknown?.cure.english == "choose aci-2019, or the path of a .yml file")
    let absent = #expect(throws: InputFault.self) { try library.pack("absent/aci.yml") }
    #expect(absent?.kind == .missing)
  }
}
