/// A *zone blanche*: a maximal contiguous area that no CPTS covers at the stage required.
struct WhiteZone: Sendable {
  enum Status: String, Sendable {
    /// No project at all.
    case none = "atone"
    /// A CPTS below the stage required is at work in it.
    case projectEmerging = "projet_en_emergence"
  }

  let id: String
  /// The most populous unit, which names the zone.
  let mainUnit: Int32
  var status = Status.none
  var population = 0
  var squareMetres = 0.0
  /// Units wholly or partly in the zone, by code.
  var units: [Int32] = []
  var neighbours: [Neighbour] = []

  /// A CPTS at the stage required or above that borders the zone.
  struct Neighbour: Sendable {
    let cpts: Int32
    /// Metres of border in common.
    var metres: Double
    /// Share of the zone's border with units outside it, from 0 to 1; where two CPTS share a side it
    /// counts for both, so that shares may add to more than 1.
    var share: Double
  }
}

/// Finds the white zones of a study.
struct WhiteZoneFinder {
  private let territories: Territories
  private let units: StudyUnits
  private let mesh: Mesh
  private let lowest: Stage
  private let stages: [Stage]
  private let partsOfUnit: Grouping
  /// For each covering, the CPTS in it that count.
  private let countingCPTS: [[Int32]]

  /// - Parameter lowest: the stage from which people count as covered.
  init(_ territories: Territories, _ units: StudyUnits, _ mesh: Mesh, whiteBelow lowest: Stage) {
    self.territories = territories
    self.units = units
    self.mesh = mesh
    self.lowest = lowest
    stages = territories.stageOfCovering
    countingCPTS = territories.coverings.map { covering in
      covering.filter { territories.cpts[Int($0)].stage >= lowest }
    }
    partsOfUnit = Grouping(groupCount: units.units.count) { visit in
      for (index, part) in territories.parts.enumerated() { visit(part.unit, Int32(index)) }
    }
  }

  /// Zones by id, and for each unit the index of its zone or -1.
  ///
  /// - Complexity: O(edges + parts).
  func zones() -> (zones: [WhiteZone], zoneOfUnit: [Int32]) {
    var sets = UnionFind(count: units.units.count)
    let isWhite = units.units.indices.map { unit in
      parts(of: unit).contains { stages[Int($0.covering)] < lowest }
    }
    for edge in 0..<mesh.edges.count {
      let (left, right) = (mesh.edges.left[edge], mesh.edges.right[edge])
      if left >= 0, right >= 0, left != right, isWhite[Int(left)], isWhite[Int(right)] {
        sets.unite(left, right)
      }
    }
    var members: [Int32: [Int32]] = [:]
    for unit in units.units.indices where isWhite[unit] {
      members[sets.find(Int32(unit)), default: []].append(Int32(unit))
    }
    var zones = members.values.map { zone(of: $0) }.sorted { $0.id < $1.id }
    var zoneOfUnit = [Int32](repeating: -1, count: units.units.count)
    for (index, zone) in zones.enumerated() {
      for unit in zone.units { zoneOfUnit[Int(unit)] = Int32(index) }
    }
    for index in zones.indices {
      zones[index].neighbours = neighbours(of: zones[index], Int32(index), zoneOfUnit)
    }
    return (zones, zoneOfUnit)
  }

  private func parts(of unit: Int) -> some Sequence<Part> {
    partsOfUnit[unit].lazy.map { territories.parts[Int($0)] }
  }

  private func whiteParts(of unit: Int) -> some Sequence<Part> {
    parts(of: unit).lazy.filter { stages[Int($0.covering)] < lowest }
  }

  private func zone(of members: [Int32]) -> WhiteZone {
    var main = members[0]
    var mostPeople = -1
    var population = 0
    var squareMetres = 0.0
    var status = WhiteZone.Status.none
    for unit in members {
      var people = 0
      for part in whiteParts(of: Int(unit)) {
        people += part.population
        squareMetres += mesh.areas[Int(unit)] * part.areaShare
        if stages[Int(part.covering)] >= .project { status = .projectEmerging }
      }
      population += people
      if people > mostPeople {
        mostPeople = people
        main = unit
      }
    }
    return WhiteZone(
      id: "ZB-" + units.units[Int(main)].code.text, mainUnit: main, status: status,
      population: population, squareMetres: squareMetres, units: members)
  }

  private func neighbours(
    of zone: WhiteZone, _ index: Int32, _ zoneOfUnit: [Int32]
  ) -> [WhiteZone.Neighbour] {
    var metresOfCPTS: [Int32: Double] = [:]
    var border = 0.0
    for unit in zone.units {
      // What covers the rest of a unit that is only partly white borders the zone inside it.
      for cpts in coveringCPTS(of: Int(unit)) { metresOfCPTS[cpts, default: 0] += 0 }
      for edge in mesh.borders[Int(unit)] {
        let other = mesh.unit(across: Int(edge), from: unit)
        guard other >= 0, zoneOfUnit[Int(other)] != index else { continue }
        let metres = mesh.length(of: Int(edge))
        border += metres
        for cpts in coveringCPTS(of: Int(other)) { metresOfCPTS[cpts, default: 0] += metres }
      }
    }
    return metresOfCPTS.sorted { $0.key < $1.key }.map {
      WhiteZone.Neighbour(cpts: $0.key, metres: $0.value, share: border > 0 ? $0.value / border : 0)
    }
  }

  /// CPTS at the stage required or above in any part of a unit.
  private func coveringCPTS(of unit: Int) -> [Int32] {
    let members = partsOfUnit[unit]
    if members.count == 1, let only = members.first {
      return countingCPTS[Int(territories.parts[Int(only)].covering)]
    }
    return Array(Set(parts(of: unit).flatMap { countingCPTS[Int($0.covering)] }))
  }
}
