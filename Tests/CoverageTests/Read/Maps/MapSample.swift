@testable import Coverage
@testable import GeoKernel

/// Polygons and attributes that a test writes in every format that is read, each writer by the letter of its
/// specification and independently of the reader.
struct MapSample {
  typealias Point = (x: Double, y: Double)

  struct Row {
    var values: [String]
    /// Polygons, each an outer ring and its holes, closed, outer rings anticlockwise.
    var polygons: [[[Point]]]
  }

  var columns: [String]
  var rows: [Row]

  static func box(_ west: Double, _ south: Double, _ side: Double) -> [Point] {
    [
      (west, south), (west + side, south), (west + side, south + side), (west, south + side),
      (west, south),
    ]
  }

  /// A square with a hole, and an island in that hole; two squares that share a side.
  static let two = MapSample(
    columns: ["cpts_id", "cpts_nom", "stade"],
    rows: [
      Row(
        values: ["P1", "CPTS de la Châtaigneraie", "aci_signe"],
        polygons: [
          [box(2, 46, 0.5), Array(box(2.125, 46.125, 0.25).reversed())],
          [box(2.1875, 46.1875, 0.125)],
        ]),
      Row(
        values: ["P2", "L’Île", "lettre_intention"],
        polygons: [[box(2.5, 46, 0.25)], [box(2.75, 46, 0.25)]]),
    ])

  // MARK: JSON

  static func ring(_ points: [Point]) -> String {
    "[" + points.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]"
  }

  func geometry(_ row: Row) -> String {
    let polygons = row.polygons.map { "[" + $0.map(Self.ring).joined(separator: ",") + "]" }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[\(polygons.joined(separator: ","))]}"
  }

  func properties(_ row: Row) -> String {
    "{"
      + zip(columns, row.values).map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
  }

  func feature(_ row: Row) -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties(row)),\"geometry\":\(geometry(row))}"
  }

  var collection: String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(rows.map(feature).joined(separator: ","))]}"
  }

  /// Rings one after another, outer ones clockwise, as Esri has them.
  func esriRings(_ row: Row) -> [[Point]] { row.polygons.flatMap { $0.map { $0.reversed() } } }

  var esri: String {
    let features = rows.map { row in
      "{\"attributes\":\(properties(row)),\"geometry\":{\"rings\":["
        + esriRings(row).map(Self.ring).joined(separator: ",") + "]}}"
    }
    return "{\"geometryType\":\"esriGeometryPolygon\",\"spatialReference\":{\"wkid\":4326},"
      + "\"features\":[\(features.joined(separator: ","))]}"
  }

  /// Each ring in two arcs, of which the second is written backwards; as positions, or as steps of a grid.
  func topology(isQuantised: Bool) -> String {
    var arcs: [String] = []
    let scale = 1 / 16.0
    func arc(_ points: [Point]) -> Int {
      var before: Point = (0, 0)
      let texts = points.map { point -> String in
        guard isQuantised else { return "[\(point.x),\(point.y)]" }
        let here: Point = ((point.x - 2) / scale, (point.y - 46) / scale)
        defer { before = here }
        return "[\(Int(here.x - before.x)),\(Int(here.y - before.y))]"
      }
      arcs.append("[\(texts.joined(separator: ","))]")
      return arcs.count - 1
    }
    let geometries = rows.map { row in
      let polygons = row.polygons.map { rings in
        let numbers = rings.map { points in
          "[\(arc(Array(points[...2]))),\(~arc(points[2...].reversed()))]"
        }
        return "[\(numbers.joined(separator: ","))]"
      }
      return "{\"type\":\"MultiPolygon\",\"arcs\":[\(polygons.joined(separator: ","))],"
        + "\"properties\":\(properties(row))}"
    }
    let transform =
      isQuantised ? "\"transform\":{\"scale\":[\(scale),\(scale)],\"translate\":[2,46]}," : ""
    return
      "{\"type\":\"Topology\",\(transform)\"objects\":{\"cpts\":{\"type\":\"GeometryCollection\","
      + "\"geometries\":[\(geometries.joined(separator: ","))]}},\"arcs\":[\(arcs.joined(separator: ","))]}"
  }

  // MARK: Text

  func wellKnownText(_ row: Row) -> String {
    let polygons = row.polygons.map { rings in
      "("
        + rings.map { "(" + $0.map { "\($0.x) \($0.y)" }.joined(separator: ", ") + ")" }
        .joined(separator: ", ") + ")"
    }
    return "MULTIPOLYGON (\(polygons.joined(separator: ", ")))"
  }

  func table(_ drawing: (Row) -> String) -> String {
    let lines = rows.map { row in
      (row.values + ["\"" + drawing(row).replacing("\"", with: "\"\"") + "\""]).joined(
        separator: ";")
    }
    return ((columns + ["dessin"]).joined(separator: ";") + "\n") + lines.joined(separator: "\n")
  }

  var kml: String {
    func boundary(_ name: String, _ points: [Point]) -> String {
      let text = points.map { "\($0.x),\($0.y),0" }.joined(separator: "\n ")
      return "<\(name)><LinearRing><coordinates> \(text) </coordinates></LinearRing></\(name)>"
    }
    let placemarks = rows.map { row in
      let data = zip(columns, row.values).map {
        "<Data name=\"\($0)\"><value>\($1)</value></Data>"
      }
      let polygons = row.polygons.map { rings in
        "<Polygon>" + boundary("outerBoundaryIs", rings[0])
          + rings.dropFirst().map { boundary("innerBoundaryIs", $0) }.joined() + "</Polygon>"
      }
      return "<Placemark><ExtendedData>\(data.joined())</ExtendedData><MultiGeometry>"
        + polygons.joined() + "</MultiGeometry></Placemark>"
    }
    return
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">"
      + "<Document>\n\(placemarks.joined(separator: "\n"))\n</Document></kml>"
  }
}
