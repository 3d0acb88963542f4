import Testing

@testable import Coverage

/// What is read of cells that hold more than a code, each with its place and what is told.
@Suite("Places of lists, one by one")
struct ListedPlacesTests {
  private static let rows: [[String?]] = [
    ["15003", "Ally", "10", "15", "241501139", "1501"],
    ["15014", "Aurillac", "20", "15", "241500230", "1502"],
    ["15187", "Saint-Martin", "30", "15", "241500230", "1502"],
    ["43003", "Ally", "40", "43", "244300012", "4301"],
    ["38544", "Vienne", "50", "38", "243800001", "3801"],
    ["86194", "Poitiers", "60", "86", "248600001", "8601"],
    ["69381", "Lyon 1er Arrondissement", "70", "69", "200046977", "6901"],
    ["69383", "Lyon 3e Arrondissement", "80", "69", "200046977", "6902"],
  ]

  private func settled(
    _ csv: String, attributes: Bool = true, named: [FieldRole: String] = [:]
  ) throws -> (pairs: [String], told: [String], anomalies: [Anomaly]) {
    var units = try NormalisedUnits(
      ["code", "nom", "population", "dep", "epci", "canton"], Self.rows
    ).units
    if attributes {
      units.attributes = [
        "code_canton": units.units.map { unit in
          Self.rows.first { $0[0] == unit.code.text }?[5] ?? ""
        }
      ]
      units.intercommunalityNames = ["241500230": "Communauté d'agglomération du Bassin d'Aurillac"]
    }
    var files = CPTSFiles()
    try files.readList(try DelimitedText(path: "l.csv", bytes: Array(csv.utf8)), named: named)
    let lists = try SettledLists(files, units, nil, Decisions(), mergeSimilar: false)
    let told = files.anomalies + lists.anomalies
    return (
      lists.memberships.map { "\($0.cpts)/\($0.code)@\($0.line)" }, told.map(\.brief).sorted(), told
    )
  }

  @Test("a name is refused with its choices where several have it, unless the department is told")
  func choices() throws {
    let alone = try settled("cpts;stade;communes\nA;aci;\"Aurillac, Ally\"\n")
    #expect(alone.pairs == ["A/15014@2"])
    let doubt = try #require(alone.anomalies.first { $0.rule == .doubtfulPlace })
    #expect(doubt.severity == .error && doubt.line == 2 && doubt.object == "A")
    #expect(doubt.finding.french.contains("15003 Ally (Cantal) ; 43003 Ally (Haute-Loire)"))
    for cell in ["Ally (15)", "Ally (Cantal)", "Ally (15140)", "15 - Ally", "Ally, Aurillac (15)"] {
      let found = try settled("cpts;stade;communes\nA;aci;\"\(cell)\"\n")
      #expect(found.pairs.contains("A/15003@2") == (cell != "Ally, Aurillac (15)"), "\(cell)")
      #expect(!found.pairs.contains("A/43003@2"), "\(cell)")
    }
  }

  @Test("a commune with the department that it lies in is not the whole department")
  func containing() throws {
    let found = try settled("cpts;stade;territoire\nA;aci;\"Aurillac, Cantal\"\n")
    #expect(found.pairs == ["A/15014@2"])
    #expect(found.told.contains("erreur lieu_ambigu 2 A"))
    let vienne = try settled("cpts;stade;territoire\nA;aci;Vienne\n")
    #expect(vienne.pairs.isEmpty && vienne.told == ["erreur lieu_ambigu 2 A"])
    let commune = try settled("cpts;stade;communes\nA;aci;Vienne\n")
    #expect(commune.pairs == ["A/38544@2"])
  }

  @Test("a name and a code that contradict each other are told, and the code is used")
  func contradiction() throws {
    let found = try settled("cpts;stade;commune\nA;aci;15014 - Saint-Martin\nA;aci;15003 - Ally\n")
    #expect(found.pairs == ["A/15014@2", "A/15003@3"])
    #expect(found.told.contains("attention nom_contraire_au_code 2 15014"))
  }

