import Testing

/// Lists in the shapes that people have, over the four squares (Aulnay 1000, Brie 2000, Cère 300, Doux 40
/// people): each gives the people it means, or is refused with its place and a cure.
@Suite("Lists as they are") struct ListsAsTheyAreTests {
  /// A list, and the people whom it covers at the letter of intent or above.
  private static let read: [(name: String, list: String, people: String)] = [
    ("codes in a cell", "cpts;stade;communes\nX;ACI signé;\"01001 ; 01002\"\n", "3000"),
    ("codes in a cell, by commas", "cpts;stade;communes\nX;ACI signé;\"01001, 01002\"\n", "3000"),
    ("names in a cell", "cpts;stade;communes\nX;ACI signé;Aulnay | Cère\n", "1300"),
    (
      "names with codes",
      "cpts;stade;communes\nX;LI validée;Aulnay (01001)\nX;LI validée;02002 - Doux\n", "1040"
    ),
    ("names alone", "cpts;stade;commune\nX;ACI;Aulnay\nX;ACI;Brie\n", "3000"),
    ("a header in real use", "Nom de la CPTS;Avancement;N° INSEE\nX;ACI signé;01002\n", "2000"),
    ("camel case", "nomCpts,statut,codeInsee\nX,ACI signé,01002\n", "2000"),
    ("a department", "cpts;stade;departement\nX;ACI;01\n", "3000"),
    ("crosses", "commune;code;Est;Ouest\nAulnay;01001;x;\nBrie;01002;;x\n", "3000"),
    (
      "crosses and their totals",
      "commune;code;Est;Ouest;Total\nAulnay;01001;x;;1\nBrie;01002;;x;1\nTotal;;1;1;2\n", "3000"
    ),
    ("a column a CPTS", "Est;Ouest\n01001;01002\n02001;\n", "3300"),
    (
      "titles, sep= and totals",
      "sep=;\nListe des CPTS\n\ncpts;stade;code\nX;ACI;01001\nTotal;;\nSource : ARS\n", "1000"
    ),
    ("two rows of header", "CPTS;;Territoire\nNom;Stade;Code commune\nX;ACI;01001\n", "1000"),
    ("nobody's communes", "code;cpts;stade\n01001;X;ACI\n01002;Hors CPTS;\n02001;-;\n", "1000"),
    ("empty fields and rows", "cpts;stade;code;;\nX;ACI;01001;;\n;;;;\nX;ACI;01002;;\n", "3000"),
    ("dates", "cpts;date signature ACI;code\nX;T4 2022;01001\nY;01/2030;01002\n", "1000"),
    (
      "a doubtful date beside a stage", "cpts;stade;date_aci;code\nX;LI;31/12/2022 annulé;01001\n",
      "1000"
    ),
    (
      "drawings in cells",
      "cpts;stade;wkt\nX;ACI;\"POLYGON((2 46,2.01 46,2.01 46.01,2 46.01,2 46))\"\n", "1000"
    ),
  ]

