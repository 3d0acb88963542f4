@testable import Coverage

/// A small random white zone with neighbours around it.
enum RandomZone {
  static func zone(seed: UInt64, units: ClosedRange<Int> = 1...9) -> SectorGround {
    var random = SplitMix(seed: seed)
    var zone = SectorGround()
    let count = random.int(in: units)
    for unit in 0..<count {
      zone.people.append(random.int(in: 0...5) == 0 ? 0 : random.int(in: 1...30_000))
      zone.squareMetres.append(Double(random.int(in: 1...50)) * 1e6)
      zone.points.append(point(&random))
      zone.communes.append(Int32(unit))
      zone.appendDistrict(
        SectorGround.District(
          department: random.int(in: 0...3) == 0 ? "56" : "35", region: "53"))
      zone.outsideMetres.append(0)
    }
    zone.mainUnit = Int32(
      zone.people.indices.max { (zone.people[$0], $1) < (zone.people[$1], $0) } ?? 0)
    for second in 1..<max(1, count) {
      let first = random.int(in: 0...second - 1)
      zone.borders.append(
        SectorGround.UnitBorder(
          first: Int32(first), second: Int32(second),
          metres: Double(random.int(in: 1...9) * 1000)))
    }
    for index in 0..<random.int(in: 0...3) { addNeighbour(index, to: &zone, &random) }
    let neighbours = zone.neighbours.count
    zone.livingAreas = areas(zone, neighbours, &random)
    if random.int(in: 0...1) == 0 { zone.intercommunalities = areas(zone, neighbours, &random) }
    return zone
  }

  private static func point(_ random: inout SplitMix) -> GlobePoint {
    GlobePoint(
      longitude: random.double(in: -2...(-1.5)), latitude: random.double(in: 47.5...48))
  }

  private static func addNeighbour(
    _ index: Int, to zone: inout SectorGround, _ random: inout SplitMix
  ) {
    let touched = random.int(in: 0...zone.unitCount - 1)
    for unit in 0..<zone.unitCount where unit == touched || random.int(in: 0...2) == 0 {
      let metres = Double(random.int(in: 1...9) * 500)
      zone.contacts.append(
        SectorGround.Contact(unit: Int32(unit), neighbour: Int32(index), metres: metres))
      zone.outsideMetres[unit] += metres
    }
    zone.neighbours.append(
      SectorGround.Neighbour(
        cpts: Index(10 + index), stage: Stage(rawValue: random.int(in: 2...4))!,
        people: random.int(in: 1000...300_000), main: point(&random), departments: ["35"],
        regions: ["53"], borderShare: random.double(in: 0...1)))
  }

  private static func areas(
    _ zone: SectorGround, _ neighbours: Int, _ random: inout SplitMix
  ) -> SharedAreas {
    var areas = SharedAreas()
    areas.codes = ["A", "B"]
    areas.ofUnit = zone.people.map { _ in Int32(random.int(in: -1...1)) }
    areas.peopleInSector = (0..<2).map { area in
      zone.people.indices.reduce(0) { $0 + (areas.ofUnit[$1] == area ? zone.people[$1] : 0) }
    }
    areas.peopleInNeighbour = (0..<2 * neighbours).map { _ in random.int(in: 0...20_000) }
    areas.people = (0..<2).map { area in
      (0..<neighbours).reduce(areas.peopleInSector[area] + random.int(in: 0...1) * 5000) {
        $0 + areas.peopleInNeighbour[$1 * 2 + area]
      }
    }
    return areas
  }
}
