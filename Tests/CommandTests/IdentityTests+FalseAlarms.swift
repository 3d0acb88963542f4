import Testing

// What was told, or counted, though nothing was wrong.

extension IdentityTests {
  @Test("identifiers that were put together are not told as two")
  func joined() throws {
    for (id, other) in [
      ("C001", "c001"), ("84-001", "84/001"), ("CPTS-001", "CPTS001"), ("A 1", "A1"), ("1", "1,0"),
    ] {
      let scratch = try world("id_cpts;stade\n\(id);ACI\n", "id_cpts;code\n\(other);01001\n")
      let outcome = try report(scratch, ["--cpts", "s.csv"])
      #expect(outcome.code == 0, "\(id): \(outcome.message)")
      #expect(try people(scratch, "aci_signe") == "1000")
      #expect(try told(scratch, "identifiants_proches").count == 1, "\(id)")
      #expect(try told(scratch, "cpts_similaires") == [], "\(id)")
      #expect(try told(scratch, "plusieurs_cpts") == [], "\(id)")
    }
  }

  @Test("counts and notes below a table are no CPTS")
  func notesBelow() throws {
    for row in [
      "Nombre de CPTS;2;", "Population couverte;32368;", "Moyenne;;", "Légende;;",
      "ACI = accord conventionnel;;", "(*) : 15267 retirée;;",
    ] {
      try expect(
        "cpts;code;stade\nX;01001;ACI\n\(row)\n", cpts: ["X aci_signe 1000"], "ligne_de_total",
        "information 3 ")
    }
  }
}
