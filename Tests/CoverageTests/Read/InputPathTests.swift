import Testing

@testable import Coverage

@Suite("Files as users name them")
struct InputPathTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a layer follows the last #, unless the file itself has that name")
  func layers() throws {
    #expect(InputPath("no/such.gpkg#units").file == "no/such.gpkg")
    #expect(InputPath("no/such.gpkg#units").layer == "units")
    #expect(InputPath("no/a#b.gpkg#units").file == "no/a#b.gpkg")
    #expect(InputPath("no/such.gpkg").layer == nil)
    let archive = try scratch.file("a.zip", "")
    #expect(InputPath(archive.file + "#b.gpkg#units").file == archive.file)
    #expect(InputPath(archive.file + "#b.gpkg#units").layer == "b.gpkg#units")
    let odd = try scratch.file("a#b.csv", "code\n")
    #expect(odd.file == scratch.path("a#b.csv") && odd.layer == nil)
  }

  @Test("the format is told by the first bytes, whatever the name")
  func formats() throws {
    let cases: [(String, [UInt8], InputPath.Format)] = [
      ("a.csv", TinyGeoPackage().bytes, .geoPackage),
      ("b.csv", Array("{\"type\":1}".utf8), .geoJSON),
      ("c.gpkg", Array("\u{FEFF} \n\t{".utf8), .geoJSON),
      ("d.geojson", Array("code;nom\n".utf8), .delimitedText),
      ("e.csv", [0x50, 0x4B, 3, 4, 20], .archive),
      ("f.csv", [0x89, 0x50, 0x4E, 0x47], .unread(.picture)),
      ("h.csv", [0x1F, 0x8B], .other),
      ("g.csv", Array("code\u{0}".utf8), .delimitedText),
    ]
    for (name, bytes, format) in cases {
      #expect(try scratch.file(name, bytes).format() == format, "\(name)")
    }
  }

  @Test("a missing file is missing, and says so in both languages")
  func missing() throws {
    let fault = try #require(
      fault { _ = try FeatureTable.read(InputPath(scratch.path("no.gpkg"))) })
    #expect(fault.kind == .missing)
    #expect(
      fault.message(in: .french).hasPrefix("\(scratch.path("no.gpkg")): fichier introuvable — "))
    #expect(fault.message(in: .english).hasPrefix("\(scratch.path("no.gpkg")): no such file — "))
  }

  @Test("a map where a table is wanted, and the other way, are data faults")
  func wrongFormat() throws {
    let table = try scratch.file("t.csv", "code;nom\n")
    let map = try scratch.file("m.geojson", "{\"features\":[]}")
    let sheet = try scratch.file("s.xlsx", [0x50, 0x4B, 3, 4, 20])
    #expect(fault { _ = try FeatureTable.read(table) }?.kind == .data)
    #expect(fault { _ = try FeatureTable.read(sheet) }?.kind == .data)
    #expect(fault { _ = try DelimitedText.read(map) }?.kind == .data)
    #expect(fault { _ = try DelimitedText.read(sheet) }?.kind == .data)
    #expect(try DelimitedText.read(table).header == ["code", "nom"])
    #expect(try FeatureTable.read(map).rowCount == 0)
  }
}
