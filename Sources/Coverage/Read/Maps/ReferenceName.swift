/// The ways in which maps name a reference system.
enum ReferenceName {
  private static let authorities = ["epsg", "ignf", "esri"]

  /// `EPSG:2154`, `urn:ogc:def:crs:EPSG::2154`, `http://www.opengis.net/def/crs/EPSG/0/2154`,
  /// `http://spatialreference.org/ref/epsg/2154/proj4/`, `IGNF:LAMB93`, `urn:ogc:def:crs:OGC:1.3:CRS84`.
  ///
  /// - Returns: what PROJ is asked to understand; the text itself where it is none of these.
  static func reference(_ text: String) -> DeclaredReference {
    let words = text.split { ":/#?=".contains($0) }.map(String.init)
    if words.last?.lowercased() == "crs84" { return .wgs84 }
    guard let place = words.lastIndex(where: { authorities.contains($0.lowercased()) }) else {
      return .other(text)
    }
    let authority = words[place].uppercased()
    let rest = words[(place + 1)...]
    // A version may come first, a form of the answer last.
    let code =
      authority == "IGNF"
      ? rest.last : rest.last { $0.utf8.allSatisfy { isDigit($0) } && $0 != "0" }
    guard let code else { return .other(text) }
    return code == "4326" && authority == "EPSG" ? .wgs84 : .other("\(authority):\(code)")
  }

  /// What follows `FILE#` where it names a reference system: `EPSG:2154`.
  static func isReference(_ layer: String) -> Bool {
    let parts = layer.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && authorities.contains(parts[0].lowercased()) && !parts[1].isEmpty
      && parts[1].utf8.allSatisfy { isDigit($0) || $0 > 0x40 }
  }
}
