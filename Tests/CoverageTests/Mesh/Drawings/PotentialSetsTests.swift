import Testing

@testable import Coverage

@Suite("Sets whose members stand at known heights")
struct PotentialSetsTests {
  /// Each member's set and height, moved one by one.
  private struct Plain {
    var group: [Int]
    var height: [UInt64]

    mutating func unite(_ first: Int, _ second: Int, _ difference: UInt64) -> Bool {
      guard group[first] != group[second] else {
        return height[first] == height[second] &+ difference
      }
      let rise = height[second] &+ difference &- height[first]
      let moved = group[first]
      for member in group.indices where group[member] == moved {
        group[member] = group[second]
        height[member] &+= rise
      }
      return true
    }
  }

  @Test("agreement and heights are those of brute force", arguments: 1...50 as ClosedRange<UInt64>)
  func bruteForce(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let count = random.int(in: 1...60)
    let hidden = (0..<count).map { _ in random.next() }
    var sets = PotentialSets<Face>(count: count)
    var plain = Plain(group: Array(0..<count), height: Array(repeating: 0, count: count))
    for _ in 0..<3 * count {
      let (first, second) = (random.int(in: 0...count - 1), random.int(in: 0...count - 1))
      // Most statements are true of the hidden heights; some contradict them.
      let difference =
        hidden[first] &- hidden[second] &+ (random.int(in: 0...9) == 0 ? random.next() : 0)
      let agrees = sets.unite(Index(first), Index(second), difference: difference)
      #expect(agrees == plain.unite(first, second, difference))
    }
    for first in 0..<count {
      for second in 0..<count {
        let (a, b) = (sets.find(Index(first)), sets.find(Index(second)))
        #expect((a.root == b.root) == (plain.group[first] == plain.group[second]))
        if a.root == b.root {
          #expect(a.above &- b.above == plain.height[first] &- plain.height[second])
        }
      }
    }
  }

  /// A chain makes the longest paths: a million steps must not be walked a million times.
  @Test("a long chain is found at once")
  func chain() {
    let count = 100_000
    var sets = PotentialSets<Face>(count: count)
    for member in 1..<count { _ = sets.unite(Index(member), Index(member - 1), difference: 1) }
    let ground = sets.find(0)
    for member in 0..<count {
      #expect(sets.find(Index(member)).above &- ground.above == UInt64(member))
    }
  }
}
