import Foundation
import Testing

/// `compare` as a user runs it: folders and study files, files and summary, and what is refused.
@Suite struct CompareTests {
  /// The four squares a year later: A has grown over Cère, B has signed, C begins in Doux.
  private static let later = """
    cpts_id,cpts_nom,stade,code_commune
    A,CPTS Amont,aci_signe,01001
    A,CPTS Amont,aci_signe,02001
    B,CPTS Bas,aci_signe,01001
    B,CPTS Bas,aci_signe,01002
    C,CPTS Centre,lettre_intention,02002

    """

  private func world() throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("later.csv", Self.later)
    for (name, list, day) in [("a", "cpts.csv", "2021-12-31"), ("b", "later.csv", "2022-12-31")] {
      try scratch.write(
        "\(name).yml", "title: Étude \(name)\nunits: units.geojson\ncpts: [\(list)]\nat: \(day)\n")
      #expect(try scratch.run("report", "\(name).yml", "--output", name, "--quiet").code == 0)
    }
    return scratch
  }

  @Test("the summary says why, in one sentence, and names the files")
  func summary() throws {
    let scratch = try world()
    let outcome = try scratch.run("compare", "a", "b", "--output", "out")
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        Avant, le 31 décembre 2021 : Étude a (a)
        Après, le 31 décembre 2022 : Étude b (b)
        Du 31 décembre 2021 au 31 décembre 2022 : +10,18 points (89,82 % → 100,00 %), soit +340 habitants, dont +8,98 par des périmètres changés sans date, +1,20 par de nouvelles CPTS.

          nouvelle_cpts     ███                    +1,20           +40  nouvelles CPTS
          donnees           ████████████████████   +8,98          +300  périmètres changés sans date

        Zones blanches : 1 avant, 0 après ; 1 couverte
          couverte  ZB-02001           340  Cère

        CPTS (projet ou plus) : 2 avant, 3 après ; 1 nouvelle, 1 change de stade, 1 change de périmètre
        Chevauchements : 0 nouveau, 0 résolu, 1 changé, 0 inchangé

        Fichiers écrits :
          out/variation.csv
          out/communes_variation.csv
          out/cpts_variation.csv
          out/zones_variation.csv
          out/chevauchements_variation.csv
          out/resume.json
          out/comparaison.html
          out/variation.svg

        """)
    let english = try scratch.run("compare", "a", "b", "--output", "out", language: "en_GB.UTF-8")
    #expect(
      english.output.contains(
        "From 31 December 2021 to 31 December 2022: +10.18 points (89.82 % → 100.00 %), +340 people"
      ))
  }

  @Test("the files, cell by cell")
  func files() throws {
    let scratch = try world()
    #expect(try scratch.run("compare", "a", "b", "--output", "out", "--quiet").output == "")
    #expect(
      try scratch.text("out/variation.csv") == """
        niveau,code,nom,cause,population,points
        national,FR,France,nouvelle_cpts,40,1.20
        national,FR,France,donnees,300,8.98
        region,32,Hauts-de-France,nouvelle_cpts,40,11.76
        region,32,Hauts-de-France,donnees,300,88.24
        departement,02,Aisne,nouvelle_cpts,40,11.76
        departement,02,Aisne,donnees,300,88.24

        """)
    #expect(
      try scratch.text("out/communes_variation.csv") == """
        code,nom,dep,reg,cause,population,cpts,stade_avant,stade_apres,population_avant,population_apres,couverte_avant,couverte_apres
        02001,Cère,02,32,donnees,300,A,aucun,aci_signe,300,300,0,300
        02002,Doux,02,32,nouvelle_cpts,40,C,aucun,lettre_intention,40,40,0,40

        """)
    #expect(
      try scratch.text("out/cpts_variation.csv") == """
        cpts_avant,cpts_apres,cpts_nom,variation,stade_avant,stade_apres,population_avant,population_apres,population_gagnee,population_perdue,communes_gagnees,communes_perdues,taille_avant,taille_apres,euros_avant,euros_apres,apparie_par
        A,A,CPTS Amont,perimetre,aci_signe,aci_signe,1000,1300,300,0,02001,,1,1,185000,185000,id
        B,B,CPTS Bas,stade,lettre_intention,aci_signe,3000,3000,0,0,,,1,1,,185000,id
        ,C,CPTS Centre,nouvelle,,lettre_intention,,40,40,0,02002,,,1,,,

        """)
    #expect(
      try scratch.text("out/zones_variation.csv") == """
        niveau,avant,apres,variation,population_avant,population_apres,population_commune
        zone,ZB-02001,,couverte,340,,340
        secteur,SB-02001,,couverte,340,,340

        """)
    #expect(
      try scratch.text("out/chevauchements_variation.csv") == """
        cpts_a,cpts_b,variation,qualification_avant,qualification_apres,population_avant,population_apres,communes_gagnees,communes_perdues
        A,B,change,a_concilier,deux_projets_valides,1000,1000,,

        """)
    let resume = try scratch.resume()
    #expect(resume.avant.jour == "2021-12-31" && resume.apres.jour == "2022-12-31")
    #expect(resume.avant.entrees.items.map(\.chemin.text).contains("a/communes.csv"))
    #expect(resume.population_gagnee_nette == 340)
    #expect(resume.zones.couverte == 1)
  }

  @Test(
    "folders in either dialect, whole or cut down to the files read, and study files give the same")
  func sameFiles() throws {
    let scratch = try world()
    #expect(try scratch.run("compare", "a", "b", "--output", "out").code == 0)
    for name in ["a", "b"] {
      #expect(
        try scratch.run(
          "report", "\(name).yml", "--csv", "excel-fr", "--output", "excel-\(name)", "--quiet"
        ).code == 0)
      for file in [
        "communes.csv", "cpts.csv", "secteurs.csv", "zones_blanches.csv", "chevauchements.csv",
        "resume.json",
      ] {
        try scratch.write("short-\(name)/\(file)", bytes: try scratch.bytes("\(name)/\(file)"))
      }
    }
    for (before, after) in [
      ("a.yml", "b.yml"), ("a", "b.yml"), ("a.yml", "b"), ("excel-a", "excel-b"),
      ("short-a", "short-b/"),
    ] {
      let outcome = try scratch.run("compare", before, after, "--output", "other")
      #expect(outcome.code == 0, "\(outcome.errors)")
      for file in scratch.names(in: "out") where file.hasSuffix(".csv") {
        #expect(
          try scratch.text("other/\(file)") == scratch.text("out/\(file)"), "\(before) \(file)")
      }
    }
    #expect(
      scratch.names(in: "out") == [
        "chevauchements_variation.csv", "communes_variation.csv", "comparaison.html",
        "cpts_variation.csv", "resume.json", "variation.csv", "variation.svg",
        "zones_variation.csv",
      ])
  }

  @Test("a folder that is damaged is refused by the name of the file")
  func damaged() throws {
    let scratch = try world()
    func refused(
      _ name: String, _ code: Int32, _ words: String, _ change: (String) throws -> Void
    ) throws {
      for file in scratch.names(in: "a") where !file.hasPrefix("dossiers/") {
        try scratch.write("bad/\(file)", bytes: try scratch.bytes("a/\(file)"))
      }
      try change(scratch.path("bad/\(name)"))
      let outcome = try scratch.run("compare", "bad", "b", "--output", "out")
      #expect(outcome.code == code)
      #expect(outcome.message.hasPrefix("bad/\(name)"), "\(outcome.message)")
      #expect(outcome.message.contains(words), "\(outcome.message)")
      #expect(scratch.names(in: "out").isEmpty)
    }
    let gone = "n’est pas dans le dossier"
    let changed = "n’est plus celui que le rapport a écrit"
    for name in ["communes.csv", "cpts.csv", "secteurs.csv", "zones_blanches.csv"] {
      try refused(name, 66, gone) { try FileManager.default.removeItem(atPath: $0) }
      try refused(name, 65, changed) { path in
        let bytes = try Checkout.bytes(path)
        try Data(bytes.dropLast(3)).write(to: URL(fileURLWithPath: path))
      }
    }
    try refused("communes.csv", 65, changed) { path in
      let text = String(decoding: try Checkout.bytes(path), as: UTF8.self)
      try Data(text.replacing("1000", with: "1001").utf8).write(to: URL(fileURLWithPath: path))
    }
    try refused("resume.json", 65, changed) { path in
      let text = String(decoding: try Checkout.bytes(path), as: UTF8.self)
      try Data(text.replacing("3000", with: "3001").utf8).write(to: URL(fileURLWithPath: path))
    }
    try refused("resume.json", 65, "pas le résumé d’un rapport") { path in
      try Data("{".utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  @Test("what is no report, or is another study, is refused with the way out")
  func otherStudies() throws {
    let scratch = try world()
    try scratch.write("empty/note.txt", "rien")
    let empty = try scratch.run("compare", "empty", "b", "--output", "out")
    #expect(empty.code == 66 && empty.message.contains("resume.json n’y est pas"))
    #expect(try scratch.run("compare", "a", "b", "--output", "c", "--quiet").code == 0)
    let itself = try scratch.run("compare", "c", "b", "--output", "out")
    #expect(itself.code == 65 && itself.message.contains("pas le résumé d’un rapport"))
    #expect(try scratch.run("report", "a.yml", "--zip", "--output", "z", "--quiet").code == 0)
    let packed = try scratch.run("compare", "z/rapport.zip", "b", "--output", "out")
    #expect(packed.code == 65 && packed.message.contains("décompressez-le"))
    for (flag, value, words) in [
      ("--white-below", "projet", "--white-below"), ("--area", "departement:01", "--area"),
    ] {
      #expect(
        try scratch.run("report", "a.yml", flag, value, "--output", "d", "--quiet").code == 0)
      let other = try scratch.run("compare", "d", "b", "--output", "out")
      #expect(other.code == 65 && other.message.contains(words))
    }
    try scratch.write("fewer.geojson", World.collection(World.squares.dropLast().map(\.feature)))
    #expect(
      try scratch.run(
        "report", "--units", "fewer.geojson", "--cpts", "cpts.csv", "--at", "2021-12-31",
        "--output", "e",
        "--quiet"
      ).code == 0)
    let units = try scratch.run("compare", "e", "b", "--output", "out")
    #expect(
      units.code == 65 && units.message.contains("02002 (1)") && units.message.contains("--cog"))
    #expect(scratch.names(in: "out").isEmpty)
  }

  @Test("another census is said, and has a cause of its own")
  func census() throws {
    let scratch = try world()
    try scratch.write("pop.csv", "code;population\n01001;1100\n01002;2000\n02001;300\n02002;40\n")
    try scratch.write(
      "c.yml", "units: units.geojson\ncpts: [cpts.csv]\nat: 2022-12-31\npopulation: [pop.csv]\n")
    let outcome = try scratch.run("compare", "a", "c.yml", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("+0,30 point ("))
    #expect(outcome.output.contains("soit +100 habitants, dont +0,30 par le seul recensement."))
  }

  @Test("the folder of a report is never the output")
  func outputIsInput() throws {
    let scratch = try world()
    let before = try scratch.bytes("a/resume.json")
    #expect(try scratch.run("compare", "a", "b", "--output", "a").code == 73)
    #expect(try scratch.bytes("a/resume.json") == before)
  }

  @Test("calls of another shape")
  func usage() throws {
    let scratch = try Scratch()
    for arguments in [["a"], ["a", "b", "c"], []] {
      let outcome = try Command.run(
        ["compare"] + arguments + ["--output", "out"], in: scratch.folder)
      #expect(outcome.code == 64, "\(arguments)")
    }
    #expect(try scratch.run("compare", "a", "b", "--output", "out").code == 66)
    #expect(try scratch.run("compare", "a", "b").message.contains("--output"))
  }

  @Test("the page opens each cause, runs nothing, asks nobody, and keeps names as text")
  func page() throws {
    let scratch = try world()
    let hostile = "<script>alert(1)</script>"
    try scratch.write("later.csv", Self.later.replacing("CPTS Centre", with: hostile))
    #expect(try scratch.run("report", "b.yml", "--output", "b", "--quiet").code == 0)
    for (language, words) in [
      (
        "fr_FR.UTF-8",
        ["Ce qui a changé du 31 décembre 2021", "Pas de carte", "nouvelles CPTS</strong> +1,20"]
      ),
      ("en_GB.UTF-8", ["What changed from 31 December 2021", "No map", "new CPTS</strong> +1.20"]),
    ] {
      #expect(try scratch.run("compare", "a", "b", "--output", "out", language: language).code == 0)
      let page = try scratch.text("out/comparaison.html")
      for word in words { #expect(page.contains(word), "\(word)") }
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
      #expect(page.components(separatedBy: "<details>").count == 3)
      #expect(page.contains("Doux (+40)") && page.contains("ZB-02001 Cère"))
      let chart = try scratch.text("out/variation.svg")
      #expect(chart.hasPrefix("<svg") && chart.contains("+1"))
    }
  }

  @Test("two study files are drawn on their own units")
  func map() throws {
    let scratch = try world()
    #expect(try scratch.run("compare", "a.yml", "b.yml", "--output", "out").code == 0)
    let page = try PrintedText(scratch.text("out/comparaison.html"))
    #expect(!page.says("Pas de carte"))
    for words in ["couverte avant et après", "gagnée", "perdue", "en zone blanche, toujours"] {
      #expect(page.pictureTexts.contains(words))
    }
    // Two communes were covered, two are gained.
    let place = try #require(page.pictureTexts.firstIndex(of: "gagnée"))
    #expect(page.pictureTexts[place + 1] == "2")
  }
}
