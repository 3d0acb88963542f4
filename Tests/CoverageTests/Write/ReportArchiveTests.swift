import Testing

@testable import Coverage

/// A report packed in one file, for those who send it.
@Suite struct ReportArchiveTests {
  private func archive(_ members: [(String, [UInt8])]) throws -> [UInt8] {
    var zip = ReportArchive()
    var bytes: [UInt8] = []
    for (name, member) in members {
      for piece in try zip.add(name, member) { bytes += piece }
    }
    return bytes + zip.finish()
  }

  @Test("members come out of an archive as they went in", arguments: 1...20 as ClosedRange<UInt64>)
  func members(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let members = (0..<random.int(in: 0...12)).map { number in
      let size = random.int(in: 0...3) * random.int(in: 0...20_000)
      let noise = random.int(in: 0...255)
      return (
        "dossiers/é-\(number).html",
        (0..<size).map { _ in UInt8(random.int(in: 0...noise)) }
      )
    }
    let bytes = try archive(members)
    #expect(try archive(members) == bytes)
    var read = try ZipArchive(path: "rapport.zip", bytes: bytes)
    #expect(read.members.map(\.name) == members.map(\.0))
    for (member, expected) in zip(read.members, members) {
      #expect(try read.contents(of: member) == expected.1)
    }
  }

  @Test("more members than readers take are refused")
  func tooMany() throws {
    var zip = ReportArchive()
    #expect(throws: InputFault.self) {
      for number in 0...Int(UInt16.max) { _ = try zip.add("\(number)", []) }
    }
  }

  @Test("an archive holds what its summary lists, and the next run replaces it")
  func folder() throws {
    let scratch = try Scratch()
    for text in ["one", "two"] {
      let folder = try OutputFolder(
        scratch.path("out"), summary: "resume.json", archive: "rapport.zip")
      try folder.write("a.csv", Array(text.utf8))
      try folder.write("dossiers/b.html", Array(text.utf8))
      try folder.writeSummary("resume.json", ["version": .text("1")], .sorted)
      #expect(try folder.publish().isEmpty)
    }
    #expect(
      scratch.names(in: "out") == ["a.csv", "dossiers/b.html", "rapport.zip", "resume.json"])
    var read = try ZipArchive(
      path: "rapport.zip", bytes: try scratch.bytes("out/rapport.zip"))
    #expect(read.members.map(\.name) == ["a.csv", "dossiers/b.html", "resume.json"])
    #expect(try read.contents(of: read.members[0]) == Array("two".utf8))
    // Whoever unpacks it has a folder that the next run knows as its own.
    for member in read.members {
      try scratch.write("unpacked/\(member.name)", bytes: try read.contents(of: member))
    }
    let record = FolderRecord(in: scratch.path("unpacked"), summary: "resume.json")
    #expect(record.files.keys.sorted() == ["a.csv", "dossiers/b.html", "resume.json"])
    #expect(
      FolderRecord(in: scratch.path("out"), summary: "resume.json").files.keys.sorted()
        == ["a.csv", "dossiers/b.html", "rapport.zip", "resume.json"])
  }
}
