import CPROJ

/// What PROJ makes of the text of a reference system: the one place where a text becomes a system.
enum ReferenceSystem {
  /// A context that says nothing on the terminal and asks no network.
  static func silentContext() -> OpaquePointer? {
    guard let context = proj_context_create() else { return nil }
    proj_log_level(context, PJ_LOG_NONE)
    proj_context_set_enable_network(context, 0)
    return context
  }

  /// A text that is no definition is the exact name of a system, or nothing. PROJ would compare it with
  /// parts of all names that it knows, a tenth of a second each time, and take what is only near.
  ///
  /// - Parameter text: a code (`EPSG:2154`, a URN), well-known text, a string or object of PROJ, a name.
  /// - Returns: is destroyed by the caller; nil where PROJ does not know it.
  static func known(as text: String, _ context: OpaquePointer) -> OpaquePointer? {
    // PROJ reads no further than a zero.
    let text = String(text.drop { $0.isWhitespace }.prefix { $0 != "\0" })
    if text.contains("proj=") || text.contains("init=") {
      return proj_create(context, text.contains("type=crs") ? text : text + " +type=crs")
    }
    let isDefinition =
      text.first == "{" || isCode(text)
      || proj_context_guess_wkt_dialect(context, text) != PJ_GUESSED_NOT_WKT
    return isDefinition ? proj_create(context, text) : named(text, context)
  }

  /// `EPSG:2154`, `EPSG:2154+5720`, `urn:ogc:def:crs:EPSG::2154`, `http://www.opengis.net/def/crs/EPSG/0/2154`.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.count < 200 && text.contains(":") && !text.contains { $0.isWhitespace || $0 == "[" }
  }

  private static func named(_ name: String, _ context: OpaquePointer) -> OpaquePointer? {
    let isName =
      name.utf8.count < 100
      && name.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !"[]{}\"<>=;".unicodeScalars.contains($0)
      }
    guard isName else { return nil }
    // PROJ knows this one apart from its tables.
    if name == "WGS84" { return proj_create(context, name) }
    var kind = PJ_TYPE_CRS
    guard let found = proj_create_from_name(context, nil, name, &kind, 1, 0, 1, nil) else {
      return nil
    }
    defer { proj_list_destroy(found) }
    return proj_list_get_count(found) > 0 ? proj_list_get(context, found, 0) : nil
  }
}
