import Testing

extension SilentListTests {
  // MARK: Columns that tell rows apart

  @Test(
    "kinds of structures, opinions and versions are told, and following the cure gives the figure")
  func kinds() throws {
    for (column, counts, other) in [
      ("Type de structure", "CPTS", "MSP"), ("Dispositif", "CPTS", "Équipe de soins primaires"),
      ("Avis PS", "favorable", "défavorable"), ("Décision", "Accordé", "Ajourné"),
      ("version", "v2", "v1"), ("layer", "périmètre", "extension envisagée"),
    ] {
      let head = "cpts;code;stade;\(column)\nX;01001;ACI;\(counts)\n"
      let scratch = try lists.world(head + "Y;02001;LI;\(other)\n")
      #expect(try lists.report(scratch).code == 0)
      let told = try lists.told(scratch, "colonne_inutilisee")
      #expect(told.count == 1 && told[0].hasPrefix("attention"), "\(column): \(told)")
      #expect(told[0].contains("ôtez du fichier"), "\(column): \(told)")
      try lists.expect(head, cpts: ["X aci_signe 1000"])
    }
  }

  @Test("a column in which all rows are alike tells none apart")
  func alike() throws {
    for (column, value) in [("Type", "CPTS"), ("Avis", "favorable"), ("Périmètre", "périmètre")] {
      let scratch = try lists.world(
        "cpts;code;stade;\(column)\nX;01001;ACI;\(value)\nY;02001;LI;\(value)\n")
      #expect(try lists.report(scratch).code == 0)
      #expect(try lists.told(scratch, "colonne_inutilisee").allSatisfy { $0.hasPrefix("info") })
    }
  }

  @Test("folders of older perimeters and hidden placemarks of a KML are told")
  func hidden() throws {
    func placemark(_ name: String, _ stage: String, _ square: Square, _ more: String = "") -> String
    {
      let ring = Square.ring(square.corner, side: 0.01).map { "\($0.x),\($0.y)" }
      return "<Placemark><name>\(name)</name>\(more)<ExtendedData><Data name=\"stade\"><value>"
        + "\(stage)</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        + ring.joined(separator: " ")
        + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
    }
    for (odd, words) in [
      (
        "<Folder><name>Anciens périmètres</name>\(placemark("Y", "LI", World.cere))</Folder>",
        "Anciens périmètres"
      ), (placemark("Y", "LI", World.cere, "<visibility>0</visibility>"), "non affiché"),
      (
        "<Folder><visibility>0</visibility>\(placemark("Y", "LI", World.cere))</Folder>",
        "non affiché"
      ),
    ] {
      let scratch = try Scratch.world()
      try scratch.write(
        "l.kml",
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\(placemark("X", "ACI", World.aulnay))"
          + "\(odd)</Document></kml>")
      let outcome = try scratch.report(cpts: "l.kml")
      #expect(outcome.code == 0, "\(outcome.message)")
      let told = try lists.told(scratch, "colonne_inutilisee")
      #expect(told.contains { $0.hasPrefix("attention") && $0.contains(words) }, "\(told)")
    }
  }
}

extension SilentListTests {
  // MARK: Drawings

  @Test(
    "communes that a map names and its drawings leave out are told; a list of them gives the figure"
  )
  func drawnOtherwise() throws {
    func map(_ header: String, _ communes: String) -> String {
      World.collection([
        "{\"type\":\"Feature\",\"properties\":{\"cpts\":\"X\",\"stade\":\"ACI\",\"\(header)\":\"\(communes)\"},"
          + "\"geometry\":\(World.aulnay.geometry)}"
      ])
    }
    for header in [
      "communes", "code", "insee", "liste_communes", "Communes couvertes", "territoire",
    ] {
      for (communes, words) in [
        ("01001,01002", "« X » 01002 hors du dessin"),
        ("01002,02001", "01002, 02001 hors du dessin, 01001 en plus"),
        ("01002", "01002 hors du dessin"), ("01001", ""),
      ] {
        let scratch = try Scratch.world()
        try scratch.write("l.geojson", map(header, communes))
        #expect(try scratch.report(cpts: "l.geojson").code == 0)
        #expect(try lists.cpts(scratch) == ["X aci_signe 1000"])
        let told = try lists.told(scratch, "colonnes_contraires")
        #expect(told.count == (words.isEmpty ? 0 : 1), "\(header) \(communes): \(told)")
        #expect(told.allSatisfy { $0.hasPrefix("attention") && $0.contains(words) }, "\(told)")
      }
    }
    try lists.expect("cpts_id;stade;code\nX;ACI;\"01001,01002\"\n", cpts: ["X aci_signe 3000"])
  }
}