  /// A list, and what the message names.
  private static let refused: [(name: String, list: String, words: [String])] = [
    ("a header and nothing else", "cpts_id,stade,code\n", ["aucune ligne sous l’en-tête"]),
    ("no header", "X;ACI;01001\nX;ACI;01002\n", ["cpts.csv:1: ", "nomme"]),
    ("a column that nobody knows", "cpts;stade;lieux\nX;ACI;01001\n", ["--map-column code=lieux"]),
    (
      "postal codes", "cpts;stade;code\nX;ACI;01150\nX;ACI;01250\nX;ACI;02110\nX;ACI;02220\n",
      ["codes postaux"]
    ),
    ("codes of elsewhere", "cpts;stade;code\nX;ACI;75056\n", ["parmi les unités", "--units"]),
    (
      "a stage that is not reached", "cpts;stade;code\nX;ACI en cours;01001\n",
      ["cpts.csv:2: ", "« ACI en cours »"]
    ),
    (
      "a month before its day", "cpts;date_aci;code\nX;12/31/2022;01001\n",
      ["cpts.csv:2: ", "31/12/2022"]
    ),
    ("nothing but doubtful dates", "cpts;date_aci;code\nX;31/12/2022 ?;01001\n", ["cpts.csv:2: "]),
    (
      "two stages that differ", "cpts;stade;stage;code\nX;ACI;LI;01001\n",
      ["--map-column stade=stade"]
    ),
    ("no stage", "cpts;code;etape\nX;01001;tbd\n", ["« etape »", "--map-column stade="]),
    (
      "a cell that is no cell", "cpts;stade;communes\nX;ACI;01001 ; 01002\n",
      ["cpts.csv:2: ", "aucune ligne"]
    ),
    (
      "a cross that is none",
      "commune;code;Est;Ouest\nAulnay;01001;x;\nBrie;01002;;x\nCère;02001;;partiel\n",
      ["cpts.csv:4: ", "« partiel »", "« Ouest »"]
    ),
    (
      "two columns of territory", "cpts;territoire;communes;stade\nX;01001;01002;ACI\n",
      ["--map-column territoire="]
    ),
    ("all but one", "cpts;stade;territoire\nX;ACI;\"01 sauf 01002\"\n", ["« 01 sauf 01002 »"]),
    ("a canton", "cpts;stade;code_canton\nX;ACI;0101\n", ["--attributes"]),
  ]

  private func report(_ scratch: Scratch, isUndated: Bool) throws -> Outcome {
    isUndated ? try scratch.report("--default-stage", "aci_signe") : try scratch.report()
  }

  private func world(_ list: String) throws -> Scratch {
    let scratch = try Scratch.world()
    try scratch.write("cpts.csv", list)
    return scratch
  }

  @Test("each shape covers the people whom it means", arguments: read.indices)
  func covered(index: Int) throws {
    let (name, list, people) = Self.read[index]
    let scratch = try world(list)
    let outcome = try report(
      scratch, isUndated: ["crosses", "crosses and their totals", "a column a CPTS"].contains(name))
    #expect(outcome.code == 0, "\(name): \(outcome.message)")
    let rows = try scratch.table("out/couverture.csv").rows
    let covered = rows.first { $0["stade"] == "lettre_intention" }?["population_cumulee"]
    #expect(covered == people, "\(name)")
  }

  @Test("what cannot be read is refused with its place and a cure", arguments: refused.indices)
  func told(index: Int) throws {
    let (name, list, words) = Self.refused[index]
    let scratch = try world(list)
    let outcome = try scratch.report()
    #expect(outcome.code == 65, "\(name)")
    for word in ["cpts.csv"] + words {
      #expect(outcome.message.contains(word), "\(name): \(outcome.message)")
    }
    #expect(outcome.message.unicodeScalars.count < 900, "\(name)")
    #expect(scratch.names(in: "out") == [])
  }

  @Test(
    "where inspect calls a list usable, report covers somebody, or says an error", arguments: 0..<28
  )
  func law(index: Int) throws {
    let lists = Self.read.map(\.list) + Self.refused.map(\.list)
    let scratch = try world(lists[index])
    let inspected = try scratch.run("inspect", "units.geojson", "cpts.csv")
    guard inspected.code == 0, inspected.output.contains("\nà lancer :\n") else { return }
    let outcome = try report(scratch, isUndated: inspected.output.contains("--default-stage"))
    #expect(outcome.code == 0, "\(lists[index]): \(outcome.message)")
    let rows = try scratch.table("out/couverture.csv").rows
    let people = rows.filter { $0["niveau"] == "national" && $0["stade"] != "aucun" }
      .reduce(0) { $0 + (Int($1["population_stade"] ?? "") ?? 0) }
    let isError = try scratch.text("out/anomalies.csv").contains("\nerreur,")
    #expect(people > 0 || isError, "\(lists[index])")
  }
}