  @Test("postal codes beside names tell the department of a name, and no more")
  func postal() throws {
    let columns = try settled(
      "cpts;stade;cp;commune\nA;aci;15700;Ally\nA;aci;15000;Aurillac\nA;aci;42000;Ally\n")
    #expect(columns.pairs == ["A/15003@2", "A/15014@3"])
    #expect(columns.told.contains("erreur ligne_incomplete 4 A"))
    let labels = try settled("cpts;stade;commune\nA;aci;Ally (15700)\nA;aci;Aurillac 15000 15014\n")
    #expect(labels.pairs == ["A/15003@2", "A/15014@3"])
    let fault = fault {
      _ = try settled("cpts;stade;codes_insee\nA;aci;\"15000 15130 15220 15250\"\n")
    }
    #expect(fault?.problem.french.contains("codes postaux") == true)
  }

  @Test("groups by SIREN, name, canton, city, and what is told of them")
  func groups() throws {
    for (header, cell) in [
      ("code", "241500230"), ("territoire", "CA du Bassin d'Aurillac"),
      ("epci", "Bassin d'Aurillac"), ("territoire", "241500230 - CA du Bassin d'Aurillac"),
      ("code_canton", "1502"), ("code", "1502"), ("canton", "1502"),
    ] {
      let found = try settled("cpts;stade;\(header)\nA;aci;\(cell)\n")
      #expect(found.pairs == ["A/15014@2", "A/15187@2"], "\(header) \(cell)")
      let told = try #require(found.anomalies.first { $0.rule == .territoryByGroup })
      #expect(told.severity == .information && told.treatment.french.contains("15014 15187"))
    }
    #expect(
      try settled("cpts;stade;communes\nA;aci;\"Lyon 3e, Lyon 1\"\n").pairs
        == ["A/69383@2", "A/69381@2"])
    #expect(try settled("cpts;stade;communes\nA;aci;Lyon\n").pairs == ["A/69123@2"])
  }

  @Test("a level that the study does not know is refused by name")
  func unknownLevel() throws {
    let fault = fault {
      _ = try settled("cpts;stade;code_canton\nA;aci;1502\n", attributes: false)
    }
    #expect(fault?.line == 2 && fault?.cure.french.contains("code_canton") == true)
  }

  @Test(
    "what stands beside the code of a group is its name, or sets it aside",
    arguments: [
      "quelques communes de 241500230", "241500230 (4/6 communes)", "241500230 - 1 commune",
      "nord de 241500230", "241500230 (secteur sud)", "241500230 à terme", "241500230 (en cours)",
      "autour de 241500230", "241500230 (Aurillac, Ally)", "241500230 hors Aurillac",
      "CA du Bassin 241500230 - 1 commune", "canton 15014", "arrondissement de 15014",
    ])
  func besideGroups(cell: String) throws {
    for attributes in [false, true] {
      let found = try settled("cpts;stade;territoire\nA;aci;\"\(cell)\"\n", attributes: attributes)
      #expect(found.pairs.isEmpty && found.told == ["erreur lieu_ambigu 2 A"], "\(found.told)")
    }
  }

  @Test(
    "the name of a group, its communes counted right and its department change nothing",
    arguments: [
      "241500230", "241500230 CA du Bassin d'Aurillac", "241500230 (2 communes)",
      "241500230 (Cantal)", "SIREN 241500230", "EPCI 241500230",
    ])
  func besideGroups(whole cell: String) throws {
    for attributes in [false, true] {
      let found = try settled("cpts;stade;territoire\nA;aci;\"\(cell)\"\n", attributes: attributes)
      #expect(found.pairs == ["A/15014@2", "A/15187@2"], "\(found.told)")
    }
  }

  @Test("a department that two CPTS share says where they are, unless it is named as the territory")
  func sharedDepartment() throws {
    let found = try settled("cpts;stade;departement\nA;aci;15\nB;aci;15\n")
    #expect(found.pairs.isEmpty && found.told == ["attention colonne_inutilisee 3 departement"])
    // The cure that is told, and what people try first.
    for role in [FieldRole.territory, .unitCode] {
      let named = try settled(
        "cpts;stade;departement\nA;aci;15\nB;aci;15\n", named: [role: "departement"])
      #expect(
        named.pairs
          == ["A", "B"].enumerated().flatMap { index, id in
            ["15003", "15014", "15187"].map { "\(id)/\($0)@\(index + 2)" }
          })
    }
    // What a list of communes gives is not widened to the department of the row.
    let listed = try settled("cpts;stade;departement;communes\nA;aci;15;Aurillac\n")
    #expect(listed.pairs == ["A/15014@2"])
  }

  @Test("the one commune of each CPTS beside a stage may be its seat")
  func seat() throws {
    let found = try settled("cpts;stade;departement;commune\nA;aci;15;Aurillac\nB;aci;15;Ally\n")
    #expect(found.pairs.isEmpty)
  }

  @Test("a table of crosses, either way round, and a column of communes for each CPTS")
  func crosses() throws {
    let across = try settled(
      "Code INSEE;Commune;CPTS du Puy;CPTS des Monts;Note\n15014;Aurillac;X;;vu\n"
        + "15003;Ally;;oui;\n15187;Saint-Martin;x;x;\n43003;Ally;;;\n")
    let truth = [
      "CPTS du Puy/15014@2", "CPTS des Monts/15003@3", "CPTS du Puy/15187@4",
      "CPTS des Monts/15187@4",
    ]
    #expect(across.pairs == truth && across.told == ["information tableau_croise 1 "])
    let names = try settled(
      "nom;CPTS du Puy;CPTS des Monts\nAurillac;X;\nSaint-Martin;;X\n")
    #expect(names.pairs == ["CPTS du Puy/15014@2", "CPTS des Monts/15187@3"])
    let down = try settled("cpts;stade;15014;15187 - Saint-Martin\nA;aci;x;\nB;aci;1;1\n")
    #expect(Set(down.pairs) == ["A/15014@2", "B/15014@3", "B/15187@3"])
    let below = try settled("CPTS du Puy;CPTS des Monts\n15014;15003\n15187;\n")
    #expect(
      below.pairs == ["CPTS du Puy/15014@2", "CPTS des Monts/15003@2", "CPTS du Puy/15187@3"])
    let unsure = try settled("code;Puy;Monts\n15014;x;\n15003;;x\n")
    #expect(unsure.told == ["attention tableau_croise 1 "])
    // A list with flags of its own is no such table.
    let flags = try settled("cpts;stade;code;ESP;MSP\nA;aci;15014;x;\nA;aci;15187;;x\n")
    #expect(flags.pairs == ["A/15014@2", "A/15187@3"])
  }

  @Test("a first line with a code of a commune is no header")
  func noHeader() throws {
    let fault = fault { _ = try settled("15014,1\n15003,2\n") }
    #expect(fault?.line == 1 && fault?.problem.french.contains("en-tête") == true)
  }

  @Test("a column that may say where CPTS are is no territory beside lists of communes")
  func departmentBesideLists() throws {
    let units = try NormalisedUnits(
      ["code", "nom", "population", "dep", "epci"], Self.rows.map { Array($0.prefix(5)) }
    ).units
    for (header, value) in [("departement", "15"), ("siren_epci", "241500230")] {
      var files = CPTSFiles()
      for csv in [
        "cpts;stade;\(header)\nA;aci;\(value)\nB;aci;86\n", "cpts;code\nA tort;15014\nB;86194\n",
      ] {
        try files.readList(try DelimitedText(path: "l.csv", bytes: Array(csv.utf8)), named: [:])
      }
      let lists = try SettledLists(files, units, nil, Decisions(), mergeSimilar: false)
      // A has lost its communes by its name: it does not get a whole department.
      #expect(lists.memberships.map(\.code.text) == ["15014", "86194"])
      #expect(lists.anomalies.contains { $0.rule == .columnNotUsed && $0.object == header })
    }
  }
}
