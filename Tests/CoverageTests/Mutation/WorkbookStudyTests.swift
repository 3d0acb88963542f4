import Testing

@testable import Coverage

/// A list as it comes from an office: a title, an empty row, codes that are numbers.
@Suite("A workbook gives the figures of the clean list")
struct WorkbookStudyTests {
  private func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

  /// - Parameter style: of the cells that hold codes; nil for none.
  private func workbook(_ study: CleanStudy, style: Int?) -> ExcelWriter {
    var rows = ["<row>\(text("Liste des CPTS, mise à jour le 3 mars"))</row>", "<row></row>"]
    rows.append("<row>" + study.listHeader.map(text).joined() + "</row>")
    for row in study.list {
      let cells = row.enumerated().map { column, value in
        guard column == 2, let number = Int(value) else { return text(value) }
        return "<c\(style.map { " s=\"\($0)\"" } ?? "")><v>\(number)</v></c>"
      }
      rows.append("<row>\(cells.joined())</row>")
    }
    return ExcelWriter(rows: rows.joined())
  }

  private func outcome(_ bytes: [UInt8]) async throws -> Study {
    let (scratch, clean) = (try Scratch(), CleanStudy())
    var settings = StudySettings()
    settings.units = try scratch.file("u.geojson", CleanStudy.units).file
    settings.cpts = [try scratch.file("l.xlsx", bytes).file]
    let people = (["COM,PMUN"] + clean.people.map { $0.joined(separator: ",") })
    settings.population = [try scratch.file("p.csv", people.joined(separator: "\n")).file]
    let day = CivilDate(year: 2026, month: 1, day: 1)!
    return try await Study.run(try StudyOptions(settings, today: day))
  }

  private func figures(_ study: Study) -> [String] {
    study.coverage.map { area in
      "\(area.level) \(area.code) "
        + Stage.allCases.map { String(area.breakdown[$0]) }.joined(separator: " ")
    }
  }

  @Test("codes as numbers have lost their zeros: each is read again, and said at its row")
  func numbers() async throws {
    let clean = CleanStudy()
    let study = try await outcome(workbook(clean, style: nil).bytes)
    #expect(try await figures(study) == clean.outcome(in: Scratch()).figures)
    let repaired = study.anomalies.filter { $0.rule == .codeRepaired }
    let short = clean.list.indices.filter { clean.list[$0][2].hasPrefix("0") }
    // The first row of data is the fourth of the sheet.
    #expect(repaired.map(\.line) == short.map { $0 + 4 })
    #expect(study.anomalies.count == repaired.count)
  }

  @Test("codes shown with their zeros by a number format are codes, and nothing is said")
  func formatted() async throws {
    let clean = CleanStudy()
    var writer = workbook(clean, style: 0)
    writer.formats = ["00000"]
    let study = try await outcome(writer.bytes)
    #expect(try await figures(study) == clean.outcome(in: Scratch()).figures)
    #expect(study.anomalies.isEmpty)
  }
}
