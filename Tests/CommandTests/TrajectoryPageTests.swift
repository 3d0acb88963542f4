import Foundation
import TestSupport
import Testing

/// The chart of a search, against `trajectoire.csv`.
@Suite
struct TrajectoryPageTests {
  private static let world = Checkout.root + "/Tests/CommandTests/Fixtures/sectors"

  private func simulate(_ scratch: Scratch, cpts: String? = nil, _ more: [String]) throws -> String
  {
    let arguments = [
      "simulate", "--units", Self.world + "/units.geojson", "--cpts",
      cpts ?? Self.world + "/cpts.csv", "--at", "2026-01-01", "--output", "out", "etude.yml",
    ]
    try scratch.write("etude.yml", "option-smallest: 0\nremnant-largest: 0\n")
    let outcome = try Command.run(arguments + more, in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.message)")
    return try scratch.text("out/rapport.html")
  }

  /// Points of the chart as its script reads them: x, y, and what is said of each.
  private func points(_ page: String) throws -> [(x: Double, y: Double, text: String)] {
    let opening = "<script type=\"application/json\" id=\"trajectory-data\">"
    let start = try #require(page.range(of: opening))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    let block = try JSONValue(Array(page[start.upperBound..<end.lowerBound].utf8))
    return block.points.items.map { ($0[0].number, $0[1].number, $0[2].text) }
  }

  @Test(
    "the chart has a point a decision, with its percentage, and the aim as a line",
    arguments: [["--greedy", "1"], ["--greedy", "4"], ["--reach", "100"], ["--reach", "90"]])
  func points(asked: [String]) throws {
    let scratch = try Scratch()
    let page = try simulate(scratch, asked)
    let rows = try scratch.table("out/trajectoire.csv").rows
    let points = try points(page)
    #expect(points.count == rows.count + 1)
    #expect(points[0].text.hasPrefix("Avant"))
    for (point, row) in zip(points.dropFirst(), rows) {
      let percent = (row["pct_couvert"] ?? "").replacing(".", with: ",")
      #expect(point.text.contains("\(percent)\u{A0}% couverts"), "\(point) \(row)")
      #expect(point.text.contains("Décision \(row["rang"] ?? "")/\(rows.count)"))
      #expect(point.text.contains("à examiner") == (row["faisable"] == "a_examiner"))
      #expect(page.contains("<td class=\"number\">\(percent) %</td>"), "the table says it too")
    }
    // More people covered is higher; decisions stand at equal distances.
    for (point, next) in zip(points, points.dropFirst()) {
      #expect(point.y >= next.y)
      let step = (points[points.count - 1].x - points[0].x) / Double(rows.count)
      #expect(abs(next.x - point.x - step) < 0.11)
    }
    #expect(page.contains("class=\"aim\"") == (asked[0] == "--reach"))
    #expect(page.contains("script-src 'sha256-") && !page.contains("unsafe"))
  }

  @Test("English is English, and a name that would be markup is a name")
  func hostile() throws {
    let scratch = try Scratch()
    let name = "</script><img src=x onerror=alert(1)>"
    let list = try Checkout.text("Tests/CommandTests/Fixtures/sectors/cpts.csv")
    try scratch.write("cpts.csv", list.replacing("CPTS du Roc", with: name))
    let page = try simulate(scratch, cpts: "cpts.csv", ["--greedy", "4", "--language", "en"])
    #expect(try points(page).contains { $0.text.contains(name) })
    #expect(try points(page).last?.text.contains("people, ") == true)
    #expect(!page.contains("<img src=x"))
    #expect(page.components(separatedBy: "</script>").count == 3, "data and script, no more")
    #expect(page.contains("<h2>The trajectory</h2>"))
  }

  @Test("without a search there is neither chart nor script")
  func none() throws {
    let scratch = try Scratch()
    try scratch.write("plan.csv", "secteur,action,cpts_id\nSB-00000,creation,N\n")
    let page = try simulate(scratch, ["--plan", "plan.csv"])
    #expect(!page.contains("<script") && !page.contains("script-src"))
  }
}
