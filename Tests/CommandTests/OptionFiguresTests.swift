import TestSupport
import Testing

/// `options.csv` of the demonstration, computed again from the other files.
@Suite(.enabled(if: Checkout.hasDemo, "needs data/demo and data/france"), .endsAtAll)
struct OptionFiguresTests {
  static let criteria = [
    "couverture", "taille", "bassin", "epci", "frontiere", "proximite", "maturite", "limites",
    "cout",
  ]

  private let rows: [[String: String]]
  private let demo: Demo

  init() throws {
    demo = try Demo.ran()
    rows = try demo.table("options").rows
  }

  private func whole(_ row: [String: String], _ column: String) -> Int {
    Int(row[column] ?? "") ?? -1
  }

  private func wholes(_ row: [String: String], _ column: String) -> [Int] {
    // What is unknown is empty.
    (row[column] ?? "").split(separator: "|", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
  }

  /// ACI of 20 June 2019, art. 7.1 and 8, typed again.
  private func size(_ people: Int) -> Int {
    people < 40_000 ? 1 : people < 80_000 ? 2 : people <= 175_000 ? 3 : 4
  }
  private let euros = [0, 185_000, 242_000, 315_000, 380_000]
  private let supplemented = [0, 220_000, 287_000, 370_000, 450_000]

  /// Of avenant 2, in force on the day of the demonstration, only the total of size 4 is public; and only a
  /// CPTS that has signed gets anything.
  private func expectPublic(
    _ row: [String: String], _ ids: [String], _ before: [Int], _ after: [Int]
  ) throws {
    #expect(row["regles"] == "ACI 2021 (avenant 2)" && row["reference_regles"] == "ACI 2019")
    #expect(row["avertissement"]?.contains("remplacés le 2021-12-20") == true, "\(row)")
    let isPublic = after.allSatisfy { size($0) == 4 }
    #expect(
      row["montant_si_aci_apres"] == (isPublic ? "\(580_000 * after.count)" : ""), "\(row)")
    let stages = (row["stades"] ?? "").split(separator: "|").map(String.init)
    if !stages.contains("aci_signe") {
      for column in ["avant", "apres", "ecart"] {
        #expect(row["montant_\(column)"] == "0", "\(row)")
      }
    }
    let stays = zip(ids, zip(before, after)).allSatisfy {
      $0.0 != "(nouvelle)" && size($0.1.0) == size($0.1.1)
    }
    // A project gets nothing before.
    if row["option"] == "accompagnement" {
      #expect(row["montant_si_aci_avant"] == "0", "\(row)")
      return
    }
    if stays { #expect(row["montant_si_aci_ecart"] == "0", "\(row)") }
  }

  @Test("people, size classes and euros, from cpts.csv and secteurs.csv")
  func people() throws {
    let cpts = Dictionary(
      uniqueKeysWithValues: try demo.table("cpts").rows.map { ($0["cpts_id"] ?? "", $0) })
    let sectors = Dictionary(
      uniqueKeysWithValues: try demo.table("secteurs").rows.map { ($0["secteur"] ?? "", $0) })
    for row in rows where row["cpts"] != "" && row["option"] != "reunion" && isMeasured(row) {
      let sector = try #require(sectors[row["secteur"] ?? ""])
      #expect(row["zone"] == sector["zone"])
      let ids = (row["cpts"] ?? "").split(separator: "|").map(String.init)
      let before = ids.map { Int(cpts[$0]?["population"] ?? "") ?? 0 }
      let (gain, after) = (wholes(row, "gain_par_cpts"), wholes(row, "population_apres"))
      #expect(wholes(row, "population_avant") == before, "\(row)")
      // A project that is accompanied has its people already.
      let isNew = row["option"] != "accompagnement"
      #expect(zip(before, gain).map { $0 + (isNew ? $1 : 0) } == after, "\(row)")
      #expect(gain.reduce(0, +) == whole(row, "population_gagnee"), "\(row)")
      #expect(
        whole(row, "population_gagnee") + (Int(row["reliquat_blanc"] ?? "") ?? 0)
          == Int(sector["population"] ?? ""), "\(row)")
      #expect(wholes(row, "taille_apres") == after.map { size($0) }, "\(row)")
      for (euros, column) in [(euros, "apres"), (supplemented, "apres_avec_supplements")] {
        let money = after.reduce(0) { $0 + euros[size($1)] }
        #expect(whole(row, "reference_si_aci_\(column)") == money, "\(row)")
      }
      let moneyBefore = zip(ids, before).reduce(0) {
        $0 + ($1.0 == "(nouvelle)" || !isNew ? 0 : euros[size($1.1)])
      }
      #expect(whole(row, "reference_si_aci_avant") == moneyBefore, "\(row)")
      #expect(
        whole(row, "reference_si_aci_ecart")
          == whole(row, "reference_si_aci_apres") - moneyBefore, "\(row)")
      try expectPublic(row, ids, before, after)
      #expect(
        !isNew || row["reliquat_blanc"] != "0"
          || row["superficie_km2"] == sector["superficie_km2"])
    }
  }

  private func isMeasured(_ row: [String: String]) -> Bool {
    row["faisable"] == "non" || row["score"] != ""
  }

  @Test("projects of a sector come first: each accompanied alone, and then together")
  func projects() throws {
    let optionsOfSector = Dictionary(grouping: rows) { $0["secteur"] ?? "" }
    let people = try Dictionary(
      uniqueKeysWithValues: demo.table("cpts").rows.map {
        ($0["cpts_id"] ?? "", Int($0["population"] ?? "") ?? 0)
      })
    var counts: [String: Int] = [:]
    for sector in try demo.table("secteurs").rows {
      let id = sector["secteur"] ?? ""
      let (nature, own) = (sector["nature"] ?? "", optionsOfSector[id] ?? [])
      let projects = (sector["projets"] ?? "").split(separator: "|").map(String.init)
      let supported = own.filter { $0["option"] == "accompagnement" }
      counts[nature, default: 0] += 1
      guard !projects.isEmpty else {
        #expect(supported.isEmpty && ["atone", "reliquat"].contains(nature), "\(id)")
        continue
      }
      #expect(
        own.first?["option"] == (nature == "projet" ? "accompagnement" : "reunion"), "\(id)")
      #expect(supported.allSatisfy { projects.contains($0["cpts"] ?? "") }, "\(id)")
      for row in supported {
        let isAlone = nature == "projet"
        #expect(row["faisable"] == (isAlone ? "oui" : "a_examiner"), "\(id)")
        #expect(row["motif"]?.isEmpty == isAlone, "\(id)")
      }
      let creation = own.first { $0["option"] == "creation" }
      #expect(creation?["faisable"] == "non", "\(id)")
      for row in own where row["option"] == "extension" {
        #expect(row["faisable"] != "oui", "\(id)")
      }
      let united = own.filter { $0["option"] == "reunion" }
      #expect(united.count == (nature == "projets_concurrents" ? 1 : 0), "\(id)")
      for row in united {
        #expect(row["cpts"] == sector["projets"] && row["reliquat_blanc"] == "0", "\(id)")
        #expect(row["population_gagnee"] == sector["population"], "\(id)")
        let sizes = projects.map { people[$0] ?? 0 }
        let after = whole(row, "population_apres")
        #expect(after >= sizes.max() ?? 0 && after <= sizes.reduce(0, +), "\(id)")
      }
    }
    #expect(counts.count == 4 && counts["projet"] ?? 0 > 100, "\(counts)")
  }

  @Test("divisions are those of options_communes.csv, which names each commune of the sector")
  func divisions() throws {
    var gains: [String: [String: Int]] = [:]
    var communes: [String: Set<String>] = [:]
    for row in try demo.table("options_communes").rows {
      let key = "\(row["secteur"] ?? "") \(row["option"] ?? "")"
      // Nobody is added for a commune of unknown population.
      gains[key, default: [:]][row["cpts"] ?? "", default: 0] += Int(row["population"] ?? "") ?? 0
      communes[key, default: []].insert(row["code"] ?? "")
    }
    let divided = rows.filter { $0["rang"] != "" && $0["ecart_optimum_pct"] != "" }
    #expect(divided.count == gains.count)
    #expect(divided.count > 50)
    for row in divided {
      let key = "\(row["secteur"] ?? "") \(row["option"] ?? "")"
      let ids = (row["cpts"] ?? "").split(separator: "|").map(String.init)
      #expect(ids.map { gains[key]?[$0] ?? -1 } == wholes(row, "gain_par_cpts"), "\(key)")
      #expect(communes[key]?.count == whole(row, "nb_communes"), "\(key)")
      #expect(row["contigu"] == "oui", "\(key)")
    }
  }

  @Test("an extension has the border of zones_blanches_voisins.csv, where the sector is the zone")
  func borders() throws {
    let borders = Dictionary(
      uniqueKeysWithValues: try demo.table("zones_blanches_voisins").rows.map {
        ("\($0["zone"] ?? "") \($0["cpts_id"] ?? "")", $0["pct_frontiere"] ?? "")
      })
    let extensions = rows.filter { $0["option"] == "extension" && $0["cpts"] != "" }
    let sectors = try demo.table("secteurs").rows
    let beside = sectors.flatMap { sector in
      (sector["voisins"] ?? "").replacing("par_mer:", with: "").split(separator: "|").map {
        "\(sector["secteur"] ?? "") \($0)"
      }
    }
    #expect(
      extensions.map { "\($0["secteur"] ?? "") \($0["cpts"] ?? "")" }.sorted() == beside.sorted())
    let sectorsOfZone = Dictionary(grouping: sectors) { $0["zone"] ?? "" }.mapValues(\.count)
    // What lies across the sea has no border.
    let islands = Set(
      sectors.filter { $0["voisins"]?.hasPrefix("par_mer:") == true }.map { $0["secteur"] ?? "" })
    #expect(islands.count > 5)
    for row in extensions where islands.contains(row["secteur"] ?? "") {
      #expect(row["pct_frontiere"] == "" && row["note_frontiere"] == "", "\(row)")
      #expect(row["faisable"] == "a_examiner", "\(row)")
    }
    for row in extensions
    where sectorsOfZone[row["zone"] ?? ""] == 1 && !islands.contains(row["secteur"] ?? "") {
      let border = borders["\(row["zone"] ?? "") \(row["cpts"] ?? "")"]
      let (left, right) = (Double(row["pct_frontiere"] ?? ""), Double(border ?? ""))
      #expect(abs((left ?? -1) - (right ?? -9)) < 0.011, "\(row)")
    }
  }

  @Test("the score is the mean of its parts by the weights of resume.json, and ranks")
  func scores() throws {
    let summary = try demo.summary().options_zones_blanches
    let sectors = try Dictionary(
      uniqueKeysWithValues: demo.table("secteurs").rows.map { ($0["secteur"] ?? "", $0) })
    var last = (sector: "", step: 0, score: 2.0, rank: 0)
    for row in rows where row["rang"] != "" {
      var (sum, weight) = (0.0, 0.0)
      for criterion in Self.criteria {
        guard let note = Double(row["note_\(criterion)"] ?? "") else { continue }
        #expect((0...1).contains(note), "\(row)")
        sum += note * summary.poids[criterion].number
        weight += summary.poids[criterion].number
      }
      let score = try #require(Double(row["score"] ?? ""))
      #expect(abs(score - sum / weight) < 0.00051, "\(row)")
      let rank = whole(row, "rang")
      let isNext = row["secteur"] == last.sector
      #expect(rank == (isNext ? last.rank + 1 : 1), "\(row)")
      let step = step(row, sectors[row["secteur"] ?? ""] ?? [:])
      // Whether a creation is around a pole of its own no file says: it may stand at either place.
      let isCreation = row["option"] == "creation"
      let isAfter = last.step < step || last.step == step && score <= last.score
      #expect(!isNext || isAfter || isCreation && last.step <= step + 2, "\(row)")
      last = (
        row["secteur"] ?? "", isCreation && isNext ? last.step : step, isCreation ? 2 : score, rank
      )
      for people in wholes(row, "population_apres") where row["option"] != "accompagnement" {
        #expect(people <= summary.taille_coherente_max.whole, "\(row)")
      }
    }
    for (kind, count) in summary.options.members {
      let own = rows.filter { $0["option"] == kind }
      #expect(count.possibles.whole == own.count { $0["faisable"] == "oui" })
      #expect(count.impossibles.whole == own.count { $0["faisable"] == "non" })
      #expect(count.a_examiner.whole == own.count { $0["faisable"] == "a_examiner" })
    }
  }

  /// What ranks before the score: a project at work, or the union of those that compete; then the fewest conventions that speak against; then what
  /// follows the pole of the bassin de vie that most people look to, or of a remnant the CPTS that it is done with; what
  /// takes several decisions, and a
  /// creation that something speaks against, come last.
  private func step(_ row: [String: String], _ sector: [String: String]) -> Int {
    let option = row["option"] ?? ""
    let motif = row["motif"] ?? ""
    if option == "accompagnement" { return motif.isEmpty ? 0 : 2 }
    if option == "reunion" { return 1 }
    let against = motif.isEmpty ? 0 : motif.split(separator: ". ").count
    let isCommon = (Double(sector["part_pole_hors_pct"] ?? "") ?? 0) > 50
    let poles = (sector["cpts_du_pole"] ?? "").split(separator: "|").map(String.init)
    let isNatural =
      sector["nature"] == "reliquat"
      ? row["cpts"] == sector["rattache_a"] : isCommon && poles.contains(row["cpts"] ?? "")
    let isFirst = option == "extension" && isNatural || option == "creation"
    let isLate = ["partage", "rattachement_mixte"].contains(option)
    return 3 + 3 * against + (isFirst ? 0 : isLate ? 2 : 1)
  }

  @Test("parts of the score, from the columns beside them")
  func parts() throws {
    let rank = [
      "aucun": 0, "projet": 1, "lettre_intention": 2, "projet_sante_valide": 3, "aci_signe": 4,
    ]
    for row in rows where row["rang"] != "" && row["option"] == "extension" {
      let (people, gained) = (whole(row, "population_apres"), whole(row, "population_gagnee"))
      func expect(_ criterion: String, _ value: Double) {
        let note = Double(row["note_\(criterion)"] ?? "") ?? -1
        #expect(abs(note - min(1, max(0, value))) < 0.0011, "\(criterion) \(row)")
      }
      expect("couverture", 1)
      expect("taille", Double(people) / 20_000)
      expect("maturite", Double(rank[row["stades"] ?? ""] ?? -9) / 4)
      if let border = Double(row["pct_frontiere"] ?? "") { expect("frontiere", border / 100) }
      if let distance = Double(row["distance_max_km"] ?? "") {
        expect("proximite", 1 - distance / 50)
      }
      let isManyRegions = (row["regions"] ?? "").contains("|")
      expect("limites", isManyRegions ? 0 : (row["departements"] ?? "").contains("|") ? 0.5 : 1)
      let more = Double(whole(row, "reference_si_aci_ecart"))
      expect("cout", more == 0 ? 1 : 1 - more / (10 * Double(gained)))
    }
  }
}
