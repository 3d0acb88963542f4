import Testing

@testable import Coverage

@Suite("Bytes that an input gives")
struct InputSizeTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func size(_ name: String, _ bytes: [UInt8], part: String = "") throws -> Int {
    InputPath(try scratch.write(name, bytes: bytes) + part).unpackedSize
  }

  @Test("a file counts as its bytes, whatever part of it is named")
  func plain() throws {
    #expect(try size("a.csv", Array("code\n01001\n".utf8)) == 11)
    #expect(try size("a.csv", Array("code\n01001\n".utf8), part: "#x") == 11)
    #expect(try size("empty.csv", []) == 0)
    #expect(InputPath(scratch.path("nowhere.csv")).unpackedSize == 0)
    #expect(InputPath(scratch.folder).unpackedSize >= 0)
  }

  @Test("an archive counts as all that it says it holds")
  func archive() throws {
    var large = ZipWriter.Member("a.csv", "code\n01001\n", deflated: true)
    large.size = 100_000
    let archive = ZipWriter.archive([large, ZipWriter.Member("b.csv", "code\n")])
    #expect(try size("a.zip", archive) == 100_005)
  }

  @Test("an archive that lies counts as what it could unpack to at most")
  func lyingArchive() throws {
    var member = ZipWriter.Member("a.csv", "code\n", deflated: true)
    member.size = Int(UInt32.max) - 1
    let archive = ZipWriter.archive([member])
    #expect(try size("a.zip", archive) <= ZipArchive.limit(archiveSize: archive.count))
    #expect(try size("b.zip", Array(archive.prefix(40))) == 40)
  }

  @Test("a picture counts as its pixels")
  func picture() throws {
    let picture = DrawnPicture(
      width: 200, values: [Double](repeating: 1, count: 40_000), form: .unsigned8, rowsInStrip: 200)
    #expect(try size("grid.tif", picture.bytes) == 160_000)
  }

  @Test("a study reads the sum of its files")
  func sum() throws {
    let files = try ["a", "b"].map { InputPath(try scratch.write($0, bytes: [1, 2, 3])) }
    #expect(StudyBounds(reading: files).input == 6)
  }
}
