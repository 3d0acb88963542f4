import Testing

@testable import Coverage

@Suite("Bounds of memory and of files")
struct StudyBoundsTests {
  @Test("20 and 100 times what is read, and 64 MB")
  func bounds() {
    let none = StudyBounds(input: 0)
    #expect(none.memory == 64 << 20)
    #expect(none.output == 64 << 20)
    let some = StudyBounds(input: 3_000_000)
    #expect(some.memory == 64 << 20 + 60_000_000)
    #expect(some.output == 64 << 20 + 300_000_000)
  }

  @Test("no size makes a bound that is none", arguments: [-5, Int.max, Int.max / 20])
  func hostileSizes(size: Int) {
    let bounds = StudyBounds(input: size)
    #expect(bounds.memory >= 64 << 20)
    #expect(bounds.output >= bounds.memory)
  }

  @Test("overlaps before and after a plan fit beside the program")
  func overlaps() {
    for input in [0, 1_000_000, 1 << 30] {
      let bounds = StudyBounds(input: input)
      #expect(2 * bounds.overlaps + StudyBounds.ofProgram <= bounds.memory)
    }
  }

  @Test("the words give the bound and what it comes from")
  func words() {
    let words = StudyBounds(input: 1_572_864).memoryInWords
    #expect(words.french == "94,0 Mo, soit 64 Mo et 20 fois ce qui est lu (1,5 Mo)")
    #expect(words.english == "94.0 MB, which is 64 MB and 20 times what is read (1.5 MB)")
    #expect(
      StudyBounds(input: 1 << 20).outputInWords.french
        == "164 Mo, soit 64 Mo et 100 fois ce qui est lu (1,0 Mo)")
  }
}
