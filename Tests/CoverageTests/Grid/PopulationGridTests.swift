import Testing

@testable import Coverage

/// The file in, cells and anomalies out.
@Suite("Gridded population is read")
struct PopulationGridTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func grid(
    _ csv: String, named: [FieldRole: String] = [:]
  ) throws -> PopulationGrid {
    try PopulationGrid.read(try scratch.file("grille.csv", csv), named: named)
  }

  /// South-western corner and people of each cell.
  private func cells(_ layer: PopulationGrid.Layer) -> [[Double]] {
    (0..<layer.count).map { index in
      let corner = layer.centre(of: index) - layer.cellExtent / 2
      return [corner.x, corner.y, layer.people[index]]
    }
  }

  @Test("INSEE's names and people, in whatever order they come")
  func insee() throws {
    let grid = try grid(
      """
      "IdINSPIRE","Ind","Men"
      "CRS3035RES200mN2029600E4259200",3,1
      "CRS3035RES200mN2029400E4259400",0.4,1
      "CRS3035RES200mN2029400E4259000",63.5,42
      """)
    #expect(grid.layers.map { $0.reference } == ["EPSG:3035"])
    #expect(grid.layers[0].cellExtent == SIMD2(200, 200))
    #expect(
      cells(grid.layers[0]) == [
        [4_259_000, 2_029_400, 63.5], [4_259_400, 2_029_400, 0.4], [4_259_200, 2_029_600, 3],
      ])
    #expect(grid.totalPopulation == 66.9)
    #expect(grid.anomalies == [] && grid.ledger.rowsRead == 3 && grid.ledger.rowsKept == 3)
  }

  @Test(
    "headers, separators and numbers as they come",
    arguments: [
      "IdINSPIRE;Ind\nCRS3035RES200mN0002000E0004000;1,5\n",
      "idcar_1km,pop,idcar_200m\nCRS3035RES1000mN2000E4000,1.5,CRS3035RES200mN2000E4000\n",
      "\u{FEFF}id_inspire\tIND\r\ncrs3035res200mn2000e4000\t1.5e0\r\n",
      "\n\nIND,\"IdINSPIRE\"\n\"1,5\",\" CRS3035RES200mN2000E4000 \"",
      "note,Ind,idcar\n\"a\nb\"\"c\", 1.50 ,CRS3035RES200mN2000E4000\r",
    ])
  func spellings(csv: String) throws {
    let grid = try grid(csv)
    #expect(grid.layers.map(cells) == [[[4000, 2000, 1.5]]])
    #expect(grid.anomalies == [])
  }

  @Test("systems and sizes are told apart, in a fixed order")
  func mixed() throws {
    let grid = try grid(
      """
      idcar_nat,ind
      CRS5490RES200mN1600000E700000,1
      CRS3035RES1000mN2029000E4259000,2
      CRS2975RES200mN7650000E350000,3
      CRS3035RES200mN2030000E4259000,4
      CRS3035RES1000mN2029000E4258000,5
      """)
    #expect(
      grid.layers.map { "\($0.reference) \($0.cellExtent.x) \($0.people)" } == [
        "EPSG:2975 200.0 [3.0]", "EPSG:3035 200.0 [4.0]", "EPSG:3035 1000.0 [5.0, 2.0]",
        "EPSG:5490 200.0 [1.0]",
      ])
    #expect(grid.totalPopulation == 15 && grid.anomalies == [])
  }

  @Test("rows that cannot be used are set aside, each with its line, its place and why")
  func setAside() throws {
    let grid = try grid(
      """
      IdINSPIRE,Ind
      CRS3035RES200mN2000E4000,1
      CRS3035RES200mN2000,2
      CRS3035RES200mN2000E4200,-3
      CRS3035RES200mN2000E4400,nan

      CRS3035RES200mN2000E4600,
      CRS3035RES200mN2000E4800,1e300
      CRS3035RES200mN2000E5000,inf
      CRS3035RES0mN2000E5000,1
      CRS3035RES200mN2000E99999999999999999999,1
      CRS3035RES200mN2000E5200,1,2
      CRS3035RES200mN2000E5400
      "CRS3035RES200mN2000E5600"x,1
      "CRS3035RES200mN2000E5800",12
      """)
    #expect(
      grid.anomalies.map(\.brief) == [
        "erreur carreau_ecarte 3 CRS3035RES200mN2000",
        "erreur carreau_ecarte 4 CRS3035RES200mN2000E4200",
        "erreur carreau_ecarte 5 CRS3035RES200mN2000E4400",
        "erreur carreau_ecarte 7 CRS3035RES200mN2000E4600",
        "erreur carreau_ecarte 8 CRS3035RES200mN2000E4800",
        "erreur carreau_ecarte 9 CRS3035RES200mN2000E5000",
        "erreur carreau_ecarte 10 CRS3035RES0mN2000E5000",
        "erreur carreau_ecarte 11 CRS3035RES200mN2000E99999999999999999999",
        "erreur ligne_irreguliere 12 CRS3035RES200mN2000E5200",
        "erreur carreau_ecarte 13 CRS3035RES200mN2000E5400",
        "erreur ligne_irreguliere 14 CRS3035RES200mN2000E5600",
      ])
    #expect(grid.anomalies[1].finding.french == "« -3 » n’est pas un nombre d’habitants")
    #expect(grid.anomalies[3].finding.french == "nombre d’habitants absent")
    #expect(grid.layers[0].people == [1, 12])
    #expect(grid.ledger.rowsRead == 13 && grid.ledger.rowsSetAside == 11)
  }

  @Test("of a cell that comes twice the first row counts")
  func duplicates() throws {
    let grid = try grid(
      """
      IdINSPIRE,Ind
      CRS3035RES200mN2000E4200,7
      CRS3035RES200mN2000E4000,1
      CRS3035RES200mN002000E04000,2
      CRS3035RES200mN2000E4000,1
      """)
    #expect(grid.layers[0].people == [1, 7])
    #expect(
      grid.anomalies.map(\.brief) == [
        "erreur carreau_en_double 4 CRS3035RES200mN2000E4000",
        "information carreau_en_double 5 CRS3035RES200mN2000E4000",
      ])
    #expect(grid.anomalies[0].finding.english == "2.0 people here, 1.0 at line 3")
    #expect(grid.ledger.rowsSetAside == 2)
  }

  @Test("a cell that holds smaller ones does not count its people again")
  func nested() throws {
    let grid = try grid(
      """
      idcar,ind
      CRS3035RES1000mN3000E5000,50
      CRS3035RES1000mN2000E4000,9
      CRS3035RES200mN2800E4800,4
      CRS2975RES200mN3200E5200,1
      """)
    #expect(grid.layers.map { $0.people } == [[1], [4], [50]])
    #expect(
      grid.anomalies.map(\.brief) == ["attention carreau_en_double 3 CRS3035RES1000mN2000E4000"])
  }

  @Test("corners may be shifted, all by as much; of several shifts the commonest is used")
  func shifted() throws {
    let grid = try grid(
      """
      idcar,ind
      CRS3035RES200mN2000E4000,9
      CRS3035RES200mN2050E4100,1
      CRS3035RES200mN2050E4300,2
      """)
    #expect(cells(grid.layers[0]) == [[4100, 2050, 1], [4300, 2050, 2]])
    #expect(grid.anomalies.map(\.brief) == ["erreur carreau_ecarte 2 CRS3035RES200mN2000E4000"])
  }

  @Test("a file of wrong rows is told in part and counted in full")
  func manyWrong() throws {
    let rows = (0..<5_000).map { "x\($0),1\n" } + ["CRS3035RES200mN2000E4000,1\n"]
    let grid = try grid("idcar,ind\n" + rows.joined())
    #expect(grid.ledger.rowsSetAside == 5_000)
    #expect(grid.anomalies.count == GridProblems.mostTold + 1)
    #expect(grid.anomalies.last?.line == nil)
    #expect(grid.anomalies.last?.finding.english == "4000 more rows likewise")
  }

  @Test("more kinds of cells than any country has are not held")
  func manyGrids() throws {
    let rows = (1...100).map { "CRS3035RES\($0)mN0E\($0 * 100_000),1\n" }
    let grid = try grid("idcar,ind\n" + rows.joined())
    #expect(grid.layers.count == 64 && grid.ledger.rowsSetAside == 36)
  }

  @Test("the user names the columns that are not recognised")
  func mapped() throws {
    let csv = "maille,habitants\nCRS3035RES200mN2000E4000,8\n"
    let full = try grid(csv, named: [.cell: "Maille", .cellPopulation: "habitants"])
    #expect(full.totalPopulation == 8)
    let short = try grid(csv, named: [.cell: "maille", .population: "habitants"])
    #expect(short.totalPopulation == 8)
  }
}
