import Foundation
import TestSupport
import Testing

/// The page of every sector of the demonstration, computed again from the CSV files alone.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct DossierTests {
  let demo: Demo

  init() throws { demo = try Demo.ran() }

  private func dossier(_ sector: String) throws -> Dossier {
    Dossier(String(decoding: try demo.bytes("dossiers/\(sector).md"), as: UTF8.self))
  }

  @Test("there is one page a sector, and no other")
  func count() throws {
    let pages = try demo.table("secteurs").rows.map { "dossiers/\($0["secteur"] ?? "").md" }
    #expect(demo.files.keys.filter { $0.hasPrefix("dossiers/") }.sorted() == pages.sorted())
  }

  @Test("people, area and communes are those of secteurs.csv and communes.csv")
  func facts() throws {
    let communes = Dictionary(
      uniqueKeysWithValues: try demo.table("communes").rows.map { ($0["code"] ?? "", $0) })
    let sectors = try demo.table("secteurs").rows
    let sectorsOfCommune = sectors.flatMap { Self.list($0, "communes") }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for sector in sectors {
      let page = try dossier(sector["secteur"] ?? "")
      let id = sector["secteur"] ?? ""
      #expect(Dossier.least(page.fact("Habitants sans CPTS")) == sector["population"], "\(id)")
      #expect(Dossier.number(page.fact("Communes")) == sector["nb_communes"], "\(id)")
      let area = Dossier.number(page.fact("Superficie")).prefix { $0 != " " }
      #expect(Dossier.isReadable(area, sector["superficie_km2"] ?? ""), "\(id)")
      let listed = page.line("**Communes**").matches(of: /([0-9AB]{5}) [^(]*\(([0-9\u{202F}]+)\)/)
      var last = Int.max
      for entry in listed {
        let row = try #require(communes[String(entry.1)])
        let people =
          (Int(row["population"] ?? "") ?? 0) - (Int(row["population_couverte"] ?? "") ?? 0)
        let shown = try #require(Int(Dossier.number(entry.2)))
        // A city may lie in several sectors; the others are whole.
        if sectorsOfCommune[String(entry.1)] == 1 { #expect(shown == people, "\(id) \(entry.1)") }
        #expect(shown <= last)
        last = shown
      }
      #expect(listed.isEmpty == (sector["population"] == ""), "\(id)")
    }
  }

  private static func list(_ row: [String: String], _ column: String) -> [String] {
    (row[column] ?? "").split(separator: "|").map(String.init)
  }

  @Test(
    "neighbours are those of secteurs.csv; of a whole zone, those of zones_blanches_voisins.csv")
  func neighbours() throws {
    let rows = Dictionary(grouping: try demo.table("zones_blanches_voisins").rows) {
      $0["zone"] ?? ""
    }
    let sectors = try demo.table("secteurs").rows
    let sectorsOfZone = Dictionary(grouping: sectors) { $0["zone"] ?? "" }.mapValues(\.count)
    var seen = 0
    for sector in sectors {
      let id = sector["secteur"] ?? ""
      let shown = try dossier(id).table("CPTS | stade")
      let names = Self.list(sector, "voisins").filter { !$0.hasPrefix("par_mer:") }
      #expect(shown.count == min(8, names.count), "\(id)")
      #expect(shown.allSatisfy { names.contains(Dossier.cpts($0[0])) }, "\(id)")
      guard sectorsOfZone[sector["zone"] ?? ""] == 1 else { continue }
      let known = rows[sector["zone"] ?? ""] ?? []
      for cells in shown {
        let row = try #require(known.first { $0["cpts_id"] == Dossier.cpts(cells[0]) })
        #expect(cells[1] == "`\(row["stade"] ?? "")`")
        #expect(Dossier.isReadable(Dossier.number(cells[2]), row["frontiere_km"] ?? ""))
        let (border, known) = (Dossier.number(cells[3]), row["pct_frontiere"] ?? "")
        #expect(abs((Double(border) ?? -1) - (Double(known) ?? -9)) < 0.0551)
        #expect(Dossier.least(cells[4]) == row["population_cpts"])
        #expect((cells[5] == "–" ? "" : cells[5]) == row["taille_avant"])
        seen += 1
      }
    }
    #expect(seen > 200)
  }

  @Test("ranked options are those of options.csv, figure by figure")
  func options() throws {
    let rows = Dictionary(grouping: try demo.table("options").rows) { $0["secteur"] ?? "" }
    var seen = 0
    for zone in try demo.table("secteurs").rows.compactMap({ $0["secteur"] }) {
      let page = try dossier(zone)
      let known = (rows[zone] ?? []).filter { $0["rang"] != "" }
      let shown = page.table("rang | option")
      #expect(shown.count == min(8, known.count), "\(zone)")
      let parts = page.table("critère | poids")
      for (place, (cells, row)) in zip(shown, known).enumerated() {
        #expect(cells[0] == row["rang"] && cells[0] == "\(place + 1)", "\(zone)")
        expectSame(cells, row, zone)
        guard place < 5 else { continue }
        for (line, criterion) in zip(parts, OptionFiguresTests.criteria) {
          let note = row["note_\(criterion)"] ?? ""
          let shown = Dossier.number(line[2 + place])
          let isShown = note.isEmpty ? ["–", "non évalué"].contains(shown) : shown == note
          #expect(isShown, "\(zone) \(criterion)")
        }
        expectFigures(parts.suffix(4).map { $0[2 + place] }, row, zone)
        if let close = row["seuil_proche"], close.contains(where: \.isNumber) {
          #expect(
            page.lines.contains { $0.hasPrefix("À 2 %") && $0.contains("rang \(place + 1) (") })
        }
        seen += 1
      }
      let reasons = page.lines.filter { $0.hasPrefix("- ") && $0.contains(" : ") }
      for row in rows[zone] ?? [] where row["faisable"] == "non" && row["option"] == "creation" {
        #expect(reasons.contains { $0.hasSuffix(row["motif"] ?? "?") }, "\(zone)")
      }
    }
    #expect(seen > 500)
  }

  private func expectFigures(_ cells: [String], _ row: [String: String], _ zone: String) {
    // A project that is accompanied gains no land.
    if row["option"] == "accompagnement" { return }
    func pair(_ whole: String, _ cut: String) -> String {
      row[whole] == "" ? "–" : "\(row[whole] ?? "") / \(row[cut] ?? "")"
    }
    #expect(Dossier.number(cells[0]) == pair("bassins_entiers", "bassins_coupes"), "\(zone)")
    #expect(Dossier.number(cells[1]) == pair("epci_entiers", "epci_coupes"), "\(zone)")
    #expect(cells[2] == "\((row["departements"] ?? "").split(separator: "|").count)", "\(zone)")
    let distance = Double(row["distance_max_km"] ?? "") ?? -1
    #expect(abs((Double(Dossier.number(cells[3])) ?? -1) - distance) < 0.051, "\(zone)")
  }

  private func expectSame(_ cells: [String], _ row: [String: String], _ zone: String) {
    let score = Double(row["score"] ?? "") ?? -1
    let words = score >= 0.7 ? "solide" : score >= 0.5 ? "possible" : "peu réaliste"
    #expect(cells[3] == (row["faisable"] == "oui" || score < 0.7 ? words : "possible"), "\(zone)")
    #expect(Dossier.least(cells[4]) == row["population_gagnee"], "\(zone)")
    let cpts = (row["cpts"] ?? "").split(separator: "|").map(String.init)
    if cpts.count > 3 {
      #expect(cells[2].hasPrefix("\(cpts.count) CPTS"), "\(zone)")
      let after = (row["population_apres"] ?? "").split(separator: "|").compactMap { Int($0) }
      let ends = "\(after.min() ?? -1) à \(after.max() ?? -1)"
      #expect(Dossier.number(cells[5]) == ends, "\(zone)")
    } else {
      #expect(cells[2].split(separator: "<br>").map { Dossier.cpts($0) } == cpts, "\(zone)")
      let after = cells[5].components(separatedBy: "<br>").map { Dossier.least($0) }
        .joined(separator: "|")
      #expect(after == row["population_apres"], "\(zone)")
      let sizes = cells[6].split(separator: "<br>").compactMap { $0.split(separator: " ").last }
      #expect(sizes.joined(separator: "|") == row["taille_apres"], "\(zone)")
    }
    func said(_ column: String) -> String {
      let text = row[column] ?? ""
      return text.isEmpty ? "inconnu" : text
    }
    let warning = "« ACI 2019 » : montants remplacés le 2021-12-20 : "
    let amounts = Dossier.number(cells[7]).components(separatedBy: "<br>")
    #expect(
      amounts.first == "\(said("montant_si_aci_avant")) → \(said("montant_si_aci_apres"))",
      "\(zone)")
    let reference =
      "\(said("reference_si_aci_avant")) → \(said("reference_si_aci_apres")) (avec suppléments : "
    #expect(amounts.last?.hasPrefix(warning + reference) == true, "\(zone)")
    #expect(
      amounts.last?.hasSuffix(" → \(said("reference_si_aci_apres_avec_supplements")))") == true)
    let changes = Dossier.number(cells[8]).components(separatedBy: "<br>")
    #expect(changes.first == said("montant_si_aci_ecart"), "\(zone)")
    #expect(changes.last == warning + said("reference_si_aci_ecart"), "\(zone)")
    #expect(Dossier.least(cells[9]) == row["reliquat_blanc"], "\(zone)")
    #expect(cells[10] == row["source"], "\(zone)")
  }
}
