/// What covers a place: the CPTS at `projet` or above, and the white zones and sectors it belongs to.
struct MapPlace: Hashable, Sendable {
  /// Ascending.
  var cpts: [Index<DatedCPTS>] = []
  /// Ascending.
  var zones: [Index<WhiteZone>] = []
  /// Ascending.
  var sectors: [Index<Sector>] = []

  /// Whether a border between two places is one of territories: sectors are a level below.
  func differs(from other: MapPlace) -> Bool { cpts != other.cpts || zones != other.zones }
}

/// Distinct places, each with a number, in the order in which they are first asked for.
struct PlaceTable {
  private(set) var places: [MapPlace] = []
  private var numbers: [MapPlace: Int32] = [:]

  mutating func number(of place: MapPlace) -> Int32 {
    if let number = numbers[place] { return number }
    let number = Int32(places.count)
    numbers[place] = number
    places.append(place)
    return number
  }
}
