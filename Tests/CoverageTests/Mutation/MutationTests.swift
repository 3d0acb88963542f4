import Testing

@testable import Coverage

/// Defects are put into a clean study, one by one and together: each must be found, named right and
/// mended or set aside, and nothing else may be said.
@Suite("Defects of real files are found, and nothing else is")
struct MutationTests {
  static let seeds = 1...3 as ClosedRange<UInt64>

  private func rows(_ mutation: Mutation, of study: CleanStudy) -> [Int] {
    study.list.indices.filter { row in
      let code = study.list[row][2]
      return switch mutation {
      case .lostZero: code.hasPrefix("0")
      case .smallLetter: code.contains("A")
      case .scientific: !code.contains("A")
      // Its place in the population is that of the row.
      case .peopleLostZero: study.people[row][0].hasPrefix("0")
      // A row that ends on a line of its own, so that no later line moves.
      case .cellOfNames: row == study.list.count - 1
      // Its CPTS has none of the group.
      case .sharedCell: study.list[row][0] == CleanStudy.names[0]
      case .ofGroup: study.list[row][0] == CleanStudy.names[0]
      case .nameForCode, .nameOfAnother, .nameBesides, .label, .labelOfAnother:
        study.list[row][3] != "Saint-Martin-le-Vieux"
      default: true
      }
    }
  }

  private func compare(
    _ outcome: CleanStudy.Outcome, _ promised: [String], _ comment: String
  ) {
    let due = Dictionary(promised.map { ($0, 1) }, uniquingKeysWith: +)
    let missed = due.filter { outcome.anomalies[$0.key] != $0.value }
    let alarms = outcome.anomalies.filter { due[$0.key] != $0.value }
    #expect(missed.isEmpty, "\(comment): not found")
    #expect(alarms.isEmpty, "\(comment): false alarms")
  }

  @Test("the clean study raises nothing, with the movements of communes or without")
  func clean() async throws {
    var study = CleanStudy()
    #expect(try await study.outcome(in: Scratch()).anomalies.isEmpty)
    study.usesMovements = true
    #expect(try await study.outcome(in: Scratch()).anomalies.isEmpty)
  }

  @Test("each defect alone", arguments: Mutation.allCases, seeds)
  func alone(mutation: Mutation, seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let clean = CleanStudy()
    var study = clean
    let rows = rows(mutation, of: clean)
    let promise = mutation.apply(to: &study, row: rows[random.int(in: 0...rows.count - 1)])
    let outcome = try await study.outcome(in: Scratch())
    compare(outcome, promise.anomalies, mutation.rawValue)
    let expected = try await clean.outcome(in: Scratch()).figures
    #expect((outcome.figures == expected) == promise.isMended)
  }

  /// Printed, so that a reader sees which rules were put to the proof.
  @Test("recall and precision of each rule")
  func score() async throws {
    var due: [String: Int] = [:]
    var found: [String: Int] = [:]
    var said: [String: Int] = [:]
    func rule(_ place: String) -> String { String(place.split(separator: " ")[0]) }
    for mutation in Mutation.allCases {
      var study = CleanStudy()
      let rows = rows(mutation, of: study)
      let promise = mutation.apply(to: &study, row: rows[rows.count / 2])
      let outcome = try await study.outcome(in: Scratch())
      for place in promise.anomalies {
        due[rule(place), default: 0] += 1
        found[rule(place), default: 0] += outcome.anomalies[place] == nil ? 0 : 1
      }
      for (place, count) in outcome.anomalies { said[rule(place), default: 0] += count }
    }
    for name in Set(due.keys).union(said.keys).sorted() {
      let (due, found, said) = (due[name] ?? 0, found[name] ?? 0, said[name] ?? 0)
      print("\(name): recall \(found) of \(due), precision \(found) of \(said)")
      #expect(found == due && found == said)
    }
  }

  @Test("many at once, each on a row of its own", arguments: 1...20 as ClosedRange<UInt64>)
  func together(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    var study = CleanStudy()
    let clean = study
    var mutations = Mutation.allCases.filter(\.isOfOneRow)
    random.shuffle(&mutations)
    var free = Array(clean.list.indices)
    random.shuffle(&free)
    var promised: [String] = []
    for mutation in mutations.prefix(random.int(in: 2...8)) {
      let fitting = Set(rows(mutation, of: clean))
      guard let place = free.firstIndex(where: { fitting.contains($0) }) else { continue }
      promised += mutation.apply(to: &study, row: free.remove(at: place)).anomalies
    }
    compare(try await study.outcome(in: Scratch()), promised, "seed \(seed)")
  }

  @Test("a column of postal codes stops the study")
  func postalColumn() async throws {
    var study = CleanStudy()
    for row in study.list.indices { study.list[row][2] = "\(10_000 + 10 * row)" }
    await #expect(throws: InputFault.self) { try await study.outcome(in: Scratch()) }
  }
}
