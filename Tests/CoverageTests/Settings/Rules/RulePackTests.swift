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
    for (text, name, standing) in [
      ("2019-08-24", "ACI 2019", RulePack.Standing.notYet), ("2019-08-25", "ACI 2019", .inForce),
      ("2021-12-19", "ACI 2019", .inForce), ("2021-12-20", "ACI 2021 (avenant 2)", .inForce),
      ("2022-12-31", "ACI 2021 (avenant 2)", .inForce),
    ] {
      let day = try #require(CivilDate(text))
      #expect(library.pack(at: day).name == name)
      #expect(library.pack(at: day).standing(at: day) == standing)
    }
    let first = try library.pack("aci-2019")
    #expect(first.signedOn == CivilDate("2019-06-20"))
    #expect(first.publishedOn == CivilDate("2019-08-24"))
    let day = try #require(CivilDate("2021-12-20"))
    #expect(first.standing(at: day) == .superseded)
    #expect(
      first.warning(at: day)?.french == "« ACI 2019 » : montants remplacés le 2021-12-20")
  }

  @Test("the totals with the supplementary items are those that the text prints too")
  func supplements() throws {
    let pack = try RuleLibrary.included().pack("aci-2019")
    #expect(
      (1...4).map { pack.yearlyTotalWithSupplements(sizeClass: $0) }
        == [220_000, 287_000, 370_000, 450_000])
  }

  @Test("of avenant 2 only what is public is known, and no sum is made of what is not")
  func avenant() throws {
    let library = try RuleLibrary.included()
    let pack = try library.pack("aci-avenant-2-2021")
    #expect((1...4).map { pack.yearlyTotal(sizeClass: $0) } == [nil, nil, nil, 580_000])
    for amount in pack.amounts {
      #expect(amount.euros[1] == nil && amount.euros[2] == nil, "\(amount.name)")
      #expect(amount.euros[3] != nil && (amount.euros[0] == nil) == amount.isOptional)
    }
    let compulsory = pack.amounts.compactMap { $0.euros[0] }.reduce(0, +)
    #expect(compulsory == 262_500)
    #expect(library.reference(for: pack)?.name == "ACI 2019")
    #expect(library.reference(for: try library.pack("aci-2019")) == nil)
  }

  @Test("what changes is known for a CPTS that stays in its class, whatever the amount")
  func changes() throws {
    let pack = try RuleLibrary.included().pack("aci-avenant-2-2021")
    #expect(pack.euros(before: 2, after: 2) == YearlyEuros(before: nil, after: nil, more: 0))
    #expect(pack.euros(before: 3, after: 4) == YearlyEuros(before: nil, after: 580_000, more: nil))
    #expect(
      pack.euros(before: 0, after: 4) == YearlyEuros(before: 0, after: 580_000, more: 580_000))
    #expect(pack.euros(before: nil, after: nil) == YearlyEuros(before: nil, after: nil, more: nil))
    #expect(pack.euros(before: 0, after: 0) == YearlyEuros())
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
    #expect(
      unknown?.cure.english == "choose aci-2019, aci-avenant-2-2021, or the path of a .yml file")
    let absent = #expect(throws: InputFault.self) { try library.pack("absent/aci.yml") }
    #expect(absent?.kind == .missing)
  }
}
