import Foundation
import TestSupport
import Testing

/// Every sentence and every cell of the pages of `dossiers`, computed again from the CSV files alone.
@Suite(.endsAtAll) struct DossierTests {
  /// The pages of a report, held against its files.
  struct Pages {
    let files: ReportFiles
    let html: [String: String]

    init(_ names: [String], _ bytes: (String) throws -> [UInt8]) throws {
      func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
      }
      files = try ReportFiles(
        { try CSVRows(text("\($0).csv")) }, JSONValue(bytes("resume.json")))
      let pages = names.filter { $0.hasPrefix("dossiers/") }
      html = try Dictionary(uniqueKeysWithValues: pages.map { ($0, try text($0)) })
    }

    init(_ scratch: Scratch, _ folder: String = "out") throws {
      try self.init(scratch.names(in: folder)) { try scratch.bytes("\(folder)/\($0)") }
    }

    /// `24-dordogne`: the code and the name of a department without accents and signs.
    private func folder(_ pilot: String) -> String {
      if pilot.isEmpty { return "sans-departement" }
      let plain = files.department(pilot).folding(options: .diacriticInsensitive, locale: nil)
      return plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        .joined(separator: "-")
    }

    private func expectSame(_ name: String, _ expected: [String]) -> PrintedText {
      let page = PrintedText(html[name] ?? "")
      let pairs = zip(page.blocks, expected).enumerated()
      if let first = pairs.first(where: { $1.0 != $1.1 }) {
        Issue.record(
          "\(name), block \(first.offset): “\(first.element.0)”, not “\(first.element.1)”")
      } else {
        #expect(page.blocks.count == expected.count, "\(name)")
      }
      return page
    }

