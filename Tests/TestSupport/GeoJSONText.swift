import Foundation

/// A GeoJSON file as Foundation's parser understands it.
package struct GeoJSONText {
  package struct Feature {
    /// Null is empty, as in a table.
    package let properties: [String: String]
    package let geometry: String?
    /// Polygons, rings, positions.
    package let polygons: [[[[Double]]]]
  }

  package struct Broken: Error {
    let problem: String
  }

  /// Names of the members of the collection, sorted.
  package let members: [String]
  package let features: [Feature]

  package init(_ bytes: [UInt8]) throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(bytes))
    guard let root = parsed as? [String: Any], root["type"] as? String == "FeatureCollection",
      let items = root["features"] as? [[String: Any]]
    else { throw Broken(problem: "no FeatureCollection") }
    members = root.keys.sorted()
    features = try items.map(Self.feature)
  }

  private static func feature(_ item: [String: Any]) throws -> Feature {
    guard item["type"] as? String == "Feature",
      let properties = item["properties"] as? [String: Any]
    else { throw Broken(problem: "no Feature: \(item)") }
    let text = properties.mapValues { $0 is NSNull ? "" : "\($0)" }
    guard let geometry = item["geometry"] as? [String: Any] else {
      guard item["geometry"] is NSNull else { throw Broken(problem: "no geometry: \(item)") }
      return Feature(properties: text, geometry: nil, polygons: [])
    }
    let type = geometry["type"] as? String
    let coordinates = geometry["coordinates"]
    switch type {
    case "Polygon":
      guard let rings = coordinates as? [[[Double]]] else { break }
      return Feature(properties: text, geometry: type, polygons: [rings])
    case "MultiPolygon":
      guard let polygons = coordinates as? [[[[Double]]]] else { break }
      return Feature(properties: text, geometry: type, polygons: polygons)
    default: break
    }
    throw Broken(problem: "geometry \(type ?? "without type") of \(text)")
  }
}
