import GeoKernel

@testable import Coverage

/// A random list of CPTS on a small random world, with the brute-force answers beside it.
struct RandomStudy {
  let units: StudyUnits
  let mesh: Mesh
  let memberships: [Membership]
  let territories: Territories
  private let cpts: [DatedCPTS]

  init(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let world = TileWorld(&random)
    mesh = try await world.mesh()
    var units = StudyUnits()
    for index in 0..<world.unitCount {
      let code = UnitCode(String(10_000 + index))
      let people =
        random.int(in: 0...9) == 0 ? nil : random.int(in: 0...3) * random.int(in: 0...999)
      let department = String(random.int(in: 1...3))
      units.index[code] = Index(index)
      units.units.append(
        Unit(
          code: code, name: "U\(index)", population: people, givenPopulation: people,
          department: department, region: department == "3" ? "B" : "A", intercommunality: "",
          commune: Int32(index), feature: Index(index), line: index + 1))
      units.communes.append(
        Commune(
          code: code, name: "U\(index)", department: department, region: "",
          units: [Index(index)]))
    }
    self.units = units
    cpts = (0..<random.int(in: 0...8)).map { index in
      DatedCPTS(
        id: CPTSID("C\(index)"), name: "", stage: Stage(rawValue: random.int(in: 0...4))!,
        file: "cpts.csv", line: index + 2)
    }
    var memberships: [Membership] = []
    for cpts in cpts {
      for index in 0..<world.unitCount where random.int(in: 0...3) == 0 {
        memberships.append(
          Membership(
            cpts: cpts.id, code: UnitCode(String(10_000 + index)), file: "cpts.csv", line: 1))
      }
    }
    self.memberships = memberships
    territories = TerritoryResolver.run(cpts, memberships, units).territories
  }

  /// The territories with other records of their CPTS.
  ///
  /// - Parameter change: changes what is known of a CPTS, and gives its stage.
  func territories(_ change: (DatedCPTS, inout CPTS) -> Stage) -> Territories {
    var territories = territories
    territories.cpts = territories.cpts.map { old in
      var record = CPTS(id: old.id, name: old.name)
      let stage = change(old, &record)
      return DatedCPTS(
        id: old.id, name: old.name, stage: stage, file: "", line: 1, record: record)
    }
    return territories
  }

  /// The same study, of some of its units only.
  func of(
    _ isStudied: (Unit) -> Bool, _ memberships: [Membership]? = nil
  ) -> (units: StudyUnits, territories: Territories) {
    var units = units
    units.area = StudyArea(
      codes: ["X"], names: ["Ici"], isIn: Column(self.units.units.map(isStudied)))
    let territories = TerritoryResolver.run(cpts, memberships ?? self.memberships, units)
      .territories
    return (units, territories)
  }

  func resolved(_ memberships: [Membership]) -> Territories {
    TerritoryResolver.run(cpts, memberships, units).territories
  }

  /// CPTS of a unit, straight from the list.
  func owners(of unit: Int) -> [Int] {
    cpts.indices.filter { index in
      memberships.contains { $0.cpts == cpts[index].id && $0.code == units.units[unit].code }
    }
  }

  func people(of unit: Int) -> Int { units.units[unit].population ?? 0 }

  func componentsOfUncovered() -> Set<Set<Int32>> {
    components(
      of: Set(
        units.units.indices.filter { unit in
          owners(of: unit).allSatisfy { cpts[$0].stage < .letterOfIntent }
        }.map { Int32($0) }))
  }

  /// Contiguous groups, by flooding along borders of positive length.
  func components(of members: Set<Int32>) -> Set<Set<Int32>> {
    let borders = Set(mesh.planarLengths().filter { $0.value > 0 }.keys)
    var rest = members
    var result = Set<Set<Int32>>()
    while let seed = rest.first {
      var flood: Set<Int32> = [seed]
      var front = [seed]
      while let unit = front.popLast() {
        for other in rest where !flood.contains(other) && borders.contains(Pair(unit, other)) {
          flood.insert(other)
          front.append(other)
        }
      }
      rest.subtract(flood)
      result.insert(flood)
    }
    return result
  }
}
