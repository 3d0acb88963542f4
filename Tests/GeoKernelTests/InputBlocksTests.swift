import Testing

@testable import GeoKernel

@Suite("A file is read block by block")
struct InputBlocksTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(
    "blocks of any size join up to the file", arguments: [0, 1, 7, 4_096, 100_000], [1, 3, 4_096])
  func join(size: Int, room: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var blocks = try InputBlocks(try scratch.write("f", bytes: bytes))
    #expect(blocks.size == size)
    var block = [UInt8](repeating: 0xAA, count: room)
    var joined: [UInt8] = []
    while case let count = try blocks.fill(&block, from: 0), count > 0 {
      #expect(count == room || joined.count + count == size)
      joined += block[..<count]
    }
    #expect(joined == bytes)
    #expect(try blocks.fill(&block, from: 0) == 0)
  }

  @Test("what stands before the start of a block is kept")
  func start() throws {
    var blocks = try InputBlocks(try scratch.write("f", bytes: Array(1...10)))
    var block = [UInt8](repeating: 0, count: 6)
    #expect(try blocks.fill(&block, from: 4) == 2)
    #expect(block == [0, 0, 0, 0, 1, 2])
    #expect(try blocks.fill(&block, from: 6) == 0)
    #expect(try blocks.fill(&block, from: 0) == 6)
    #expect(block == [3, 4, 5, 6, 7, 8])
  }

  @Test("a missing file and a folder are refused")
  func refused() {
    #expect(throws: FileFault.self) { _ = try InputBlocks(scratch.path("absent")) }
    #expect(throws: FileFault.self) { _ = try InputBlocks(scratch.folder) }
  }

  @Test("a word has the first byte lowest")
  func words() {
    let bytes: [UInt8] = Array(0...16)
    #expect(bytes.span.word(at: 0) == 0x0706_0504_0302_0100)
    #expect(bytes.span.word(at: 9) == 0x100F_0E0D_0C0B_0A09)
  }
}
