import Testing

@testable import Coverage

@Suite("Histories of random worlds, against the land itself")
struct LandWorldTests {
  private func history(_ world: LandWorld) throws -> CodeHistory {
    var rows = world.movements
    var random = SplitMix(seed: UInt64(rows.count))
    random.shuffle(&rows)
    return try CodeHistory(rows, reference: Set(world.truth[0].keys), path: "movements.csv")
  }

  /// The communes of one year that share patches with others of another year.
  private func sharing(_ land: Set<Int>, _ communes: [UnitCode: Set<Int>]) -> [UnitCode] {
    communes.filter { !$0.value.isDisjoint(with: land) }.keys.sorted()
  }

  private func isTrue(
    _ fate: Correspondence, _ code: UnitCode, _ here: [UnitCode: Set<Int>],
    _ there: [UnitCode: Set<Int>]
  ) -> Bool {
    let land = here[code] ?? []
    switch fate {
    case .unchanged: return there[code] == land
    case .recoded(let other): return other != code && there[other] == land
    case .part(let whole, let parts, let partly):
      guard let ground = there[whole] else { return false }
      let certain = parts.reduce(into: Set<Int>()) { $0.formUnion(here[$1] ?? []) }
      let isWhole = partly.isEmpty ? certain == ground && parts.count > 1 : true
      return parts.contains(code) && certain.isSubset(of: ground) && isWhole
        && Set(sharing(ground, here)).isSubset(of: parts + partly)
    case .union(let others):
      let whole = others.reduce(into: Set<Int>()) { $0.formUnion(there[$1] ?? []) }
      return whole == land && others == sharing(land, there)
    case .undecided(let others): return Set(sharing(land, there)).isSubset(of: others)
    case .notACommune, .nowhere: return false
    }
  }

  @Test("What is said is true, whatever happens", arguments: 1...60 as ClosedRange<UInt64>)
  func truth(seed: UInt64) throws {
    let world = LandWorld(seed: seed, communes: 9, years: 14, rules: .init())
    let history = try history(world)
    #expect(history.contradictions.isEmpty, "seed \(seed)")
    for (from, here) in world.truth.enumerated() {
      #expect(history.communes(in: 2000 + from) == here.keys.sorted(), "seed \(seed)")
      for (to, there) in world.truth.enumerated() {
        for code in here.keys.sorted() {
          let fate = history.fate(of: code, from: 2000 + from, to: 2000 + to)
          let holds = isTrue(fate.correspondence, code, here, there)
          #expect(holds, "seed \(seed): \(code) of \(from) in \(to): \(fate.correspondence)")
        }
      }
    }
  }

  @Test("Where only pairs merge and part again, what is undecided is so in truth")
  func sharpness() throws {
    var partings = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let rules = LandWorld.Rules(hasCreations: false, hasStrayParts: false, largestMerger: 2)
      let world = LandWorld(seed: seed, communes: 9, years: 14, rules: rules)
      partings += world.movements.count { $0.kind == .restoration }
      let history = try history(world)
      for (from, here) in world.truth.enumerated() {
        for (to, code) in world.truth.indices.flatMap({ to in here.keys.map { (to, $0) } }) {
          let fate = history.fate(of: code, from: 2000 + from, to: 2000 + to).correspondence
          guard case .undecided(let others) = fate else { continue }
          let there = world.truth[to]
          let land = others.reduce(into: Set<Int>()) { $0.formUnion(there[$1] ?? []) }
          let isSo = others == sharing(here[code] ?? [], there) && land != here[code]
          #expect(isSo, "seed \(seed): \(code) of \(from) in \(to)")
        }
      }
    }
    #expect(partings > 20)
  }
}
