import Testing

@testable import Coverage

@Suite("Professionals by CPTS and area")
struct ProfessionalMeasureTests {
  private func withCounts(_ study: RandomStudy, seed: UInt64) -> Territories {
    var random = SplitMix(seed: seed)
    return study.territories { cpts, record in
      func count() -> Int? { random.int(in: 0...3) == 0 ? nil : random.int(in: 0...50) }
      (record.professionals, record.members) = (count(), count())
      record.activeMembers = count()
      return cpts.stage
    }
  }

  @Test("each level adds up to the CPTS, count by count", arguments: 1...60)
  func sums(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let territories = withCounts(study, seed: seed)
    let members = territories.cpts.filter { $0.stage >= .project }
    let areas = ProfessionalMeasure.areas(territories, study.units)
    let isAsked = members.contains { $0.record.professionals != nil || $0.record.members != nil }
    guard let areas else {
      #expect(!isAsked)
      return
    }
    let counts: [(Headcounts) -> Int] = [
      { $0.professionals ?? 0 }, { $0.members ?? 0 }, { $0.activeMembers ?? 0 },
      { $0.membersShare.part }, { $0.membersShare.whole }, { $0.activeShare.part },
      { $0.activeShare.whole },
    ]
    for count in counts {
      let sums = ["cpts", "departement", "region", "national"].map { level in
        areas.filter { $0.level == level }.reduce(0) { $0 + count($1.counts) }
      }
      #expect(Set(sums).count == 1)
    }
    #expect(areas.count { $0.level == "cpts" } == members.count)
    let national = try #require(areas.last?.counts)
    #expect(national.cptsCount == members.count)
    #expect(national.members == members.compactMap { $0.record.members }.summed)
    let both = members.filter { $0.record.members != nil && $0.record.professionals != nil }
    #expect(national.membersShare.whole == both.reduce(0) { $0 + ($1.record.professionals ?? 0) })
  }

  @Test("a CPTS in several areas counts in each, by its people", arguments: 1...60)
  func places(seed: UInt64) async throws {
    let study = try await RandomStudy(seed: seed)
    let territories = withCounts(study, seed: seed)
    let areas = ProfessionalMeasure.areas(territories, study.units) ?? []
    for area in areas where area.level == "departement" && !area.code.isEmpty {
      let inside = territories.cpts.indices.filter { index in
        territories.cpts[index].stage >= .project
          && study.units.units.indices.contains { unit in
            study.units.units[unit].department == area.code
              && study.owners(of: unit).contains(index)
          }
      }
      #expect(area.counts.cptsCount == inside.count)
    }
  }

  @Test("nobody living there, or no territory at all, loses no professional")
  func nobody() {
    var answer = Headcounts.Answer()
    answer.members = 7
    #expect(answer.shared(by: [1, 2]).map { $0.members } == [2, 5])
    var record = CPTS(id: CPTSID("A"), name: "A")
    record.members = 7
    let alone = DatedCPTS(
      id: record.id, name: "A", stage: .project, file: "", line: 1, record: record)
    let areas = ProfessionalMeasure.areas(Territories(cpts: [alone]), StudyUnits()) ?? []
    #expect(areas.map { $0.level } == ["cpts", "departement", "region", "national"])
    #expect(areas.allSatisfy { $0.counts.members == 7 && $0.counts.professionals == nil })
    #expect(areas[1].name == "non renseigné")
  }
}

extension [Int] {
  /// The sum; nil of nothing.
  fileprivate var summed: Int? { isEmpty ? nil : reduce(0, +) }
}
