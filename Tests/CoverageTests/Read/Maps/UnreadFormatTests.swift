import Testing

@testable import Coverage

@Suite("What is not read is known by its first bytes")
struct UnreadFormatTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let dBase: [UInt8] =
    [3, 122, 11, 30, 1, 0, 0, 0, 65, 0, 9, 0] + [UInt8](repeating: 0, count: 30)

  @Test(
    "each is named, and its cure tells how to export it",
    arguments: [
      (Array("fgb\u{3}fgb\u{1}".utf8), "FlatGeobuf", "QGIS"),
      (Array("PAR1\u{15}\u{4}".utf8), "Parquet", "QGIS"),
      (
        Array("<?xml version=\"1.0\"?><ogr:F xmlns:gml=\"http://www.opengis.net/gml\">".utf8),
        "GML", "QGIS"
      ),
      (Array("  0\r\nSECTION\r\n  2\r\nHEADER\r\n".utf8), "DXF", "QGIS"),
      (Array("999\nfait par x\n0\nSECTION\n".utf8), "DXF", "QGIS"),
      (Array("AC1027\u{0}\u{0}\u{0}".utf8), "DWG", "QGIS"),
      (Array("!table\n!version 300\n".utf8), "MapInfo", "QGIS"),
      (Array("Version 300\nCharset \"WindowsLatin1\"\nDelimiter \",\"\n".utf8), "MapInfo", "QGIS"),
      (Array("<gpx version=\"1.1\">".utf8), "GPX", "QGIS"),
      (Array("<!DOCTYPE qgis PUBLIC>".utf8), "QGIS", "GeoPackage"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "(.xls)", ".xlsx"),
      (Array("\u{FEFF}\n<html><table><tr><td>cpts".utf8), "HTML", ".xlsx"),
      (Array("%PDF-1.7".utf8), "PDF", "CSV"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z", "unpack"),
      (Array("Rar!\u{1A}".utf8), "RAR", "unpack"), (dBase, "dBase", ".shp"),
    ])
  func known(bytes: [UInt8], name: String, cure: String) throws {
    let input = try scratch.file("x.csv", bytes)
    for fault in [
      fault { _ = try FeatureTable.read(input) }, fault { _ = try DelimitedText.read(input) },
      fault { _ = try PopulationGrid.read(input, named: [:]) },
    ] {
      #expect(fault?.kind == .data)
      #expect(fault?.problem.english.contains(name) == true, "\(fault?.problem.english ?? "")")
      #expect(fault?.cure.english.contains(cure) == true, "\(fault?.cure.english ?? "")")
    }
  }

  @Test(
    "tables whose first words are like those of a format are tables",
    arguments: [
      "version;cpts\n1;A\n", "0;1\nSECTION;2\n", "PAR1;PAR2\n", "point de vente;cpts\nx;A\n",
      "[code];nom\n1;A\n", "var;let\n1;2\n", "polygone;code\n",
    ])
  func tables(text: String) throws {
    let input = try scratch.file("x.csv", text)
    #expect(try input.format() == .delimitedText)
    #expect(try DelimitedText.read(input).rowCount == text.split(separator: "\n").count - 1)
  }

  @Test("a geodatabase is a folder, and is named in an archive too")
  func geodatabase() throws {
    try scratch.write("zones.gdb/a00000001.gdbtable", "x")
    let folder = fault { _ = try FeatureTable.read(InputPath(scratch.path("zones.gdb"))) }
    #expect(folder?.problem.english.contains("geodatabase") == true)
    let zip = ZipWriter.archive([.init("zones.gdb/a00000001.gdbtable", "x")])
    let archive = fault { _ = try FeatureTable.read(try scratch.file("z.zip", zip)) }
    #expect(archive?.problem.english.contains("geodatabase") == true)
  }

  @Test("a Shapefile without its table, and its index in its place, say what is missing")
  func halfShapefile() throws {
    let sample = MapSample.two
    try scratch.write("a.shp", bytes: sample.shapes())
    try scratch.write("a.shx", bytes: Array(sample.shapes().prefix(100)))
    let alone = fault { _ = try FeatureTable.read(InputPath(scratch.path("a.shp"))) }
    #expect(alone?.problem.english.contains(".dbf") == true)
    let index = fault { _ = try FeatureTable.read(InputPath(scratch.path("a.shx"))) }
    #expect(index?.cure.english.contains(".shp") == true)
  }

  @Test("no message quotes more than 200 characters of names")
  func quotes() throws {
    let header = (0..<300).map { "colonne_\($0)" }.joined(separator: ";")
    let fault = fault {
      _ = try UnitsNormaliser(
        try FeatureTable.read(
          try scratch.file(
            "u.csv", header + ";wkt\n" + String(repeating: ";", count: 300) + "POLYGON EMPTY")),
        named: [:])
    }
    #expect(fault?.problem.english.contains("colonne_0") == true)
    #expect((fault?.problem.english.count ?? 0) < 260)
  }
}
