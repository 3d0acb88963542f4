import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Drawn layers in other reference systems")
struct DrawnLayerTests {
  private func layer(
    _ reference: DeclaredReference, _ rings: [(Double, Double)]...
  ) -> DrawnLayer {
    var polygons = PolygonColumns()
    for ring in rings { polygons.append(0, of: drawing((ring, false))) }
    return DrawnLayer(
      path: "t.gpkg", reference: reference, polygons: polygons,
      rows: rings.indices.map { DrawnLayer.Row(cpts: CPTSID("C\($0)"), line: $0 + 1) })
  }

  private let lambert = DeclaredReference.other("EPSG:2154")

  @Test("one and the same system changes nothing")
  func same() throws {
    let given = layer(lambert, rectangle(1e30, 0, 2e30, 1))
    let (layer, moved, anomalies) = try given.brought(to: lambert)
    #expect(moved.x == given.polygons.x && layer.rows.count == 1)
    #expect(anomalies.isEmpty)
    let degrees = self.layer(.undeclared, rectangle(2, 46, 3, 47))
    #expect(try degrees.brought(to: .wgs84).moved.x == degrees.polygons.x)
  }

  @Test("Lambert-93 goes to degrees and back within a tenth of a millimetre")
  func thereAndBack() throws {
    let given = layer(lambert, rectangle(652_000, 6_862_000, 653_000, 6_863_000))
    let degrees = try given.brought(to: .wgs84).moved
    #expect(abs(degrees.x[0] - 2.3458) < 1e-3)
    #expect(abs(degrees.y[0] - 48.8563) < 1e-3)
    let there = DrawnLayer(
      path: "t.gpkg", reference: .wgs84, polygons: degrees, rows: given.rows)
    let back = try there.brought(to: lambert).moved
    #expect(zip(back.x, given.polygons.x).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(zip(back.y, given.polygons.y).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("a drawing without a place in the other system costs itself only")
  func outside() throws {
    let europe = DeclaredReference.other("EPSG:3035")
    let given = layer(
      europe, rectangle(4e6, 3e6, 4.1e6, 3.1e6), [(4e6, 3e6), (9e8, 3e6), (4e6, 9e8)],
      rectangle(4.1e6, 3e6, 4.2e6, 3.1e6))
    let (layer, moved, anomalies) = try given.brought(to: .wgs84)
    #expect(layer.rows.map(\.line) == [1, 3])
    #expect(layer.polygons.featureEnds == [1, 2] && layer.polygons.x.count == 8)
    #expect(moved.featureEnds == [1, 2] && moved.x.count == 8)
    #expect(anomalies.map(\.brief) == ["erreur dessin_ecarte 2 C1"])
  }

  @Test("a system that PROJ does not know is a fault that names the file and the system")
  func unknown() {
    let given = layer(.other("EPSG:999999"), rectangle(0, 0, 1, 1))
    let fault = fault { _ = try given.brought(to: .wgs84) }
    #expect(fault?.path == "t.gpkg")
    #expect(fault?.problem.french.hasPrefix("système de référence « EPSG:999999 » : ") == true)
  }

  @Test("exchanged coordinates are found where the units are")
  func swapped() throws {
    let degrees = layer(.wgs84, rectangle(46, 2, 46.1, 2.1), rectangle(2, 46, 2.1, 46.1))
    let positions = try degrees.exchangedPositions(of: [0], in: .wgs84)
    #expect(positions.count == 1 && positions[0].feature == 0)
    #expect(positions[0].x == 2 && positions[0].y == 46)
    let metres = layer(lambert, rectangle(6_862_000, 652_000, 6_863_000, 653_000))
    let inDegrees = try metres.exchangedPositions(of: [0], in: .wgs84)
    #expect(abs(inDegrees[0].x - 2.3458) < 1e-3 && abs(inDegrees[0].y - 48.8563) < 1e-3)
    #expect(try degrees.exchangedPositions(of: [], in: lambert).isEmpty)
  }

  @Test("anomalies of a drawing name its row, its CPTS, and areas in square metres")
  func anomalies() {
    let given = layer(.wgs84, rectangle(2, 46, 3, 47))
    let repaired = given.repaired(0, areaBefore: 1234.56, areaAfter: 99.95)
    #expect(repaired.brief == "attention territoire_repare 1 C0")
    #expect(
      repaired.treatment.french
        == "réparé pour le calcul : 1235 m² avant, 100.0 m² après ; donnée intacte")
    #expect(given.withoutArea(0).brief == "erreur dessin_ecarte 1 C0")
    let outside = given.outsideUnits(0, looksSwapped: false)
    #expect(outside.brief == "erreur territoire_hors_unites 1 C0")
    #expect(outside.treatment.french == "il ne couvre personne")
    #expect(
      given.outsideUnits(0, looksSwapped: true).treatment.french
        == "il ne couvre personne : exportez-le avec la longitude (ou l’est) d’abord")
    for area in [Double.infinity, .nan, 1e300] {
      #expect(
        given.repaired(0, areaBefore: area, areaAfter: 0).treatment.english
          == "repaired for the computation: > 1e18 m² before, 0.0 m² after; data untouched")
    }
  }
}
