import Testing

@testable import Coverage

/// The people of a year followed row by row, without pieces of land: they move as the rows say; where
/// a commune is divided, nobody knows how, and all that it touches is tainted.
private struct PlainReplay {
  var people: [UnitCode: Int]
  private(set) var tainted: Set<UnitCode> = []

  mutating func apply(_ rows: [CommuneMovement]) {
    let links = Dictionary(grouping: rows, by: { $0.before?.code ?? $0.after.code })
    var arriving: [(UnitCode, Int, Bool)] = []
    for (source, rows) in links {
      let targets = Set(rows.map { $0.after.code })
      let isTainted = tainted.contains(source) || targets.count > 1
      let count = people.removeValue(forKey: source) ?? 0
      tainted.remove(source)
      for (index, target) in targets.sorted().enumerated() {
        arriving.append((target, index == 0 ? count : 0, isTainted))
      }
    }
    for (code, count, isTainted) in arriving {
      people[code, default: 0] += count
      if isTainted { tainted.insert(code) }
    }
  }
}

@Suite("The people of each year, brought to 2024")
struct PeopleReplayTests {
  /// Rows that move land after the 1st of January of a year, in days; what a day makes and undoes is
  /// two steps.
  private func steps(_ movements: [CommuneMovement], after year: Int) -> [[CommuneMovement]] {
    let rows = movements.filter { movement in
      movement.isLandLink && movement.before != nil
        && LandRecord.day(movement.date) > LandRecord.newYear(year)
    }
    let days = Dictionary(grouping: rows, by: { $0.date }).sorted { $0.key < $1.key }
    return days.flatMap { day in
      let recoded = day.value.filter { $0.kind == .departmentChange }
      let others = day.value.filter { $0.kind != .departmentChange }
      return [recoded, others].filter { !$0.isEmpty }
    }
  }

  private func people(_ code: UnitCode) -> Int {
    1 + code.text.utf8.reduce(0) { ($0 * 31 + Int($1)) % 997 }
  }

  @Test("Nobody is lost, and everybody is found where the rows lead", arguments: 1943...2023)
  func conserved(year: Int) throws {
    let real = try #require(realHistory)
    let here = real.history.record.codes.filter { real.history.isCommune($0, in: year) }
    let counts = Dictionary(uniqueKeysWithValues: here.map { ($0, people($0)) })
    var replay = PlainReplay(people: counts)
    for step in steps(real.file.movements, after: year) { replay.apply(step) }
    let conversion = CodeConversion(
      history: real.history, units: real.communes, unitsYear: 2024, decisions: Decisions(),
      parts: counts.mapValues { $0 })
    let codeYear = CodeYear(
      year: year, range: year...year, bestRanges: [], communes: [], judged: 0, misfits: [],
      parts: [], strangers: [])
    let rows = here.map { ListedCode(territory: CPTSID($0.text), code: $0) }
    var found: [UnitCode: Int] = [:]
    var undecided = 0
    var choices: Set<UnitCode> = []
    for result in try conversion.convert(rows, year: codeYear) {
      let count = counts[result.listed.code] ?? 0
      switch result.outcome {
      case .kept: found[result.listed.code, default: 0] += count
      case .replaced(let codes):
        found[codes[0], default: 0] += count
        choices.formUnion(codes)
      case .partial(let part):
        #expect(part.people == count && part.listed == [result.listed.code])
        found[part.commune, default: 0] += count
      case .undecided(let codes, _):
        undecided += count
        choices.formUnion(codes)
      case .decided, .absent, .notJudged: Issue.record("\(result)")
      }
    }
    #expect(found.values.reduce(0, +) + undecided == counts.values.reduce(0, +))
    let certain = replay.people.filter { !replay.tainted.contains($0.key) }
    let differences = certain.filter { found[$0.key] != $0.value }.keys.sorted()
    #expect(differences.isEmpty)
    // Every named commune of 2024 comes from somewhere, but for what came from Italy and from
    // French Guiana's interior.
    let now = Set(real.history.record.codes.filter { real.communes.contains($0) })
    let reached = choices.union(found.keys)
    #expect(reached.subtracting(now).isEmpty)
    let born = codes("06162", "06163", "97311")
    #expect(now.subtracting(reached).isSubset(of: year < 1950 ? born : []))
  }
}
