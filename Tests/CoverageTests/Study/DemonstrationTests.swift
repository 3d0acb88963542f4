import Testing

@testable import Coverage

/// The list of `data/demo` retells the figures published for three days, by its dates alone.
@Suite(
  "The demonstration retells what was published",
  .enabled(if: Checkout.hasDemo, "data/demo or data/france is absent"))
struct DemonstrationTests {
  private struct CPTS {
    /// By rank of the stage, from `projet`.
    let dates: [CivilDate?]
    let end: CivilDate?
    var units: [Int] = []

    func stage(on day: CivilDate) -> Stage {
      if let end, end <= day { return .none }
      let rank = dates.lastIndex { $0.map { $0 <= day } ?? false }
      return rank.flatMap { Stage(rawValue: $0 + 1) } ?? .none
    }
  }

  private let units: StudyUnits
  private let list: [CPTS]

  init() throws {
    var normaliser = try UnitsNormaliser(
      try FeatureTable.read(#require(franceGeoPackage)), named: [:])
    units = normaliser.run()
    func table(_ name: String) throws -> DelimitedText {
      try DelimitedText.read(InputPath(Checkout.demoFolder + "/" + name))
    }
    let cpts = try table("cpts.csv")
    var byID: [String: CPTS] = [:]
    for row in 0..<cpts.rowCount {
      let dates = (2...6).map { CivilDate(cpts.text(row: row, column: $0)) }
      byID[cpts.text(row: row, column: 0)] = CPTS(dates: Array(dates.dropLast()), end: dates[4])
    }
    let pairs = try table("perimetres.csv")
    for row in 0..<pairs.rowCount {
      let unit = try #require(units.index[UnitCode(pairs.text(row: row, column: 1))])
      byID[pairs.text(row: row, column: 0)]?.units.append(Int(unit))
    }
    list = byID.sorted { $0.key < $1.key }.map(\.value)
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func counts(on day: CivilDate) -> [Stage: Int] {
    Dictionary(grouping: list.map { $0.stage(on: day) }) { $0 }.mapValues(\.count)
  }

  /// Hundredths of a percent of the people of some units who are at a stage or above.
  private func share(
    _ stage: Stage, on day: CivilDate, of isCounted: (Unit) -> Bool = { _ in true }
  ) -> Int {
    var best = [Stage](repeating: .none, count: units.units.count)
    for cpts in list {
      for unit in cpts.units { best[unit] = max(best[unit], cpts.stage(on: day)) }
    }
    var (covered, whole) = (0, 0)
    for (unit, best) in zip(units.units, best) where isCounted(unit) {
      whole += unit.population ?? 0
      if best >= stage { covered += unit.population ?? 0 }
    }
    return (covered * 20_000 + whole) / (2 * whole)
  }

  @Test("December 2022: 756 CPTS, 68 % at the letter of intent, 48.5 % with a contract")
  func december2022() throws {
    let day = try day("2022-12-31")
    let counts = counts(on: day)
    #expect(counts[.signedContract] == 389 && counts[.validatedProject] == 35)
    #expect(counts[.letterOfIntent] == 159 && counts[.project] == 173)
    #expect(share(.letterOfIntent, on: day) == 6800)
    #expect(share(.signedContract, on: day) == 4850)
    #expect((650..<750).contains(share(.letterOfIntent, on: day) { $0.region == "94" }))
    #expect(share(.letterOfIntent, on: day) { $0.region == "04" } == 10_000)
    #expect((950..<1050).contains(share(.letterOfIntent, on: day) { $0.region == "06" }))
  }

  @Test("June 2023: 444 contracts, 75 % at the letter of intent, 55 % with a contract")
  func june2023() throws {
    let day = try day("2023-06-30")
    #expect(counts(on: day)[.signedContract] == 444)
    #expect(share(.letterOfIntent, on: day) == 7500)
    #expect(share(.signedContract, on: day) == 5500)
  }

  @Test("the end of 2019: 450 CPTS of all stages")
  func december2019() throws {
    let counts = counts(on: try day("2019-12-31"))
    #expect(counts.filter { $0.key != .none }.values.reduce(0, +) == 450)
  }
}
