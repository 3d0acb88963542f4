import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("The same map in every format gives the same columns")
struct SameMapTests {
  private let scratch: Scratch
  private let sample = MapSample.two

  init() throws { scratch = try Scratch() }

  /// Each row as it should be read: its values, and its rings without closing vertices.
  private func check(_ table: FeatureTable, _ format: String) {
    let expected = sample
    let order = expected.columns.map { table.columns.firstIndex(of: $0) }
    #expect(!order.contains(nil), "\(format): \(table.columns)")
    #expect(table.rowCount == expected.rows.count, "\(format)")
    #expect(table.geometryProblems.isEmpty, "\(format)")
    for (row, wanted) in expected.rows.enumerated() {
      #expect(order.map { table.text(row: row, column: $0) } == wanted.values, "\(format)")
      let read = Set(
        table.geometry.rings(of: row).map { ring in
          let corners = table.geometry.vertices(of: ring).map { table.geometry[$0] }
          return RingOfCorners(corners: Set(corners), isHole: table.geometry.ringIsHole[ring])
        })
      let drawn = Set(
        wanted.polygons.flatMap { rings in
          rings.enumerated().map { place, ring in
            RingOfCorners(corners: Set(ring.map { SIMD2($0.x, $0.y) }), isHole: place > 0)
          }
        })
      #expect(read == drawn, "\(format)")
    }
  }

  private struct RingOfCorners: Hashable {
    let corners: Set<SIMD2<Double>>
    let isHole: Bool
  }

  private func read(_ name: String, _ text: String) throws -> FeatureTable {
    try FeatureTable.read(try scratch.file(name, text))
  }

  @Test("GeoJSON in all its shapes")
  func geoJSON() throws {
    let features = sample.rows.map(sample.feature)
    for (name, text) in [
      ("collection", sample.collection), ("script", "var carte = \(sample.collection);\n"),
      ("array", "[\n\(features.joined(separator: ",\n"))\n]"),
      ("lines", features.joined(separator: "\n")),
      ("records", features.map { "\u{1E}\($0)\n" }.joined()),
    ] {
      let table = try read("\(name).geojson", text)
      check(table, name)
      #expect(table.reference == .wgs84)
    }
    let utf16: [UInt8] =
      [0xFF, 0xFE]
      + sample.collection.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    check(try FeatureTable.read(try scratch.file("utf16.geojson", utf16)), "UTF-16")
  }

  @Test("TopoJSON, Esri JSON, KML")
  func others() throws {
    for (name, text) in [
      ("t.topojson", sample.topology(isQuantised: false)),
      ("q.topojson", sample.topology(isQuantised: true)), ("e.json", sample.esri),
      ("k.kml", sample.kml),
    ] {
      let table = try read(name, text)
      check(table, name)
      #expect(table.reference == .wgs84)
    }
    let zip = ZipWriter.archive([.init("doc.kml", sample.kml, deflated: true)])
    check(try FeatureTable.read(try scratch.file("k.kmz", zip)), "KMZ")
  }

  @Test("drawings in a column of a table, as WKT or as GeoJSON")
  func tables() throws {
    check(try read("w.csv", sample.table(sample.wellKnownText)), "WKT")
    let declared = try read("s.csv", sample.table { "SRID=4326;" + sample.wellKnownText($0) })
    check(declared, "EWKT")
    #expect(declared.reference == .wgs84)
    check(try read("g.csv", sample.table(sample.geometry)), "GeoJSON")
  }

  @Test("a Shapefile with its companions beside it, in an archive, with heights and measures")
  func shapefile() throws {
    for kind in [5, 15, 25] {
      try scratch.write("a.shp", bytes: sample.shapes(kind: kind))
      try scratch.write("a.dbf", bytes: sample.attributes())
      check(try FeatureTable.read(InputPath(scratch.path("a.shp"))), "kind \(kind)")
    }
    let zip = ZipWriter.archive([
      .init("x/a.shp", sample.shapes(), deflated: true), .init("x/A.DBF", sample.attributes()),
      .init("x/a.prj", "GEOGCS[\"WGS 84\"]"), .init("x/a.shx", "x"),
      .init("LISEZMOI.txt", "licence"),
    ])
    let table = try FeatureTable.read(try scratch.file("a.zip", zip))
    check(table, "zip")
    #expect(table.reference == .other("GEOGCS[\"WGS 84\"]"))
    #expect(
      table.notes.unreadParts.map(\.finding.english) == ["the archive also holds LISEZMOI.txt"])
  }

  @Test("a Shapefile's texts in UTF-8, Windows-1252 and the code page of DOS")
  func encodings() throws {
    let windows: (String) -> [UInt8] = { text in
      text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value) }
    }
    let dos: (String) -> [UInt8] = { text in
      text.unicodeScalars.map { ["â": 0x83, "Î": 0xD7, "’": 0xEF][$0] ?? UInt8($0.value) }
    }
    func name(_ attributes: [UInt8], _ encoding: String?, _ row: Int) throws -> String? {
      let table = try ShapefileReader.read(
        sample.shapes(), attributes: attributes, encoding: encoding, reference: nil, path: "a.shp")
      return table.text(row: row, column: 1)
    }
    #expect(try name(sample.attributes(windows), nil, 1) == "L’Île")
    #expect(try name(sample.attributes(windows), "ISO-8859-1", 1) == "L’Île")
    #expect(try name(sample.attributes(windows), "ANSI 1252", 1) == "L’Île")
    #expect(try name(sample.attributes(mark: 0x57), nil, 1) == "L’Île")
    #expect(try name(sample.attributes(), "UTF-8\n", 1) == "L’Île")
    #expect(try name(sample.attributes(mark: 2, dos), nil, 0) == "CPTS de la Châtaigneraie")
    #expect(try name(sample.attributes(dos), "850", 1) == "L´Île")
  }
}
