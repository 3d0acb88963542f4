import Testing

@testable import Coverage

@Suite("Laws of territories, on seeded random lists")
struct TerritoryLawsTests {
  private struct World {
    var rows: [[String?]] = []
    var codes: [String] = ["99999", "1001"]
    var pairs: [String] = []
    let ids = ["A", "B", "C", "D"]

    init(_ random: inout SplitMix) {
      for number in 1...Int.random(in: 2...12, using: &random) {
        let code = "0\(1_000 + number)"
        let people = random.next() % 8 == 0 ? nil : Int.random(in: 0...5_000, using: &random)
        rows.append([code, "COM", "n", people.map { String($0) }, nil])
        codes.append(code)
        for part in 0..<Int.random(in: 0...3, using: &random) {
          let delegated = "D\(number)\(part)"
          let inside = random.next() % 5 == 0 ? nil : Int.random(in: 0...2_000, using: &random)
          rows.append([delegated, "COMD", "d", inside.map { String($0) }, code])
          codes.append(delegated)
        }
      }
      rows.append(["75056", "COM", "Paris", nil, nil])
      for number in 75_101...75_103 {
        rows.append([
          String(number), "ARM", "a", String(Int.random(in: 0...900, using: &random)), nil,
        ])
        codes.append(String(number))
      }
      codes.append("75056")
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let id = ids.randomElement(using: &random) ?? "A"
        pairs.append("\(id)/\(codes.randomElement(using: &random) ?? "01001")")
      }
    }
  }

  private func lists(_ random: inout SplitMix, replacing: Bool) throws -> (World, ResolvedLists) {
    let world = World(&random)
    var units = try NormalisedUnits(["code", "type", "nom", "population", "parent"], world.rows)
      .units
    if replacing {
      for index in units.units.indices {
        units.units[index].population = Int.random(in: 0...9_000, using: &random)
      }
    }
    return (world, ResolvedLists(units, cpts: world.ids, world.pairs))
  }

  @Test(
    "the parts of each unit add up to its people and its area, in order", arguments: [false, true])
  func partsAddUp(replacing: Bool) throws {
    var random = SplitMix(seed: 69)
    for _ in 0..<400 {
      let (_, lists) = try lists(&random, replacing: replacing)
      let parts = lists.result.territories.parts
      #expect(parts.map(\.unit) == parts.map(\.unit).sorted())
      for (unit, record) in lists.units.units.enumerated() {
        let own = parts.filter { $0.unit == Index(unit) }
        #expect(own.map(\.population).reduce(0, +) == record.population ?? 0)
        #expect(abs(own.map(\.areaShare).reduce(0, +) - 1) < 1e-12)
        #expect(own.allSatisfy { $0.population >= 0 && $0.areaShare >= 0 })
      }
    }
  }

  @Test("coverings are distinct sorted sets, the first one empty")
  func coverings() throws {
    var random = SplitMix(seed: 75)
    for _ in 0..<400 {
      let territories = try lists(&random, replacing: false).1.result.territories
      #expect(territories.coverings.first == [])
      #expect(Set(territories.coverings).count == territories.coverings.count)
      for covering in territories.coverings {
        #expect(covering == Array(Set(covering)).sorted())
        #expect(covering.allSatisfy { territories.cpts.indices.contains(Int($0)) })
      }
    }
  }

  @Test("a CPTS covers all of a unit that it lists, and nothing of one that it does not name")
  func coverage() throws {
    var random = SplitMix(seed: 13)
    for _ in 0..<400 {
      let (world, lists) = try lists(&random, replacing: false)
      let territories = lists.result.territories
      for (index, id) in world.ids.enumerated() {
        let named = Set(world.pairs.filter { $0.hasPrefix(id) }.map { String($0.dropFirst(2)) })
        for (unit, record) in lists.units.units.enumerated() {
          let code = record.code.text
          let isWhole =
            named.contains(code) || (code.hasPrefix("751") && named.contains("75056"))
          let parts = world.rows.filter { $0[4] == code }.compactMap { $0[0] }
          let own = territories.parts.filter { $0.unit == Index(unit) }
          let covered = own.filter {
            territories.coverings[Int($0.covering)].contains(Index(index))
          }
          if isWhole { #expect(covered.count == own.count) }
          if !isWhole && named.isDisjoint(with: parts) { #expect(covered.isEmpty) }
          if !named.isDisjoint(with: parts) { #expect(!covered.isEmpty) }
        }
      }
    }
  }

  @Test("the order of the lists changes no part")
  func order() throws {
    var random = SplitMix(seed: 55)
    for _ in 0..<200 {
      let (world, lists) = try lists(&random, replacing: true)
      let shuffled = ResolvedLists(
        lists.units, cpts: world.ids, world.pairs.shuffled(using: &random))
      #expect(shuffled.parts == lists.parts)
      #expect(shuffled.result.setAside == lists.result.setAside)
    }
  }

  @Test("every pair that is not set aside has its unit covered; every one set aside is said")
  func setAside() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<200 {
      let (world, lists) = try lists(&random, replacing: false)
      let unknown = world.pairs.count { $0.hasSuffix("/99999") || $0.hasSuffix("/1001") }
      #expect(lists.result.setAside["list.csv", default: 0] == unknown)
      #expect(lists.result.anomalies.count { $0.rule == .unknownCode } == unknown)
    }
  }
}
