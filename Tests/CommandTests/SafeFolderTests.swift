import Foundation
import Testing

/// What is in the folder of the results belongs to somebody: nothing of it is lost.
@Suite struct SafeFolderTests {
  @Test(
    "an output that would replace an input is 73, and nothing is written",
    arguments: ["cpts.csv", "link.csv"])
  func input(list: String) throws {
    let scratch = try Scratch.world()
    if list != "cpts.csv" {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path(list), withDestinationPath: "cpts.csv")
    }
    let before = try scratch.bytes("cpts.csv")
    let outcome = try Command.run(
      [
        "report", "--units", "units.geojson", "--cpts", list, "--at", "2026-01-01", "--output", ".",
      ], in: scratch.folder)
    #expect(outcome.code == 73)
    #expect(
      outcome.message
        == "./cpts.csv: ce résultat remplacerait une entrée de l’étude — nommez un autre dossier avec "
        + "--output, ou déplacez l’entrée")
    #expect(try scratch.bytes("cpts.csv") == before)
    #expect(Set(scratch.names()) == ["cpts.csv", "units.geojson", list])
  }

  @Test("a study file that has the name of an output is refused too")
  func studyFile() throws {
    let scratch = try Scratch.world()
    let text = "units: units.geojson\ncpts: [list.csv]\nat: 2026-01-01\n"
    try scratch.write("list.csv", World.cpts)
    try FileManager.default.removeItem(atPath: scratch.path("cpts.csv"))
    try scratch.write("carte.svg", text)
    let outcome = try Command.run(
      ["report", "carte.svg", "--output", "."], in: scratch.folder)
    #expect(outcome.code == 73)
    #expect(outcome.message.hasPrefix("./carte.svg: ce résultat remplacerait une entrée"))
    #expect(try scratch.text("carte.svg") == text)
  }

  @Test("a map of the study before, given as an input, is refused too")
  func ownOutput() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let outcome = try Command.run(
      [
        "report", "--units", "units.geojson", "--cpts", "out/cpts.geojson", "--at", "2026-01-01",
        "--output", "out",
      ], in: scratch.folder)
    #expect(outcome.code == 73)
    #expect(outcome.message.hasPrefix("out/cpts.geojson: ce résultat remplacerait une entrée"))
  }

  @Test("the line added by hand to a page lives, and is told, also in the folder one works in")
  func byHand() throws {
    for output in ["out", "."] {
      let scratch = try Scratch.world()
      let call = [
        "report", "--units", "units.geojson", "--cpts", "list.csv", "--at", "2026-01-01",
        "--output", output, "--quiet",
      ]
      try scratch.write("list.csv", World.cpts)
      try FileManager.default.removeItem(atPath: scratch.path("cpts.csv"))
      #expect(try Command.run(call, in: scratch.folder).code == 0)
      let page = "\(output)/dossiers/02-aisne/petits-secteurs.html"
      try scratch.write(page, try scratch.text(page) + "vu avec la mairie\n")
      let outcome = try Command.run(call, in: scratch.folder)
      #expect(outcome.code == 0)
      #expect(
        outcome.message.contains("petits-secteurs.html → dossiers/02-aisne/petits-secteurs.avant-"))
      let pages = scratch.names(in: "\(output)/dossiers")
      #expect(pages.count == 3)
      let kept = try #require(pages.first { $0.contains(".avant-") })
      #expect(try scratch.text("\(output)/dossiers/\(kept)").hasSuffix("vu avec la mairie\n"))
      #expect(try !scratch.text(page).contains("mairie"))
      #expect(scratch.names().allSatisfy { !$0.contains("coverage-report") })
    }
  }

  @Test("two runs at once: one study is whole, and the run that could not write says so")
  func pair() throws {
    let scratch = try Scratch.world()
    try scratch.write("other.csv", "cpts_id,stade,code\nA,projet,01001\n")
    let calls = ["cpts.csv", "other.csv"].map { list in
      "\"$COVERAGE_REPORT\" report --units units.geojson --cpts \(list) --at 2026-01-01 --quiet"
    }
    for (index, call) in calls.enumerated() {
      #expect(try Command.shell("\(call) --output whole\(index)", in: scratch.folder).code == 0)
    }
    let wholes = try (0..<2).map { try scratch.bytes("whole\($0)/communes.csv") }
    for _ in 0..<10 {
      let outcome = try Command.shell(
        "\(calls[0]) --output out & first=$!; \(calls[1]) --output out; second=$?; wait $first; "
          + "echo $? $second", in: scratch.folder)
      let codes = outcome.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      #expect(codes.contains(0) && codes.allSatisfy { $0 == 0 || $0 == 73 }, "\(codes)")
      let found = try #require(wholes.firstIndex(of: try scratch.bytes("out/communes.csv")))
      if codes.contains(73) { #expect(codes[found] == 0) }
      for name in scratch.names(in: "whole\(found)") where name != "resume.json" {
        let written = try scratch.bytes("out/\(name)")
        #expect(try written == scratch.bytes("whole\(found)/\(name)"), "\(name)")
      }
      #expect(scratch.names(in: "out") == scratch.names(in: "whole\(found)"))
    }
  }

  @Test("an opinion leaves the report of the same folder, and the report the opinion")
  func opinionBesideReport() throws {
    let scratch = try Scratch.world()
    #expect(try scratch.report().code == 0)
    let report = scratch.names(in: "out")
    try scratch.write("proposal.csv", "cpts_id,code\nN,02001\n")
    let check = [
      "check", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
      "--territory", "proposal.csv", "--output", "out",
    ]
    #expect(try Command.run(check, in: scratch.folder).code == 0)
    let both = scratch.names(in: "out")
    #expect(Set(both) == Set(report + ["avis-N.md", "avis.geojson", "avis.json"]))
    #expect(try scratch.report().code == 0)
    #expect(scratch.names(in: "out") == both)
    try scratch.write("proposal.csv", "cpts_id,code\nM,02001\n")
    #expect(try Command.run(check, in: scratch.folder).code == 0)
    #expect(
      Set(scratch.names(in: "out")) == Set(report + ["avis-M.md", "avis.geojson", "avis.json"]))
  }
}
