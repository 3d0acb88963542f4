import Testing

@testable import Coverage

/// Studies of some units of small random worlds, against the study of all and against brute force.
@Suite struct StudyAreaLawsTests {
  static let seeds = 1...60 as ClosedRange<UInt64>
  private static let departments = ["1", "2", "3"]

  @Test("areas that partition the units add up to the study of all", arguments: seeds)
  func partition(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let ofAll = CoverageMeasure.areas(study.territories, study.units, by: [])
    let whole = ofAll[0].breakdown
    let sums = CoverageMeasure.grossAndNet(study.territories, countedFrom: .letterOfIntent)
    var people = StageBreakdown()
    var found = GrossAndNet()
    for department in Self.departments {
      let part = study.of { $0.department == department }
      let areas = CoverageMeasure.areas(part.territories, part.units, by: [])
      let own = CoverageMeasure.grossAndNet(part.territories, countedFrom: .letterOfIntent)
      for area in areas.dropFirst() {
        let same = ofAll.first { ($0.level, $0.code) == (area.level, area.code) }
        #expect(same?.breakdown.total == area.breakdown.total + area.peopleOutside)
      }
      #expect(areas.first?.peopleOutside ?? 0 == 0)
      for stage in Stage.allCases {
        people.add(areas.first?.breakdown[stage] ?? 0, at: stage)
      }
      #expect(areas.allSatisfy { $0.level == "etude" || [department, "A", "B"].contains($0.code) })
      #expect(own.net == areas.first?.breakdown.cumulative(.letterOfIntent) ?? 0)
      found.gross += own.gross
      found.net += own.net
      found.inSeveral += own.inSeveral
    }
    #expect(people == whole)
    #expect(found == sums)
  }

