import Testing

@testable import Coverage

@Suite("A gridded population in an archive or a GeoPackage")
struct GridContainerTests {
  private let csv =
    "idcar_200m,i_est,ind\nCRS3035RES200mN2483800E3491800,0,3\nCRS3035RES200mN2483800E3491600,0,6.5\n"

  @Test("is the one of its CSV file")
  func same() throws {
    let scratch = try Scratch()
    let zip = ZipWriter.archive([
      .init("carreaux.csv", csv, deflated: true), .init("LISEZMOI.txt", "licence"),
    ])
    var package = TinyGeoPackage()
    package.layer(
      "carreaux", srs: 2_154, columns: ["idcar_200m", "i_est", "ind"],
      [
        (["CRS3035RES200mN2483800E3491800", "0", "3"], .null),
        (["CRS3035RES200mN2483800E3491600", "0", "6.5"], .null),
        (["rien", "0", "1"], .null),
      ])
    let plain = try PopulationGrid.read(try scratch.file("g.csv", csv), named: [:])
    let zipped = try PopulationGrid.read(try scratch.file("g.zip", zip), named: [:])
    let layer = try PopulationGrid.read(try scratch.file("g.gpkg", package.bytes), named: [:])
    #expect(plain.totalPopulation == 9.5)
    #expect(zipped.totalPopulation == 9.5 && zipped.anomalies.isEmpty)
    #expect(layer.totalPopulation == 9.5)
    // The third row of the layer is its row 3.
    #expect(layer.anomalies.map(\.brief) == ["erreur carreau_ecarte 3 rien"])
    #expect(layer.ledger.rowsRead == 3 && layer.ledger.rowsSetAside == 1)
  }
}
