import Testing

@testable import Coverage

@Suite("ZIP archives")
struct ZipArchiveTests {
  private func contents(_ bytes: [UInt8]) throws -> [String: String] {
    var archive = try ZipArchive(path: "x.zip", bytes: bytes)
    var contents: [String: String] = [:]
    for member in archive.members {
      contents[member.name] = String(decoding: try archive.contents(of: member), as: UTF8.self)
    }
    return contents
  }

  @Test("Stored and packed members come back, in every usual form of archive")
  func forms() throws {
    let long = String(repeating: "abc", count: 1000) + String(repeating: "z", count: 3000)
    var members = [
      ZipWriter.Member("a.csv", "code;nom\n01004;é"), .init("dossier/b.csv", long, deflated: true),
      .init("dossier/", ""), .init("vide", "", deflated: true),
    ]
    let expected = ["a.csv": "code;nom\n01004;é", "dossier/b.csv": long, "vide": ""]
    #expect(try contents(ZipWriter.archive(members)) == expected)
    #expect(try contents(ZipWriter.archive(members, comment: "un commentaire")) == expected)
    members[0].hasDescriptor = true
    members[1].hasDescriptor = true
    #expect(try contents(ZipWriter.archive(members)) == expected)
    members[1].isWide = true
    #expect(try contents(ZipWriter.archive(members, isWide: true)) == expected)
  }

  @Test("A comment that looks like an end of archive does not mislead")
  func commentInDisguise() throws {
    let end = String(decoding: ZipWriter.archive([]), as: UTF8.self)
    let bytes = ZipWriter.archive([.init("a", "1")], comment: "x" + end + "y")
    #expect(try contents(bytes) == ["a": "1"])
  }

  @Test("Names are UTF-8, else one character a byte")
  func names() throws {
    var member = ZipWriter.Member("été.csv", "1")
    #expect(try contents(ZipWriter.archive([member])).keys.sorted() == ["été.csv"])
    member.name = [0x82, 0x74, 0x82]  // été in code page 437
    #expect(try contents(ZipWriter.archive([member])).keys.sorted() == ["\u{82}t\u{82}"])
  }

  @Test("The last part of a name is known with and without folders")
  func lastName() throws {
    let archive = try ZipArchive(
      path: "x", bytes: ZipWriter.archive([.init("a/b/c.csv", ""), .init("d.csv", "")]))
    #expect(archive.members.map { $0.lastName } == ["c.csv", "d.csv"])
    #expect(archive.member("a/b/c.csv")?.size == 0)
    #expect(archive.member("c.csv") == nil)
  }
}
