@testable import Coverage

/// A random grid of square communes with CPTS of every stage, as files that a study reads.
struct PlanWorld {
  let columns: Int
  let rows: Int
  let people: [Int]
  /// Communes of each CPTS, and its stage.
  let cpts: [(id: String, stage: Stage, communes: [Int])]

  /// - Parameter mostPeople: of a commune.
  init(_ random: inout SplitMix, mostPeople: Int = 40_000) {
    let (columns, rows) = (random.int(in: 3...6), random.int(in: 2...5))
    self.columns = columns
    self.rows = rows
    people = (0..<columns * rows).map { _ in random.int(in: 0...mostPeople) }
    cpts = (0..<random.int(in: 1...5)).map { index in
      // A rectangle, so that most territories are of one piece.
      let (left, top) = (random.int(in: 0...columns - 1), random.int(in: 0...rows - 1))
      let (width, height) = (random.int(in: 1...2), random.int(in: 1...2))
      let communes = (0..<columns * rows).filter {
        (left..<left + width).contains($0 % columns) && (top..<top + height).contains($0 / columns)
      }
      return ("C\(index)", Stage(rawValue: random.int(in: 0...4))!, communes)
    }
  }

  func code(_ commune: Int) -> String { String(10_001 + commune) }

  func study(in scratch: Scratch) async throws -> Study {
    try await Study.run(options(in: scratch))
  }

  func options(in scratch: Scratch) throws -> StudyOptions {
    var settings = StudySettings()
    settings.units = try scratch.file("units.geojson", units).file
    settings.cpts = [try scratch.file("cpts.csv", list).file]
    return try StudyOptions(settings, today: CivilDate(year: 2026, month: 1, day: 1)!)
  }

  private var list: String {
    cpts.reduce(into: "cpts_id,stade,code_commune\n") { text, cpts in
      for commune in cpts.communes { text += "\(cpts.id),\(cpts.stage.key),\(code(commune))\n" }
    }
  }

  private var units: String {
    mapText(
      people.indices.map { commune in
        let (x, y) = (commune % columns, commune / columns)
        return (
          #""code":"\#(code(commune))","nom":"N\#(commune)","population":\#(people[commune]),"dep":"10""#,
          rectangleText(
            Double(200 + x) / 100, Double(4_600 + y) / 100, Double(201 + x) / 100,
            Double(4_601 + y) / 100)
        )
      })
  }

  /// Rows of every kind, right and wrong, about zones, communes and CPTS that exist and that do not.
  func rows(_ count: Int, of study: Study, _ random: inout SplitMix) -> [PlanRow] {
    let zones = study.figures.zones.map(\.id) + ["ZB-99999"]
    let ids = cpts.map(\.id) + ["N1", "N2"]
    return (0..<count).map { line in
      var row = PlanRow(line: line + 2)
      let action = PlanAction.allCases[random.int(in: 0...PlanAction.allCases.count - 1)]
      row.action = random.int(in: 0...19) == 0 ? "autre" : action.rawValue
      row.cpts = random.int(in: 0...19) == 0 ? "" : ids[random.int(in: 0...ids.count - 1)]
      if action.needsPlace || random.int(in: 0...9) == 0 {
        if random.int(in: 0...1) == 0 { row.zone = zones[random.int(in: 0...zones.count - 1)] }
        if random.int(in: 0...2) > 0 { row.commune = code(random.int(in: 0...people.count)) }
      }
      if action == .stage || random.int(in: 0...3) == 0 {
        row.stage = Stage(rawValue: random.int(in: 0...4))!.key
      }
      return row
    }
  }
}
