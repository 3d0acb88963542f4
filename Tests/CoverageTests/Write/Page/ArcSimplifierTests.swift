import Testing

@testable import Coverage

@Suite struct ArcSimplifierTests {
  @Test(
    "ends stay, order stays, and nothing dropped is farther than the tolerance", arguments: 1...60)
  func tolerance(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let points = walk(&random, count: random.int(in: 2...400))
    let tolerance = Double(random.int(in: 1...40))
    var simplifier = ArcSimplifier(tolerance: tolerance)
    let kept = simplifier.simplified(points)
    #expect(kept.first == points.first && kept.last == points.last)
    var next = 0
    for point in points {
      if next < kept.count, point == kept[next] { next += 1 }
    }
    #expect(next == kept.count, "not a part of the points in their order")
    for point in points {
      let nearest = zip(kept, kept.dropFirst()).map { distance(point, $0, $1) }.min() ?? 0
      #expect(nearest <= tolerance + 1e-9)
    }
  }

  @Test("a small island keeps three corners, however large the tolerance")
  func island() {
    let ring: [SIMD2<Int32>] = [
      SIMD2(0, 0), SIMD2(3, 0), SIMD2(4, 2), SIMD2(3, 4), SIMD2(0, 4), SIMD2(0, 0),
    ]
    var simplifier = ArcSimplifier(tolerance: 1e9)
    let kept = simplifier.simplified(ring)
    #expect(kept.count == 4 && kept.first == kept.last)
    #expect(Set(kept.map { "\($0)" }).count == 3)
  }

  @Test("a larger tolerance drops more")
  func growing() {
    var random = SplitMix(seed: 7)
    let points = walk(&random, count: 3000)
    let counts = [5.0, 20, 80].map { tolerance in
      var simplifier = ArcSimplifier(tolerance: tolerance)
      return simplifier.simplified(points).count
    }
    #expect(counts[0] > 2 * counts[1] && counts[1] > 2 * counts[2], "\(counts)")
  }

  @Test("an arc made to be slow is not")
  func adversary() {
    // Each point is the farthest of what is left: without runs, the work grows as the square.
    let points = (0..<Int32(8_000)).map { (index: Int32) -> SIMD2<Int32> in
      let height: Int32 = 8_000 - index
      return SIMD2(index, index % 2 == 0 ? height : -height)
    }
    var simplifier = ArcSimplifier(tolerance: 0.5)
    #expect(simplifier.simplified(points).count == points.count)
    #expect(simplifier.looked < 600 * points.count)
  }

  private func walk(_ random: inout SplitMix, count: Int) -> [SIMD2<Int32>] {
    var point = SIMD2<Int32>(0, 0)
    return (0..<count).map { _ in
      point &+= SIMD2(Int32(random.int(in: -9...30)), Int32(random.int(in: -20...20)))
      return point
    }
  }

  private func distance(
    _ point: SIMD2<Int32>, _ from: SIMD2<Int32>, _ to: SIMD2<Int32>
  ) -> Double {
    let (start, side) = (SIMD2<Double>(from), SIMD2<Double>(to &- from))
    let offset = SIMD2<Double>(point) - start
    let length = (side * side).sum()
    let share = length > 0 ? min(max((offset * side).sum() / length, 0), 1) : 0
    let rest = offset - side * share
    return (rest * rest).sum().squareRoot()
  }
}
