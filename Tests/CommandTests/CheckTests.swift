import Foundation
import Testing

/// `check` on the small world: the opinion on three communes of the north, and what can be wrong.
@Suite
struct CheckTests {
  static let proposal = "code,nom\n02004,Jonc\n02005,Kiosque\n02006,Lande\n"
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["units.geojson", "cpts.csv"] {
      try scratch.write(name, bytes: try Checkout.bytes(Checkout.smallWorld + "/" + name))
    }
    try scratch.write("nord.csv", Self.proposal)
  }

  private func check(_ more: String..., language: String = "fr_FR.UTF-8") throws -> Outcome {
    try check(more, language: language)
  }

  private func check(_ more: [String], language: String = "fr_FR.UTF-8") throws -> Outcome {
    let arguments = [
      "check", "--units", "units.geojson", "--cpts", "cpts.csv", "--at", "2026-01-01",
    ]
    return try Command.run(arguments + more, in: scratch.folder, language: language)
  }

  @Test("the opinion is the text expected, word for word, in any language of messages")
  func golden() throws {
    let expected = try Checkout.text("Tests/CommandTests/Fixtures/avis-nord.txt")
    for language in ["fr_FR.UTF-8", "en_GB.UTF-8"] {
      let outcome = try check("--territory", "nord.csv", language: language)
      #expect(outcome.code == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output == expected)
    }
  }

  @Test("files are written with what standard output would say")
  func files() throws {
    let outcome = try check("--territory", "nord.csv", "--output", "avis")
    #expect(outcome.code == 0)
    #expect(scratch.names(in: "avis") == ["avis-nord.md", "avis.geojson", "avis.json"])
    #expect(outcome.output.contains("  avis/avis-nord.md\n"))
    #expect(outcome.output.hasSuffix("Avis indicatif : il ne décide de rien.\n"))
    let markdown = try check("--territory", "nord.csv", "--format", "markdown")
    #expect(try scratch.text("avis/avis-nord.md") == markdown.output)
    let json = try check("--territory", "nord.csv", "--format", "json")
    // The file also lists what was written beside it.
    let file = try scratch.text("avis/avis.json")
    #expect(file.hasPrefix(json.output.dropLast("\n}\n".count) + ",\n  \"fichiers\": ["))
    #expect(try check("--territory", "nord.csv", "--output", "avis", "--quiet").output == "")
  }

  @Test("the map has the proposal and the remnants, each with its nature")
  func map() throws {
    _ = try check("--territory", "nord.csv", "--output", "avis")
    let map = try GeoJSONText(try scratch.bytes("avis/avis.geojson"))
    #expect(map.members == ["features", "type"])
    #expect(
      map.features.map { "\($0.properties["nature"] ?? "") \($0.properties["objet"] ?? "")" } == [
        "proposition nord", "reliquat ZB-01006", "reliquat ZB-01005",
      ])
    #expect(map.features.allSatisfy { !$0.polygons.isEmpty })
  }

  @Test("JSON has every criterion with its finding, its figures and its text")
  func json() throws {
    let text = try check("--territory", "nord.csv", "--format", "json").output
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let root = try #require(parsed as? [String: Any])
    let opinions = try #require(root["avis"] as? [[String: Any]])
    let criteria = try #require(opinions.first?["criteres"] as? [[String: Any]])
    #expect(
      criteria.compactMap { $0["critere"] as? String } == [
        "chevauchement", "continuite", "zones_blanches", "secteurs", "taille", "bassins_de_vie",
        "epci", "limites_administratives", "compacite", "codes", "population",
      ])
    for criterion in criteria {
      for key in ["constat", "raison", "texte", "ne_voit_pas"] {
        #expect((criterion[key] as? String)?.isEmpty == false)
      }
    }
    let counts = try #require(opinions.first?["constats"] as? [String: Int])
    #expect(counts.values.reduce(0, +) == criteria.count)
    #expect(opinions.first?["population"] as? Int == 1210)
    #expect(opinions.first?["superficie_km2"] as? Double == 2.582)
    #expect(root["portee"] as? String == "Avis indicatif : il ne décide de rien.")
  }

  @Test("an opinion against a rule is still an opinion: 0")
  func against() throws {
    try scratch.write("est.csv", "code\n02001\n")
    let outcome = try check("--territory", "est.csv")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("contraire à une règle"))
  }

  @Test("what is wrong in the call or in a file has its code, its place and its cure")
  func faults() throws {
    let missing = try check()
    #expect(missing.code == 64 && missing.message.hasPrefix("il manque --territory — "))
    let both = try check("--territory", "nord.csv", "--output", "avis", "--format", "json")
    #expect(both.code == 64)
    for call in [["--zip"], ["--zip", "--format", "json"]] {
      let zip = try check(["--territory", "nord.csv"] + call)
      #expect(zip.code == 64 && zip.message.hasPrefix("--zip sans --output : "))
      #expect(zip.output == "")
    }
    #expect(try check("--territory", "nord.csv", "--output", "paquet", "--zip").code == 0)
    #expect(scratch.names(in: "paquet").contains("avis.zip"))
    let absent = try check("--territory", "absent.csv")
    #expect(absent.code == 66 && absent.message.hasPrefix("absent.csv: fichier introuvable"))
    try scratch.write("inconnu.csv", "code\n99999\n")
    let unknown = try check("--territory", "inconnu.csv", language: "en_GB.UTF-8")
    #expect(unknown.code == 65)
    #expect(unknown.message.hasPrefix("inconnu.csv:2: proposal “inconnu” covers no unit — "))
    let output = try check("--territory", "nord.csv", "--output", "nord.csv")
    #expect(output.code == 73)
    #expect([missing, both, absent, unknown, output].allSatisfy { $0.output == "" })
  }

  @Test("--strict fails after the opinion is written")
  func strict() throws {
    try scratch.write("nord.csv", Self.proposal + "99999,Nulle part\n")
    let outcome = try check("--territory", "nord.csv", "--output", "avis", "--strict")
    #expect(outcome.code == 65)
    #expect(scratch.names(in: "avis").count == 3)
    #expect(try check("--territory", "nord.csv").code == 0)
  }

  @Test("a study file gives the study; several proposals have a page each")
  func studyFile() throws {
    try scratch.write("etude.yml", "units: units.geojson\ncpts: cpts.csv\nat: 2026-01-01\n")
    try scratch.write("deux.csv", "cpts_id,code\n../../a,02004\nY,01002\nY,02005\n")
    let outcome = try scratch.run(
      "check", "etude.yml", "--territory", "nord.csv", "--territory", "deux.csv", "--output", "avis"
    )
    #expect(outcome.code == 0)
    #expect(
      scratch.names(in: "avis") == [
        "avis-Y.md", "avis-______a.md", "avis-nord.md", "avis.geojson", "avis.json",
      ])
    #expect(try scratch.text("avis/avis-Y.md").contains("Nouveau périmètre de"))
  }
}
