import TestSupport
import Testing

/// `simulate --greedy` on the demonstration: all of France, with CPTS that are invented.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct DecisionsFranceTests {
  @Test("ten decisions are ten rows, gain 2.2 million people, and make no overlap")
  func ten() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "simulate", Checkout.demo, "--greedy", "10", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.message)")
    let trajectory = try scratch.table("out/trajectoire.csv").rows
    #expect(trajectory.count == 10)
    let rows = try scratch.table("out/plan_propose.csv").rows
    #expect(rows.count == 10)
    func whole(_ row: [String: String], _ column: String) -> Int { Int(row[column] ?? "") ?? -1 }
    let gains = trajectory.map { whole($0, "population_gagnee") }
    #expect(gains.reduce(0, +) >= 2_200_000 && gains == gains.sorted(by: >))
    #expect(rows.map { whole($0, "population_gagnee") } == gains)
    for (earlier, later) in zip(trajectory, trajectory.dropFirst()) {
      #expect(
        whole(later, "population_couverte")
          == whole(earlier, "population_couverte") + whole(later, "population_gagnee"))
      let isMore = ["accompagnement", "creation"].contains(later["decision"])
      #expect(whole(later, "cpts") == whole(earlier, "cpts") + (isMore ? 1 : 0))
    }
    func pairs(_ rows: CSVRows) -> Set<String> {
      Set(rows.rows.map { "\($0["cpts_a"] ?? "") \($0["cpts_b"] ?? "")" })
    }
    let before = try pairs(Demo.ran().table("chevauchements"))
    #expect(try pairs(scratch.table("out/apres/chevauchements.csv")).isSubset(of: before))
    #expect(
      try scratch.table("out/simulation_conflits.csv").rows.allSatisfy {
        $0["regle"] != "chevauchement"
      })
  }
}
