/// Areas of daily life (bassins de vie, EPCI): how many people each has, and where its pole is.
struct HeldAreas: Sendable {
  typealias People = (unit: Index<Unit>, people: Int)

  private let codes: [String]
  /// Area of each unit, or -1.
  private let ofUnit: Column<Unit, Int32>
  /// People of each area, of the whole ground.
  private let people: [Int]
  /// The most populous unit of each area.
  private let poles: [Index<Unit>]
  /// What covers most people of each unit.
  private let coveringOfUnit: Column<Unit, [Index<DatedCPTS>]>
  private let territories: Territories

  /// - Parameter values: code of the area of each unit; empty where unknown.
  /// - Complexity: O(units + parts).
  init(_ values: [String], _ ground: WhiteGround, _ units: StudyUnits) {
    territories = ground.territories
    codes = Set(values).subtracting(StudyUnits.noArea).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
    ofUnit = Column(values.map { numbers[$0] ?? -1 })
    var people = [Int](repeating: 0, count: codes.count)
    var peopleOfUnit = Column<Unit, Int>(repeating: 0, count: units.units.count)
    var most = Column<Unit, Int>(repeating: -1, count: units.units.count)
    var covering = Column<Unit, Index<Covering>>(repeating: Index(0), count: units.units.count)
    for part in ground.territories.parts {
      peopleOfUnit[part.unit] += part.population
      if ofUnit[part.unit] >= 0 { people[Int(ofUnit[part.unit])] += part.population }
      if part.population > most[part.unit] {
        (most[part.unit], covering[part.unit]) = (part.population, part.covering)
      }
    }
    self.people = people
    var poles = [Index<Unit>](repeating: .missing, count: codes.count)
    for unit in ofUnit.indices where ofUnit[unit] >= 0 {
      let area = Int(ofUnit[unit])
      if !poles[area].exists || peopleOfUnit[unit] > peopleOfUnit[poles[area]] {
        poles[area] = unit
      }
    }
    self.poles = poles
    let coverings = ground.territories.coverings
    coveringOfUnit = covering.mapped { coverings[$0] }
  }

  private func sums(_ people: [People]) -> [Int32: Int] {
    var sums: [Int32: Int] = [:]
    for part in people where ofUnit[part.unit] >= 0 {
      sums[ofUnit[part.unit], default: 0] += part.people
    }
    return sums
  }

  /// How many areas some people make whole, and how many they are a part of.
  func held(_ people: [People]) -> Sector.AreasHeld {
    sums(people).reduce(into: Sector.AreasHeld()) { held, sum in
      if self.people[Int(sum.key)] == sum.value { held.whole += 1 } else { held.cut += 1 }
    }
  }

  /// The area of most people, the first by code of equals.
  private func mainArea(_ people: [People]) -> Int32? {
    sums(people).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  func main(of people: [People]) -> String? { mainArea(people).map { codes[Int($0)] } }

  /// Whether the pole of the area of most people, and more than half of its people, are among them.
  func areAroundPole(_ people: [People]) -> Bool {
    guard let area = mainArea(people) else { return false }
    let (inside, pole) = (sums(people)[area] ?? 0, poles[Int(area)])
    return 2 * inside > self.people[Int(area)] && people.contains { $0.unit == pole }
  }

  private func holders(of area: Int32, from lowest: Stage) -> [Index<DatedCPTS>] {
    coveringOfUnit[poles[Int(area)]].filter { territories[$0].stage >= lowest }
  }

  /// CPTS from a stage on that hold the pole of the area of most people, by stage, then by id.
  func cptsOfMainPole(_ people: [People], from lowest: Stage) -> [Index<DatedCPTS>] {
    guard let area = mainArea(people) else { return [] }
    return holders(of: area, from: lowest).sorted {
      (territories[$1].stage.rawValue, $0) < (territories[$0].stage.rawValue, $1)
    }
  }

  /// People whose area has its pole in such a CPTS.
  func peopleOfHeldPoles(_ people: [People], from lowest: Stage) -> Int {
    sums(people).reduce(0) { holders(of: $1.key, from: lowest).isEmpty ? $0 : $0 + $1.value }
  }
}
