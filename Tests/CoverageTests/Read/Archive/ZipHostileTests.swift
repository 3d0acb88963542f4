import Testing

@testable import Coverage

@Suite("ZIP archives that lie")
struct ZipHostileTests {
  /// Nil where there is none.
  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(InputFault) {
      var archive = try ZipArchive(path: "x.zip", bytes: bytes)
      for member in archive.members { _ = try archive.contents(of: member) }
      return nil
    } catch { return error.problem.english }
  }

  private func problem(_ change: (inout ZipWriter.Member) -> Void) -> String? {
    var member = ZipWriter.Member("a.csv", "code;nom;code;nom", deflated: true)
    change(&member)
    return problem(ZipWriter.archive([member]))
  }

  @Test("Each lie of a member is told by name")
  func lies() {
    #expect(problem { _ in } == nil)
    let damaged = "“a.csv” is damaged in the archive"
    #expect(problem { $0.checksum ^= 1 } == damaged)
    #expect(problem { $0.size += 1 } == damaged)
    #expect(problem { $0.size -= 1 } == damaged)
    #expect(problem { $0.method = 0 } == damaged)
    #expect(problem { $0.flags = 1 } == "“a.csv” is protected by a password")
    #expect(problem { $0.method = 12 }?.contains("method that is not read (no. 12)") == true)
    #expect(problem { $0.start = 5 } == "the archive is damaged")
    #expect(problem { $0.start = 1 << 31 } == "the archive is damaged")
  }

  @Test("Members that share bytes, and two of one name, are refused")
  func overlaps() {
    var second = ZipWriter.Member("b", "same")
    second.start = 0
    #expect(
      problem(ZipWriter.archive([.init("a", "same"), second]))
        == "“a” and “b” overlap in the archive")
    #expect(
      problem(ZipWriter.archive([.init("a", "1"), .init("a", "2")]))
        == "two files of the archive are named “a”")
  }

  @Test("What would unpack beyond the limit is refused before it is unpacked")
  func bombs() {
    let matches = 60_000
    var half = ZipWriter.Member("a", [UInt8](repeating: 0, count: 1 + 258 * matches))
    half.packed = Deflater.zeros(matches: matches)
    half.method = 8
    var other = half
    other.name = Array("b".utf8)
    #expect(half.size > 150 * half.packed.count)
    #expect(problem(ZipWriter.archive([half])) == nil)
    #expect(
      problem(ZipWriter.archive([half, other]))?.contains("would pass the limit of 19 MB") == true)
    var lying = ZipWriter.Member("c", "")
    lying.size = 1 << 40
    lying.isWide = true
    #expect(problem(ZipWriter.archive([lying]))?.contains("would pass the limit") == true)
    #expect(ZipArchive.limit(archiveSize: .max) == 1 << 30)
  }

  @Test("Archives in several files are refused")
  func disks() {
    var bytes = ZipWriter.archive([.init("a", "1")])
    bytes[bytes.count - 18] = 1
    #expect(problem(bytes) == "the archive is in several files")
  }

  @Test("Every cut of an archive is a fault")
  func cuts() {
    let bytes = ZipWriter.archive([.init("a", "1"), .init("b", "22", deflated: true)])
    for length in 0..<bytes.count {
      #expect(problem(Array(bytes[..<length])) != nil, "cut at \(length)")
    }
    #expect(problem([]) == "the end of the archive is missing: the file is cut")
  }

  @Test("Flipped bits never crash, and never change a content in silence", arguments: 0..<4)
  func mutations(seed: Int) throws {
    let whole = ZipWriter.archive(
      [.init("a.csv", "code;nom\n01004;x", deflated: true), .init("b", "22")], isWide: seed > 1)
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      guard var archive = try? ZipArchive(path: "x", bytes: bytes) else { continue }
      for member in archive.members {
        guard let contents = try? archive.contents(of: member) else { continue }
        // Two flips may change a checksum and its member together only by a rare chance.
        #expect(contents == Array("code;nom\n01004;x".utf8) || contents == Array("22".utf8))
      }
    }
  }
}
