import Foundation
import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Tables with outlines as GeoJSON (RFC 7946)")
struct GeoJSONWriterTests {
  /// Corners that a mesh knows: a large square, a hole in it, a small square apart.
  private static let rings: [[(Double, Double)]] = [
    [(2, 46), (2.4, 46), (2.4, 46.4), (2, 46.4)],
    [(2.1, 46.1), (2.1, 46.2), (2.2, 46.2), (2.2, 46.1)],
    [(-61.5, 16.123_456_74), (-61.4, 16.123_456_76), (-61.4, 16.3)],
  ]

  private let mesh: Mesh

  init() async throws {
    var columns = PolygonColumns()
    for (index, ring) in Self.rings.enumerated() {
      for (x, y) in ring {
        columns.x.append(x)
        columns.y.append(y)
      }
      columns.endRing(isHole: index == 1)
    }
    columns.endFeature()
    mesh = try await Mesh(MeshGround(columns), features: [0], reference: .wgs84)
  }

  private func vertices(_ ring: Int) throws -> [Index<Vertex>] {
    try Self.rings[ring].map { x, y in
      let index = mesh.longitudes.indices.first {
        mesh.longitudes[$0] == x && mesh.latitudes[$0] == y
      }
      return try #require(index)
    }
  }

  private func outline(_ rings: [Int]) throws -> Outline {
    var outline = Outline()
    for ring in rings { outline.append(try vertices(ring), isHole: ring == 1) }
    return outline
  }

  private func written(_ table: Table, _ outlines: [Outline]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GeoJSONWriter.write(
      table, PositionText(mesh), outline: { outlines[$0] },
      flush: { (piece) throws(InputFault) in bytes += piece })
    return bytes
  }

  private func table(_ names: [String]) -> Table {
    var table = Table("t", ["nom", "population"])
    for name in names { table.append(.text(name), .whole(name.isEmpty ? nil : 5)) }
    return table
  }

  @Test("the text is plain GeoJSON: members, closed rings, seven decimals, no crs")
  func text() throws {
    let bytes = try written(table(["a\"b"]), [try outline([0])])
    let ring =
      "[2.0000000,46.0000000],[2.4000000,46.0000000],[2.4000000,46.4000000],"
      + "[2.0000000,46.4000000],[2.0000000,46.0000000]"
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":"
        + "{\"nom\":\"a\\\"b\",\"population\":5},\"geometry\":{\"type\":\"Polygon\","
        + "\"coordinates\":[[\(ring)]]}}\n]}\n")
  }

  @Test("Foundation parses it: polygons, holes, several parts, and a null geometry")
  func foundation() throws {
    let outlines = [try outline([0, 1]), try outline([0, 1, 2]), Outline()]
    let bytes = try written(table(["one", "two", ""]), outlines)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(root["crs"] == nil)
    #expect(root["type"] as? String == "FeatureCollection")
    let features = try #require(root["features"] as? [[String: Any]])
    let geometries = features.map { $0["geometry"] as? [String: Any] }
    #expect(geometries.map { $0?["type"] as? String } == ["Polygon", "MultiPolygon", nil])
    #expect(features[2]["geometry"] is NSNull)
    let polygon = try #require(geometries[0]?["coordinates"] as? [[[Double]]])
    #expect(polygon.map(\.count) == [5, 5])
    #expect(polygon.allSatisfy { $0.first == $0.last })
    let multi = try #require(geometries[1]?["coordinates"] as? [[[[Double]]]])
    try #require(multi.map { $0.map(\.count) } == [[5, 5], [4]])
    #expect(multi[1][0][0] == [-61.5, 16.123_456_7])
    #expect(multi[1][0][1] == [-61.4, 16.123_456_8])
    let properties = features.map { $0["properties"] as? [String: Any] }
    #expect(properties.map { $0?["population"] as? Int } == [5, 5, nil])
  }

  @Test("our reader gives the same rings and properties back")
  func reader() throws {
    let outlines = [try outline([0, 1]), Outline(), try outline([2, 0, 1])]
    let bytes = try written(table(["é\n", "", "z"]), outlines)
    let read = try GeoJSONReader.read(bytes, path: "x")
    #expect(read.columns == ["nom", "population"])
    #expect(read.values == [["é\n", "", "z"], ["5", nil, "5"]])
    #expect(read.geometry.featureEnds == [2, 2, 5])
    #expect(read.geometry.ringIsHole == [false, true, false, false, true])
    try #require(read.geometry.ringEnds == [4, 8, 11, 15, 19])
    #expect(Array(read.geometry.x[..<8]) == Self.rings[0...1].flatMap { $0.map(\.0) })
    #expect(read.lines == [2, 3, 4])
  }

  @Test("no row is a collection without features")
  func empty() throws {
    let bytes = try written(table([]), [])
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect((root?["features"] as? [Any])?.isEmpty == true)
  }

  @Test("large files are flushed in pieces that join up")
  func pieces() throws {
    let name = String(repeating: "n", count: 2_000)
    let outline = try outline([0, 1])
    var pieces = 0
    var bytes: [UInt8] = []
    try GeoJSONWriter.write(
      table(Array(repeating: name, count: 1_500)), PositionText(mesh), outline: { _ in outline },
      flush: { (piece) throws(InputFault) in
        pieces += 1
        bytes += piece
      })
    #expect(pieces > 2)
    let read = try GeoJSONReader.read(bytes, path: "x")
    #expect(read.rowCount == 1_500)
    #expect(read.values[0].allSatisfy { $0 == name })
  }
}
