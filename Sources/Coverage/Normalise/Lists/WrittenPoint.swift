/// A place on the ground in one cell or two, which is no territory: `45.1, 2.3`.
enum WrittenPoint {
  private static let names: Set<String> = [
    "lat", "latitude", "lon", "lng", "long", "longitude", "x", "y", "coordx", "coordy", "xcoord",
    "ycoord", "coord", "coordonnee", "coordonnees", "point", "gps", "easting", "northing",
  ]

  /// Whether a text is a latitude and a longitude, in whichever order.
  static func isPoint(_ text: String) -> Bool {
    let bare = text.filter { !"()[]°".contains($0) }
    let parts = bare.split { ",; ".contains($0) || $0.isWhitespace }.map(String.init)
    guard parts.count == 2, parts.allSatisfy({ $0.contains(".") }) else { return false }
    let numbers = parts.compactMap { Double($0) }
    return numbers.count == 2 && numbers.allSatisfy { abs($0) <= 180 }
      && numbers.contains { abs($0) <= 90 }
  }

  /// Whether the name of a column is that of one coordinate.
  static func isCoordinate(_ name: String) -> Bool {
    !HeaderName(name).words.isDisjoint(with: names)
  }

  static func isDecimal(_ text: String) -> Bool {
    text.contains { ".,".contains($0) } && decimalNumber(text) != nil
  }
}