  @Test(
    "a list of the CPTS that enter an area gives the figures of a list of all", arguments: seeds)
  func twoReadings(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    for department in Self.departments {
      let isIn: (Unit) -> Bool = { $0.department == department }
      let ofAll = study.of(isIn)
      let inside = Set(study.units.units.filter(isIn).map(\.code))
      let entering = Set(study.memberships.filter { inside.contains($0.code) }.map(\.cpts))
      let ofSome = study.of(isIn, study.memberships.filter { entering.contains($0.cpts) })
      let (all, some) = (ofAll, ofSome)
      #expect(
        CoverageMeasure.areas(all.territories, all.units, by: []).map(\.breakdown)
          == CoverageMeasure.areas(some.territories, some.units, by: []).map(\.breakdown))
      let figures = CPTSMeasure.figures(all.territories, all.units, study.mesh)
      let own = CPTSMeasure.figures(some.territories, some.units, study.mesh)
      for (index, cpts) in all.territories.cpts.enumerated() {
        #expect(figures[index].isStudied == entering.contains(cpts.id))
        guard figures[index].isStudied else { continue }
        let units = study.units.units.indices.filter { study.owners(of: $0).contains(index) }
        let people = units.reduce(0) { $0 + study.people(of: $1) }
        let outside = units.filter { !isIn(study.units.units[$0]) }
          .reduce(0) { $0 + study.people(of: $1) }
        #expect(figures[index].population == people)
        #expect(figures[index].peopleOutside == outside)
        #expect(own[index].population == people)
      }
    }
  }

  @Test(
    "zones are the contiguous uncovered units of the area, and end at its limit", arguments: seeds)
  func zones(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let lengths = study.mesh.metricLengths()
    for department in Self.departments {
      let part = study.of { $0.department == department }
      let inside = Set(
        study.units.units.indices.filter { study.units.units[$0].department == department }
          .map { Int32($0) })
      let white = inside.filter { unit in
        study.owners(of: Int(unit)).allSatisfy {
          study.territories.cpts[$0].stage < .letterOfIntent
        }
      }
      let finder = try await WhiteZoneFinder(
        part.territories, part.units, study.mesh, whiteBelow: .letterOfIntent,
        SliverRule(width: 50, people: 50))
      let zones = try await finder.zones().zones
      #expect(Set(zones.map { Set($0.units.map(\.raw)) }) == study.components(of: white))
      let areas = CoverageMeasure.areas(part.territories, part.units, by: [])
      let breakdown = areas.first?.breakdown ?? StageBreakdown()
      #expect(
        zones.reduce(0) { $0 + $1.population } + breakdown.cumulative(.letterOfIntent)
          == breakdown.total)
      for zone in zones {
        let own = Set(zone.units.map(\.raw))
        let metres = lengths.reduce(0.0) { sum, side in
          let ends = [side.key.first, side.key.second]
          let isLimit = ends.contains { own.contains($0) } && ends.contains { !inside.contains($0) }
          return isLimit ? sum + side.value : sum
        }
        let limit = try #require(zone.limit)
        #expect(abs(limit.metres - metres) < 1e-6)
        #expect(limit.peopleBeyond == beyond(own, inside, study, lengths))
      }
    }
  }

  /// What a zone goes on with, by flooding: nil where it borders no department of the lists.
  private func beyond(
    _ zone: Set<Int32>, _ inside: Set<Int32>, _ study: RandomStudy, _ lengths: [Pair: Double]
  ) -> Int? {
    let listed = listedDepartments(study)
    func isReached(_ unit: Int32) -> Bool {
      !inside.contains(unit) && listed.contains(study.units.units[Int(unit)].department)
    }
    func isWhite(_ unit: Int32) -> Bool {
      study.owners(of: Int(unit)).allSatisfy { study.territories.cpts[$0].stage < .letterOfIntent }
    }
    func around(_ unit: Int32) -> [Int32] {
      lengths.keys.compactMap { side in
        side.first == unit ? side.second : side.second == unit ? side.first : nil
      }
    }
    var front = Set(zone.flatMap { around($0) }.filter(isReached))
    guard !front.isEmpty else { return nil }
    front = front.filter(isWhite)
    var flood: Set<Int32> = []
    while let unit = front.popFirst() {
      flood.insert(unit)
      front.formUnion(around(unit).filter { isReached($0) && isWhite($0) && !flood.contains($0) })
    }
    return flood.reduce(0) { $0 + study.people(of: Int($1)) }
  }

  /// Where a CPTS has most of its people, and what 99 % of all need besides.
  private func listedDepartments(_ study: RandomStudy) -> Set<String> {
    let cpts = study.territories.cpts.indices.filter {
      study.territories.cpts[$0].stage >= .project
    }
    func people(_ isCounted: ([Int]) -> Bool, _ department: String) -> Int {
      study.units.units.indices.filter {
        study.units.units[$0].department == department && isCounted(study.owners(of: $0))
      }.reduce(0) { $0 + study.people(of: $1) }
    }
    var listed: Set<String> = []
    for one in cpts {
      let own = Self.departments.filter { department in
        study.units.units.indices.contains {
          study.units.units[$0].department == department && study.owners(of: $0).contains(one)
        }
      }
      let main = own.max { left, right in
        (people({ $0.contains(one) }, left), right) < (people({ $0.contains(one) }, right), left)
      }
      if let main { listed.insert(main) }
    }
    func all(_ department: String) -> Int {
      people({ owners in cpts.contains { owners.contains($0) } }, department)
    }
    let total = Self.departments.reduce(0) { $0 + all($1) }
    for department in Self.departments.sorted(by: { (all($1), $0) < (all($0), $1) })
    where 100 * listed.reduce(0, { $0 + all($1) }) < 99 * total {
      listed.insert(department)
    }
    return listed
  }

  @Test("overlaps are those of which a CPTS enters the area, whole", arguments: seeds)
  func overlaps(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    func overlaps(_ territories: Territories, _ area: StudyArea) async throws -> [Overlap] {
      try await OverlapFinder(
        territories, study.mesh, isDrawn: territories.cpts.map { _ in false },
        SliverRule(width: 50, people: 50), StudyBounds(input: 0), in: area
      ).overlaps().overlaps
    }
    let all = try await overlaps(study.territories, .all)
    for department in Self.departments {
      let part = study.of { $0.department == department }
      let isIn = part.territories.areStudied(part.units.area)
      let expected = all.filter { isIn[$0.first] || isIn[$0.second] }
      let found = try await overlaps(part.territories, part.units.area)
      #expect(found.map(\.first) == expected.map(\.first))
      #expect(found.map(\.second) == expected.map(\.second))
      #expect(found.map(\.population) == expected.map(\.population))
    }
  }

  @Test("what is covered over time adds up too", arguments: seeds)
  func history(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let day = try #require(CivilDate("2024-06-30"))
    func dated(_ territories: Territories) -> Territories {
      var territories = territories
      territories.cpts = territories.cpts.map { old in
        var record = CPTS(id: old.id, name: old.name)
        record.stageDates = [old.stage: CivilDate("2024-02-10")!]
        return DatedCPTS(
          id: old.id, name: old.name, stage: old.stage, file: "", line: 1, record: record)
      }
      return territories
    }
    guard
      let all = CoverageHistory(
        GroundOverTime(dated(study.territories)), at: day, study.units)
    else { return }
    var sums = all.breakdowns.map { _ in StageBreakdown() }
    for department in Self.departments {
      let part = study.of { $0.department == department }
      guard
        let own = CoverageHistory(
          GroundOverTime(dated(part.territories)), at: day, part.units)
      else {
        // No CPTS enters it: all of its people have none at every date.
        let areas = CoverageMeasure.areas(part.territories, part.units, by: [])
        for place in sums.indices { sums[place].add(areas.first?.breakdown.total ?? 0, at: .none) }
        continue
      }
      for (place, breakdown) in own.breakdowns.enumerated() {
        for stage in Stage.allCases { sums[place].add(breakdown[stage], at: stage) }
      }
    }
    #expect(sums == all.breakdowns)
  }
}
