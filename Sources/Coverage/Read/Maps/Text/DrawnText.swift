import GeoKernel

/// A geometry that stands in a text: well-known text, or a geometry of GeoJSON.
enum DrawnText {
  /// What was read of one.
  struct Outline {
    var passedOver = 0
    var unreadable: Wording?
    /// Nil where the text does not say it.
    var reference: DeclaredReference?
  }

  /// Whether a text is meant as a geometry.
  static func isMeant(by text: String) -> Bool {
    WKTReader.isMeant(by: text.utf8) || isGeoJSON(text)
  }

  /// Whether a text is an object with coordinates or geometries; its end may be cut.
  private static func isGeoJSON(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "{")
      && ["\"coordinates\"", "\"geometries\"", "\"geometry\""].contains { text.contains($0) }
  }

  /// Appends the polygons of a text to the open feature of `columns`; where they cannot be used, what was appended
  /// is for the caller to take back.
  static func append(_ text: String, to columns: inout PolygonColumns) -> Outline {
    text.utf8.first == UInt8(ascii: "{")
      ? appendGeoJSON(text, to: &columns) : appendWKT(text, to: &columns)
  }

  private static func appendWKT(_ text: String, to columns: inout PolygonColumns) -> Outline {
    do throws(WKTReader.Fault) {
      let reader = try WKTReader.append(Array(text.utf8)[...], to: &columns)
      return Outline(
        passedOver: reader.passedOver,
        reference: reader.reference.map { ReferenceName.reference("EPSG:\($0)") })
    } catch { return Outline(unreadable: error.reason) }
  }

  private static func appendGeoJSON(_ text: String, to columns: inout PolygonColumns) -> Outline {
    var scanner = JSONScanner(Array(text.utf8))
    do throws(JSONScanner.Fault) {
      var shape = GeoJSONGeometry()
      try shape.read(&scanner, into: &columns)
      guard scanner.isAtEndOfScript else { throw .unexpected(scanner.position) }
      return Outline(
        passedOver: shape.passedOver, unreadable: shape.unreadable, reference: .wgs84)
    } catch { return Outline(unreadable: error.problem) }
  }
}
