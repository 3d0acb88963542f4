import Testing

@testable import Coverage

@Suite("Which population is counted, of which year, from whom")
struct PopulationSourceTests {
  @Test(
    "the name of a column says the kind and the year, where it does",
    arguments: [
      ("PMUN", "Population municipale, année inconnue", nil),
      ("PMUN21", "Population municipale 2021", 2021),
      ("pmun_2019", "Population municipale 2019", 2019),
      ("PMUN99", "Population municipale 1999", 1999),
      ("population_municipale", "Population municipale, année inconnue", nil),
      ("PTOT", "Population totale, année inconnue", nil),
      ("population_totale_2021", "Population totale 2021", 2021),
      ("DGF", "Population DGF, année inconnue", nil),
      ("P20_POP", "Population de nature inconnue, 2020", 2020),
      ("population 2018", "Population de nature inconnue, 2018", 2018),
      ("population", "Population de nature et d’année inconnues", nil),
      ("pmun_liste", "Population de nature et d’année inconnues", nil),
      ("pop20210", "Population de nature et d’année inconnues", nil),
    ] as [(String, String, Int?)])
  func column(name: String, statement: String, year: Int?) {
    let source = PopulationSource(units: "units-2024.gpkg", column: name, description: "")
    #expect(source.statement.french == statement)
    #expect(source.year == year)
  }

  @Test(
    "a layer says it in a line of its own; the rest of its description is no statement",
    arguments: [
      (
        "Communes\nPopulation : municipale 2021, INSEE\nLimites : IGN 2024",
        "municipale 2021, INSEE", 2021
      ),
      ("POPULATION: municipal, 2019 ", "municipal, 2019", 2019),
      ("Population : INSEE", "INSEE", nil),
      ("Population :\nPopulation : 2020", "2020", 2020),
      ("Population :  mu\u{202E}nicipale", "municipale", nil),
      ("Densité de population : 2021", "Population municipale, année inconnue", nil),
      ("Population 2021", "Population municipale, année inconnue", nil),
    ] as [(String, String, Int?)])
  func layer(description: String, statement: String, year: Int?) {
    let source = PopulationSource(units: "u.gpkg", column: "pmun", description: description)
    #expect(source.statement.french == statement)
    #expect(source.year == year)
    #expect(source.told(in: .french) == "\(statement) (pmun, u.gpkg)")
  }

  @Test(
    "what the layer says is about the column that programs recognise, not about one that is named")
  func named() throws {
    var table = unitsTable(["code", "population", "PTOT20"], [["01001", "1", "2"]])
    table.description = "Population : municipale 2021"
    func source(_ named: [FieldRole: String]) throws -> PopulationSource {
      var normaliser = try UnitsNormaliser(table, named: named)
      return normaliser.run().populationSource
    }
    #expect(try source([:]).statement.french == "municipale 2021")
    #expect(try source([.population: "PTOT20"]).statement.french == "Population totale 2020")
  }

  @Test(
    "the name of a population file says the year, where no column does and one year stands in it")
  func files() {
    func source(_ files: (String, String)...) -> PopulationSource {
      PopulationSource(files: files.map { (path: $0.0, column: $0.1) })
    }
    let one = source(("insee/donnees_communes_2021.csv", "PMUN"))
    #expect(one.statement.french == "Population municipale 2021" && one.year == 2021)
    #expect(source(("2019/pop.csv", "PMUN")).year == nil)
    #expect(source(("communes_cog2024.csv", "PMUN")).year == nil)
    #expect(source(("pop_2021_geo_2024.csv", "PMUN")).year == nil)
    #expect(source(("pop_2024.csv", "PMUN21")).year == 2021)
    let two = source(("a_2021.csv", "PMUN"), ("mayotte.csv", "PMUN"))
    #expect(two.year == nil)
    #expect(
      two.statement.french
        == "Population municipale, a_2021.csv : 2021, mayotte.csv : année inconnue")
    let kinds = source(("a_2021.csv", "PMUN"), ("b_2021.csv", "PTOT"))
    #expect(kinds.statement.french == "Population de nature inconnue, 2021" && kinds.year == 2021)
  }
}
