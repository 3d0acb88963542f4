import Testing

@testable import Coverage

@Suite("Hostile GeoJSON is refused with its line")
struct GeoJSONHostileTests {
  private func read(_ json: String) throws -> FeatureTable {
    try GeoJSONReader.read(Array(json.utf8), path: "x.geojson")
  }

  private let small = #"""
    {"type":"FeatureCollection",
     "crs":{"type":"name","properties":{"name":"EPSG:2154"}},
     "features":[
      {"type":"Feature","properties":{"code":"0\u00e91","p":-1.5e3,"x":{"y":[true,null]}},
       "geometry":{"coordinates":[[[0,0],[4,0],
         [4,4.25],[0,0]]],"type":"Polygon"}},
      {"type":"Feature","geometry":null,"properties":null}
     ]}
    """#

  @Test("cut at any byte, it throws with the line of the cut")
  func cutAnywhere() throws {
    let whole = Array(small.utf8)
    #expect(try GeoJSONReader.read(whole, path: "x").rowCount == 2)
    for length in whole.indices {
      let part = Array(whole[..<length])
      let lines = 1 + part.count { $0 == 10 }
      let fault = fault { _ = try GeoJSONReader.read(part, path: "x") }
      #expect(fault?.kind == .data)
      #expect(fault?.line == lines, "cut at \(length)")
    }
  }

  @Test("damage anywhere never crashes, and leaves whole columns")
  func damage() {
    var random = SplitMix(seed: 404)
    let whole = Array(small.utf8)
    for _ in 0..<6_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch random.next() % 3 {
        case 0: bytes[place] = Array(#"{}[]",:\-0e."#.utf8).randomElement(using: &random) ?? 0
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.remove(at: place)
        }
      }
      guard let table = try? GeoJSONReader.read(bytes, path: "x") else { continue }
      #expect(table.geometry.featureCount == table.rowCount)
      #expect(table.values.allSatisfy { $0.count == table.rowCount })
      #expect(table.geometry.vertexCount == Int(table.geometry.ringEnds.last ?? 0))
      #expect(table.geometry.x.count == table.geometry.y.count)
    }
  }

  @Test("a hundred thousand brackets are refused, wherever they are")
  func depthBomb() {
    let bomb = String(repeating: "[", count: 100_000)
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    let collections = String(repeating: #"{"geometries":["#, count: 100_000)
    for json in [
      bomb, #"{"a":\#(bomb)"#, #"{"features":\#(bomb)"#, #"{"features":[{"properties":\#(bomb)"#,
      #"{"features":[{"properties":{"a":\#(bomb)"#, #"{"features":[{"properties":{"a":\#(objects)"#,
      #"{"features":[{"geometry":{"coordinates":\#(bomb)"#, #"{"crs":\#(objects)"#,
      #"{"features":[{"geometry":\#(collections)"#,
      #"{"features":[{"geometry":{"type":"MultiPolygon","coordinates":\#(bomb)"#,
    ] {
      let fault = fault { _ = try read(json) }
      #expect(fault?.line == 1, "\(json.prefix(40))")
    }
  }

  @Test(
    "what is no feature collection says so",
    arguments: [
      "{}", #"{"type":"FeatureCollection"}"#, #"{"type":"Topology","objects":{}}"#, "[1]", "1",
      #"[{"code":"01001"}]"#, #"{"code":"01001"}"#,
    ])
  func otherJSON(json: String) {
    #expect(throws: InputFault.self) { try read(json) }
  }

  @Test(
    "malformed JSON is refused at its line",
    arguments: [
      "{\"features\":[\n{\"geometry\" null}]}", "{\"features\":[\n{,}]}", "{\"features\":[\nnull]}",
      "{\"features\":[{}\n{}]}", "{\"a\":1,\n}",
      "{\"features\":[\n{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1]]]}}]}",
      "{\"features\":[\n{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\"1\",2]]]}}]}",
    ])
  func malformed(json: String) {
    #expect(fault { _ = try read(json) }?.line == 2)
  }
}