    /// - Returns: how many pages were held against the files.
    func check(withoutMap: Set<String> = []) -> Int {
      var expected: Set<String> = ["dossiers/index.html"]
      var links: [String] = []
      let small = files.rows("secteurs").filter(files.isSmall)
      for sector in files.rows("secteurs") where !files.isSmall(sector) {
        let id = sector["secteur"] ?? ""
        let name = "dossiers/\(folder(sector["departement_pilote"] ?? ""))/\(id).html"
        expected.insert(name)
        links.append(String(name.dropFirst("dossiers/".count)))
        let words = SheetWords(files, sector, hasMap: !withoutMap.contains(id))
        let page = expectSame(name, words.blocks)
        #expect(
          page.links == ["../../rapport.html#sel=secteur:\(id)", "../index.html"]
            + files.conciliations(of: sector).map(\.address))
        let commune = ReportFiles.cut(sector["commune_principale"] ?? "", 24)
        for text in page.pictureTexts {
          #expect(
            Self.legend.contains(text) || text == commune || Self.isSign(text), "\(name) \(text)")
        }
      }
      for (pilot, sectors) in Dictionary(grouping: small, by: { $0["departement_pilote"] ?? "" }) {
        let name = "dossiers/\(folder(pilot))/petits-secteurs.html"
        expected.insert(name)
        let page = expectSame(
          name, files.smallSectors(sectors, pilot: pilot, withoutMap: withoutMap))
        #expect(page.pictureTexts.allSatisfy { Self.legend.contains($0) || Self.isSign($0) })
        let ids = sectors.compactMap { $0["secteur"] }
        #expect(
          files.conciliations(ofLot: sectors).allSatisfy { page.links.contains($0.address) })
        #expect(Set(page.ids) == Set(ids))
        #expect(ids.allSatisfy { page.links.contains("../../rapport.html#sel=secteur:\($0)") })
        links += ids.map { "\(folder(pilot))/petits-secteurs.html#\($0)" }
      }
      for overlap in files.conciliated {
        let pair = "\(overlap["cpts_a"] ?? "")--\(overlap["cpts_b"] ?? "")"
        expected.insert("dossiers/conciliation/\(pair).html")
        let departments = max(1, files.departments(of: overlap).count)
        links += Array(repeating: "conciliation/\(pair).html", count: departments)
        let page = expectSame("dossiers/conciliation/\(pair).html", files.conciliation(overlap))
        let sectors = files.sectors(of: overlap)
        #expect(page.links.count == 2 + sectors.count)
        let (a, b) = (overlap["cpts_a"] ?? "", overlap["cpts_b"] ?? "")
        #expect(page.links.first == "../../rapport.html#sel=chevauchement:\(a)%7C\(b)")
        #expect(page.pictureTexts.contains("A+B"))
        #expect(page.pictureTexts.allSatisfy { Self.legend.contains($0) || Self.isSign($0) })
        #expect(
          zip(page.links.dropFirst(2), sectors).allSatisfy { link, id in
            link.hasSuffix("/\(id).html") || link.hasSuffix("/petits-secteurs.html#\(id)")
          })
      }
      let index = expectSame("dossiers/index.html", files.index)
      let anchors =
        files.listed.flatMap(\.departments).map(folder)
        + files.listed.indices.map { "region-\($0 + 1)" }
      #expect(
        index.links.sorted() == (links + ["../rapport.html"] + anchors.map { "#\($0)" }).sorted())
      #expect(index.ids.sorted() == anchors.sorted())
      #expect(html.keys.sorted() == expected.sorted())
      return expected.count
    }

    private static let legend: Set<String> = [
      "le secteur", "sans CPTS au stade requis", "autre CPTS", "limite de département",
      "voisine : projet", "voisine : lettre d’intention", "voisine : projet de santé validé",
      "voisine : ACI signé", "projet A seul", "projet B seul", "CPTS A seule", "CPTS B seule",
      "un autre projet seul", "en commun", "secteur du lot", "CPTS au stade requis",
    ]

    /// The number of a neighbour or of a sector, letters of projects, or the length of the scale.
    private static func isSign(_ text: String) -> Bool {
      text.wholeMatch(of: /[1-9][0-9]?|[A-Z](\+[A-Z])*|[125]0?0? km|500 m/) != nil
    }
  }

  private static let plain = "dossier-smallest: 0\nremnant-largest: 100\noption-smallest: 200\n"

  @Test(
    "worlds of four squares: every sentence of every page comes from the CSV files",
    arguments: [
      ("", [""]), (plain, ["--white-below", "projet"]), (plain, ["--white-below", "aci_signe"]),
      (plain, ["--white-below", "projet_sante_valide"]), (plain, ["--area", "departement:02"]),
      (plain, ["--csv", "standard"]),
    ])
  func squares(settings: String, flags: [String]) throws {
    let scratch = try Scratch.world()
    try scratch.write("etude.yml", settings + "units: units.geojson\ncpts: [cpts.csv]\n")
    let arguments = ["report", "etude.yml", "--at", "2026-01-01", "--output", "out"]
    let outcome = try Command.run(arguments + flags.filter { !$0.isEmpty }, in: scratch.folder)
    #expect(outcome.code == 0, "\(outcome.message)")
    #expect(try Pages(scratch).check() >= 2)
  }

  /// - Parameters:
  ///   - people: of Cère and of Doux, as JSON.
  ///   - rows: further rows of the list of CPTS.
  private func world(
    people: (String, String) = ("300", "40"), _ rows: String = "", settings: String = plain
  ) throws -> Scratch {
    let scratch = try Scratch.world()
    let squares = [
      World.aulnay, World.brie, World.cere.people(people.0), World.doux.people(people.1),
    ]
    try scratch.write("units.geojson", World.collection(squares.map(\.feature)))
    try scratch.write("cpts.csv", World.cpts + rows)
    try scratch.write("etude.yml", settings + "units: units.geojson\ncpts: [cpts.csv]\n")
    let outcome = try scratch.run("report", "etude.yml", "--at", "2026-01-01", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.message)")
    return scratch
  }

  @Test("unknown people are never nought, and what includes them is the least")
  func unknown() throws {
    for people in [("null", "40"), ("300", "null"), ("null", "null")] {
      #expect(try Pages(world(people: people)).check() >= 2)
    }
    let page = try world(people: ("300", "null")).text("out/dossiers/02-aisne/SB-02001.html")
    #expect(PrintedText(page).blocks.contains("au moins 300"))
  }

  @Test("a figure that is not the one of its file is found")
  func differing() throws {
    let scratch = try world()
    for (file, old, new) in [
      ("secteurs.csv", ",340,", ",341,"), ("options.csv", ",340,", ",341,"),
      ("cpts.csv", "Amont", "Aval"), ("communes.csv", "Cère", "Cere"),
    ] {
      let pages = try Pages(scratch.names(in: "out")) { name in
        let bytes = try scratch.bytes("out/\(name)")
        guard name == file else { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
      }
      withKnownIssue { _ = pages.check() }
    }
  }

  @Test("a project, and two that compete for one land")
  func projects() throws {
    let one = "P,Projet Nord,projet,02001\nP,Projet Nord,projet,02002\n"
    #expect(try Pages(world(one)).check() == 3)
    let two = one + "Q,Projet Doux,projet,02001\nQ,Projet Doux,projet,02002\n"
    let pages = try Pages(world(two))
    #expect(pages.check() == 4)
    let page = PrintedText(pages.html["dossiers/02-aisne/SB-02001.html"] ?? "")
    #expect(page.blocks.contains { $0.contains("URPS, pour la médiation") })
    #expect(
      page.blocks.contains {
        $0.hasPrefix("Réunir en un seul projet") || $0.hasPrefix("Accompagner")
      })
  }

  @Test("the map of a sector of projects that compete has each of them and the part in common")
  func rivals() throws {
    let rows =
      "P,Projet Nord,projet,02001\nP,Projet Nord,projet,02002\nQ,Projet Doux,projet,02002\n"
    let pages = try Pages(world(rows))
    #expect(pages.check() == 4)
    let page = PrintedText(pages.html["dossiers/02-aisne/SB-02001.html"] ?? "")
    for text in ["projet A seul", "en commun", "A", "A+B"] {
      #expect(page.pictureTexts.contains(text), "\(text)")
    }
    #expect(
      !page.pictureTexts.contains("projet B seul") && !page.pictureTexts.contains("le secteur"))
    #expect(page.says("A : Projet Nord (P), stade"))
  }

  @Test("a lot has a map with a number for each of its sectors")
  func lot() throws {
    let scratch = try world("P,Projet Nord,projet,02002\n", settings: "option-smallest: 200\n")
    let pages = try Pages(scratch)
    #expect(pages.check() > 1)
    let page = PrintedText(pages.html["dossiers/02-aisne/petits-secteurs.html"] ?? "")
    #expect(page.ids == ["SB-02001", "SB-02002"])
    for text in ["1", "2", "secteur du lot", "CPTS au stade requis"] {
      #expect(page.pictureTexts.contains(text), "\(text)")
    }
  }

  @Test("where nothing is white the list says so, and has what overlaps all the same")
  func covered() throws {
    let scratch = try world("A,CPTS Amont,aci_signe,02001\nA,CPTS Amont,aci_signe,02002\n")
    let pages = try Pages(scratch)
    #expect(pages.check() == 2)
    let index = PrintedText(pages.html["dossiers/index.html"] ?? "")
    #expect(
      index.says("Aucun secteur : une CPTS au stade « Lettre d’intention » ou au-delà couvre tout"))
    #expect(index.says("01 Ain : aucun secteur") && index.links.contains("conciliation/A--B.html"))
  }

  @Test("without departments the pages say that one is to be named")
  func withoutDepartments() throws {
    let scratch = try Scratch.world()
    try scratch.write("units.geojson", World.units.replacing(/"dep":"[0-9]+",/, with: ""))
    try scratch.write("etude.yml", Self.plain + "units: units.geojson\ncpts: [cpts.csv]\n")
    let outcome = try scratch.run("report", "etude.yml", "--at", "2026-01-01", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.message)")
    let sector = try scratch.sheet("sans-departement/SB-02001")
    #expect(sector.fact("Département pilote") == "à nommer")
    #expect(sector.fact("Responsable").hasPrefix("Le département pilote est à nommer : "))
    #expect(!sector.says("sans département"))
    let conciliation = try scratch.sheet("conciliation/A--B")
    #expect(conciliation.fact("Responsable").hasPrefix("La délégation de l’ARS (à nommer) et"))
    #expect(try scratch.sheet("index").says("sans département : 340 habitants, 1 secteur"))
  }

  @Test("the small world of sectors")
  func sectors() throws {
    let world = Checkout.root + "/Tests/CommandTests/Fixtures/sectors"
    for smallest in [0, 5000] {
      let scratch = try Scratch()
      try scratch.write(
        "etude.yml",
        "units: \(world)/units.geojson\ncpts: [\(world)/cpts.csv]\ndossier-smallest: \(smallest)\n")
      let outcome = try scratch.run("report", "etude.yml", "--at", "2026-01-01", "--output", "out")
      #expect(outcome.code == 0, "\(outcome.message)")
      #expect(try Pages(scratch).check() > 2)
    }
  }

  @Test(
    "the demonstration, page by page",
    .enabled(if: Checkout.hasDemo, "needs data/demo and data/france"))
  func demonstration() throws {
    let demo = try Demo.ran()
    let pages = try Pages(Array(demo.files.keys)) { try demo.bytes($0) }
    // Two have no limits in the units: the map of their lot says so.
    #expect(pages.check(withoutMap: ["SB-14581", "SB-69114"]) > 400)
    // Regions add up to the people of all white zones.
    let index = PrintedText(pages.html["dossiers/index.html"] ?? "")
    let totals = index.blocks.compactMap {
      $0.wholeMatch(of: /Région .+ : ([0-9\u{202F}]+) habitants, .+/)
    }
    let people = totals.compactMap { Int($0.1.filter(\.isNumber)) }
    let uncovered = pages.files.summary["totaux"]["population_non_couverte"].whole
    #expect(people.reduce(0, +) == uncovered)
  }
}
