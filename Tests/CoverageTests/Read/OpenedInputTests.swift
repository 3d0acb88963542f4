import Testing

@testable import Coverage

@Suite("Files in archives")
struct OpenedInputTests {
  private let scratch: Scratch
  private let table = ZipWriter.Member("liste/cpts.csv", "code;nom\n01004;x\n", deflated: true)
  private let map = ZipWriter.Member(
    "m.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", deflated: true)

  init() throws { scratch = try Scratch() }

  private func archive(_ members: [ZipWriter.Member]) throws -> String {
    try scratch.file("a.zip", ZipWriter.archive(members)).file
  }

  private func package() -> ZipWriter.Member {
    var package = TinyGeoPackage()
    package.layer("communes", [("01004", .null), ("01005", .null)])
    package.layer("autres", [("2A004", .null)])
    return .init("units.gpkg", package.bytes, deflated: true)
  }

  @Test("The only table of an archive is read as if it lay beside it")
  func onlyTable() throws {
    let shadow = ZipWriter.Member("__MACOSX/liste/._cpts.csv", "x")
    let file = try archive([.init("lisez-moi.pdf", "%PDF"), shadow, table])
    let text = try DelimitedText.read(InputPath(file))
    #expect(text.table == [["code", "nom"], ["01004", "x"]])
    #expect(text.path == "\(file)#liste/cpts.csv")
    #expect(try DelimitedText.read(InputPath(file + "#cpts.csv")).rowCount == 1)
    #expect(try DelimitedText.read(InputPath(file + "#liste/cpts.csv")).rowCount == 1)
  }

  @Test("Where several files could be meant, the fault names them and the way to name one")
  func several() throws {
    let file = try archive([table, map])
    let fault = try #require(fault { _ = try DelimitedText.read(InputPath(file)) })
    #expect(
      fault.message(in: .english)
        == "\(file): the archive holds several files: liste/cpts.csv, m.geojson — "
        + "name the file: \(file)#liste/cpts.csv")
    #expect(try FeatureTable.read(InputPath(file + "#m.geojson")).rowCount == 0)
  }

  @Test("A file that is not there, and an archive without a table, are faults that name what is")
  func absent() throws {
    var file = try archive([table, map])
    let absent = fault { _ = try DelimitedText.read(InputPath(file + "#b.csv")) }
    #expect(absent?.problem.english.contains("there is no “b.csv”") == true)
    file = try archive([.init("a.mif", "x"), .init("a.mid", "x")])
    let shape = fault { _ = try FeatureTable.read(InputPath(file)) }
    #expect(shape?.problem.english == "the archive holds no file that is read: a.mid, a.mif")
  }

  @Test("A GeoPackage in an archive is read in memory, with its layers")
  func geoPackage() throws {
    let file = try archive([package()])
    let several = fault { _ = try FeatureTable.read(InputPath(file)) }
    #expect(several?.problem.english == "several layers: autres, communes")
    for name in ["\(file)#communes", "\(file)#units.gpkg#communes"] {
      let table = try FeatureTable.read(InputPath(name))
      #expect(table.rowCount == 2)
      #expect(table.path == "\(file)#units.gpkg#communes")
    }
    #expect(scratch.names() == ["a.zip"])
  }

  @Test("A GeoPackage that asks for a journal beside it is read all the same")
  func journal() throws {
    var opened = try ZipArchive(path: "x", bytes: ZipWriter.archive([package()]))
    var bytes = try opened.contents(of: opened.members[0])
    (bytes[18], bytes[19]) = (2, 2)
    let file = try archive([.init("u.gpkg", bytes)])
    #expect(try FeatureTable.read(InputPath(file + "#autres")).rowCount == 1)
  }

  @Test("A cut or changed GeoPackage in an archive is a fault, never a crash")
  func damagedGeoPackage() throws {
    var opened = try ZipArchive(path: "x", bytes: ZipWriter.archive([package()]))
    let whole = try opened.contents(of: opened.members[0])
    let half = try archive([.init("u.gpkg", Array(whole[..<(whole.count / 2)]))])
    #expect(fault { _ = try FeatureTable.read(InputPath(half)) }?.kind == .data)
    var random = SplitMix(seed: 5)
    for _ in 0..<300 {
      var bytes = whole
      bytes[random.int(in: 16...bytes.count - 1)] = UInt8(random.int(in: 0...255))
      let file = try archive([.init("u.gpkg", bytes)])
      let table = try? FeatureTable.read(InputPath(file + "#communes"))
      if let table { #expect(table.rowCount == table.lines.count) }
    }
  }

  @Test("A workbook is read with its sheet, in an archive too")
  func workbook() throws {
    let bytes = try fixture("openpyxl.xlsx")
    let file = try scratch.file("w.xlsx", bytes).file
    #expect(try DelimitedText.read(InputPath(file)).header.first == "insee")
    #expect(try DelimitedText.read(InputPath(file + "#Paramètres")).header.first == "code")
    let zip = try archive([.init("w.xlsx", bytes)])
    #expect(try DelimitedText.read(InputPath(zip + "#Paramètres")).header.first == "code")
    #expect(try DelimitedText.read(InputPath(zip + "#w.xlsx#Liste")).path == "\(zip)#w.xlsx")
    #expect(fault { _ = try FeatureTable.read(InputPath(file)) }?.kind == .data)
    let old = try scratch.file("o.xls", [0xD0, 0xCF, 0x11, 0xE0, 0])
    #expect(
      fault { _ = try DelimitedText.read(old) }?.problem.english.contains("old workbook") == true)
  }
}
