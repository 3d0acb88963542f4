import Testing

@testable import Coverage

@Suite("How long CPTS wait")
struct SurvivalCurveTests {
  @Test("a small table by hand: who still waits counts as long as it has waited")
  func byHand() {
    // Seven: one goes on after 2 days, of 7; two after 3, of 6 (one leaves that day, and was there); one leaves
    // after 4; one goes on after 5, of the 2 that are left.
    let curve = SurvivalCurve(observed: [2, 3, 3, 5], waiting: [3, 4, 6])
    #expect(curve.days == [2, 3, 5])
    let expected = [6.0 / 7, 6.0 / 7 * 4 / 6, 6.0 / 7 * 4 / 6 * 1 / 2]
    #expect(zip(curve.shares, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(curve.median == 5)
    #expect(curve.share(after: 1) == 1)
    #expect(curve.share(after: 4) == curve.shares[1])
    // Of those that have waited 3 days half go on after 5, and nobody knows when the others do.
    #expect(curve.delay(beyond: 3, chance: 0) == 5)
    #expect(curve.delay(beyond: 3, chance: 0.499) == 5)
    #expect(curve.delay(beyond: 3, chance: 0.501) == nil)
    #expect(curve.delay(beyond: 6, chance: 0) == nil)
    #expect(SurvivalCurve(observed: [], waiting: [5]).delay(beyond: 0, chance: 0) == nil)
  }

  @Test("on random tables, as the definition has it")
  func oracle() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed: seed)
      func days() -> [Int] {
        (0..<random.int(in: 0...30)).map { _ in random.int(in: 1...20) }.sorted()
      }
      let (observed, waiting) = (days(), days())
      let curve = SurvivalCurve(observed: observed, waiting: waiting)
      func share(after day: Int) -> Double {
        Set(observed).filter { $0 <= day }.reduce(1.0) { share, event in
          let there = (observed + waiting).count { $0 >= event }
          return share * (1 - Double(observed.count { $0 == event }) / Double(there))
        }
      }
      for day in 0...21 { #expect(abs(curve.share(after: day) - share(after: day)) < 1e-12) }
      for _ in 0..<40 {
        let (waited, chance) = (random.int(in: 0...20), random.double(in: 0...0.999))
        let left = share(after: waited)
        let expected = Set(observed).sorted().first {
          $0 > waited && share(after: $0) < left * (1 - chance) + 1e-12
        }
        #expect(curve.delay(beyond: waited, chance: chance) == expected, "seed \(seed)")
      }
    }
  }
}
