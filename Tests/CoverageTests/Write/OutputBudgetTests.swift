import Testing

@testable import Coverage

@Suite("What the files of a run may take")
struct OutputBudgetTests {
  @Test("the last byte of the bound is taken, one more is refused with the bound and a cure")
  func lastByte() throws {
    let bounds = StudyBounds(input: 10)
    let budget = OutputBudget(bounds, folder: "out")
    try budget.take(bounds.output - 1)
    try budget.take(1)
    let fault = #expect(throws: InputFault.self) { try budget.take(1) }
    #expect(fault?.kind == .data)
    #expect(
      fault?.message(in: .french)
        == "out: les fichiers passeraient la borne de 64,0 Mo, soit 64 Mo et 100 fois ce qui est lu "
        + "(0,0 Mo) — ôtez ce que les fichiers répètent, ou partagez l’étude (un département à la fois)"
    )
  }

  @Test("a folder takes every piece of every file, and stops at the bound")
  func folder() throws {
    let scratch = try Scratch()
    let budget = OutputBudget(StudyBounds(input: 0), folder: "out")
    try budget.take((64 << 20) - 10)
    let folder = try OutputFolder(scratch.path("out"), summary: "resume.json", budget: budget)
    try folder.write("a.csv", [1, 2, 3, 4])
    #expect(throws: InputFault.self) {
      try folder.write("b.csv") { (write) throws(InputFault) in
        try write([1, 2, 3, 4])
        try write([1, 2, 3, 4])
      }
    }
    folder.discard()
    #expect(scratch.names(in: "out") == [])
  }

  @Test("tasks take from one budget")
  func tasks() async throws {
    let budget = OutputBudget(StudyBounds(input: 0), folder: "out")
    try await runAll(
      jobs: 4, (0..<64).map { _ in { for _ in 0..<1024 { try budget.take(1024) } } })
    #expect(throws: InputFault.self) { try budget.take(1) }
  }
}
