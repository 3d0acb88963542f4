import Testing

@testable import Coverage

/// Of several caisses, that of the seat is competent (ACI of 20 June 2019, article 4): nobody must agree.
@Suite("The seat of a CPTS")
struct SeatTests {
  /// `a` and `b` in Ain, `c` in Aisne, another region.
  private static var world: OpinionWorld {
    var world = OpinionWorld("abc")
    world.departments = ["c": "02"]
    return world
  }

  /// The reason of the criterion of limits for a proposal of all three, and the anomalies of its seat.
  private func limits(
    seat: String?, column: String = "siege", cog: String? = nil
  ) async throws -> (reason: String, told: [String]) {
    let rows = "abc".map { letter in
      "P,\(OpinionWorld.code(letter))" + (seat.map { ",\($0)" } ?? "") + "\n"
    }
    let header = "cpts_id,code" + (seat == nil ? "" : ",\(column)") + "\n"
    let scratch = try Scratch()
    let movements = try cog.map {
      try scratch.file(
        "mouvements.csv", "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP\n\($0)\n"
      ).file
    }
    let all = try await Self.world.judged([], ("p.csv", header + rows.joined())) {
      $0.movements = movements
    }
    let criterion = try #require(all.opinions[0].criteria.first { $0.kind == .limits })
    let told = all.study.anomalies.filter { $0.finding.english.hasPrefix("seat ") }
    return (criterion.reason, told.map { "\($0.rule.rawValue) \($0.object)" })
  }

  private static let straddled =
    "À cheval sur 2 départements (Ain (01), Aisne (02)) et 2 régions : permis ; plusieurs ARS sont "
    + "concernées. De plusieurs caisses, celle du siège est compétente (ACI du 20 juin 2019, art. 4) : "

  @Test("without a seat it is unknown, and nobody is said to have to agree")
  func unknown() async throws {
    let found = try await limits(seat: nil)
    #expect(found.reason == Self.straddled + "siège inconnu.")
    #expect(found.told == [])
  }

  @Test(
    "a seat names its commune and department",
    arguments: ["siege", "code_siege", "Commune_Siège"])
  func named(column: String) async throws {
    let found = try await limits(seat: OpinionWorld.code("c"), column: column)
    #expect(
      found.reason == Self.straddled + "siège à C (\(OpinionWorld.code("c"))), Aisne (02).")
    #expect(found.told == [])
  }

  @Test("a code that a spreadsheet changed is mended, and told as any other")
  func mended() async throws {
    let found = try await limits(seat: "1199.0")
    #expect(found.reason.hasSuffix("siège à C (01199), Aisne (02)."))
  }

  @Test("what is no commune of the units is told once, and the seat is unknown")
  func noCommune() async throws {
    let found = try await limits(seat: "Redon")
    #expect(found.reason.hasSuffix(": siège inconnu."))
    #expect(found.told == ["siege_inconnu P"])
  }

  @Test("a commune of another year is brought to the units with the movements, and told")
  func brought() async throws {
    let merger = "32,2019-01-01,COM,01900,COM,01197\n32,2019-01-01,COM,01197,COM,01197"
    let found = try await limits(seat: "01900", cog: merger)
    #expect(found.reason.hasSuffix("siège à A (01197), Ain (01)."))
    #expect(found.told == ["code_converti P"])
    #expect(try await limits(seat: "01900").told == ["siege_inconnu P"])
  }

  @Test("two seats of one CPTS are a contradiction that names both places")
  func contradiction() throws {
    let scratch = try Scratch()
    let list = try scratch.file("p.csv", "cpts_id,stade,siege\nA,LI,01001\nA,LI,01002\n")
    var files = CPTSFiles()
    #expect(throws: InputFault.self) { try files.read(list, named: [:]) }
    var same = CPTSFiles()
    let spelled = try scratch.file("q.csv", "cpts_id,stade,siege\nA,LI,01001\nA,LI,01 001\n")
    try same.read(spelled, named: [:])
    #expect(same.cpts[CPTSID("A")]?.seat?.code == UnitCode("01001"))
  }
}
