/// A GeoJSON map with one feature a line: the first is at line 2.
func mapText(
  _ features: (properties: String, geometry: String)..., system: String? = nil
) -> String {
  mapText(features, system: system)
}

func mapText(
  _ features: [(properties: String, geometry: String)], system: String? = nil
) -> String {
  let lines = features.map {
    #"{"type":"Feature","properties":{\#($0.properties)},"geometry":\#($0.geometry)}"#
  }
  let member = system.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
  return #"{"type":"FeatureCollection",\#(member)"features":["# + "\n"
    + lines.joined(separator: ",\n") + "\n]}\n"
}

/// A rectangle as GeoJSON.
func rectangleText(
  _ west: Double, _ south: Double, _ east: Double, _ north: Double
) -> String {
  polygonText([(west, south), (east, south), (east, north), (west, north)])
}

/// A polygon of one ring as GeoJSON, closed.
func polygonText(_ ring: [(Double, Double)]) -> String {
  let positions = (ring + ring.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
  return #"{"type":"Polygon","coordinates":[[\#(positions)]]}"#
}
