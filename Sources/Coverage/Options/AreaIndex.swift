/// Areas of a whole study (bassins de vie, EPCI) by number, and how many people of each live where.
struct AreaIndex: Sendable {
  /// Codes, sorted.
  let codes: [String]
  /// Area of each unit, or -1.
  let ofUnit: [Int32]
  private let people: [Int]
  /// For each CPTS asked for, its areas and their people in it.
  private let ofCPTS: [[(area: Int32, people: Int)]]

  /// - Parameters:
  ///   - values: code of the area of each unit.
  ///   - isWanted: which CPTS are asked for, by index.
  /// - Complexity: O(units + parts of all CPTS).
  init(
    _ values: [String], _ territories: Territories, _ partsOfCPTS: Grouping<DatedCPTS, Part>,
    isWanted: [Bool]
  ) {
    let codes = Set(values).subtracting(StudyUnits.noArea).sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
    let ofUnit = values.map { numbers[$0] ?? -1 }
    self.codes = codes
    self.ofUnit = ofUnit
    var people = [Int](repeating: 0, count: codes.count)
    for part in territories.parts where ofUnit[Int(part.unit)] >= 0 {
      people[Int(ofUnit[Int(part.unit)])] += part.population
    }
    self.people = people
    var sums = [Int](repeating: 0, count: codes.count)
    var isSeen = [Bool](repeating: false, count: codes.count)
    ofCPTS = isWanted.indices.map { cpts in
      guard isWanted[cpts] else { return [] }
      var areas: [Int32] = []
      for index in partsOfCPTS[Index(cpts)] {
        let part = territories.parts[index]
        let area = ofUnit[Int(part.unit)]
        guard area >= 0 else { continue }
        if !isSeen[Int(area)] {
          isSeen[Int(area)] = true
          areas.append(area)
        }
        sums[Int(area)] += part.population
      }
      return areas.map { area in
        defer {
          sums[Int(area)] = 0
          isSeen[Int(area)] = false
        }
        return (area, sums[Int(area)])
      }
    }
  }

  /// The areas that touch a zone.
  ///
  /// - Parameters:
  ///   - units: unit of the study of each unit of the zone.
  ///   - people: people of each unit of the zone.
  ///   - neighbours: CPTS beside it.
  /// - Complexity: O(units + neighbours × areas).
  func shared(
    _ units: [Index<Unit>], _ people: [Int], with neighbours: [Index<DatedCPTS>]
  ) -> SharedAreas {
    var result = SharedAreas()
    let global = units.map { ofUnit[Int($0)] }
    let present = Set(global.filter { $0 >= 0 }).sorted()
    let local = Dictionary(
      uniqueKeysWithValues: present.enumerated().map { ($1, Int32($0)) })
    result.codes = present.map { codes[Int($0)] }
    result.ofUnit = global.map { local[$0] ?? -1 }
    result.people = present.map { self.people[Int($0)] }
    result.peopleInSector = Array(repeating: 0, count: present.count)
    for (unit, area) in result.ofUnit.enumerated() where area >= 0 {
      result.peopleInSector[Int(area)] += people[unit]
    }
    result.peopleInNeighbour = Array(repeating: 0, count: present.count * neighbours.count)
    for (place, cpts) in neighbours.enumerated() {
      for (area, people) in ofCPTS[Int(cpts)] {
        guard let area = local[area] else { continue }
        result.peopleInNeighbour[place * present.count + Int(area)] = people
      }
    }
    return result
  }
}
