import Testing

@testable import Coverage

@Suite("A heap, the least first")
struct LeastFirstTests {
  @Test("it gives what a sorted array gives", arguments: 1...50 as ClosedRange<UInt64>)
  func sortedArray(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var heap = LeastFirst<Int>()
    var sorted: [Int] = []
    for _ in 0..<400 {
      if random.int(in: 0...2) > 0 {
        let element = random.int(in: -20...20)
        heap.insert(element)
        sorted.append(element)
        sorted.sort()
      } else {
        #expect(heap.popLeast() == (sorted.isEmpty ? nil : sorted.removeFirst()))
      }
    }
    while let least = heap.popLeast() { #expect(least == sorted.removeFirst()) }
    #expect(sorted.isEmpty)
  }
}
