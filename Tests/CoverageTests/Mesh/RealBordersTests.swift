import GeoKernel
import Testing

@testable import Coverage

/// The mesh of a real department against GEOS overlays: Ille-et-Vilaine, where neighbours have points
/// that the other lacks (35037, 35331, 35351), and the Hautes-Alpes, where they fit.
@Suite struct RealBordersTests {
  @Test(
    "borders and outline are those of overlays",
    .enabled(if: franceGeoPackage != nil, "data/france/units-france.gpkg is absent"),
    arguments: ["05", "35"])
  func department(code: String) async throws {
    let geometry = try Self.polygons(ofDepartment: code)
    let mesh = try await Mesh(
      MeshGround(geometry), features: .inOrder(geometry.featureCount),
      reference: .wgs84)
    let context = GEOSContext()
    let shapes = try (0..<geometry.featureCount).map {
      try Shape.polygons($0, of: geometry, in: context)
    }
    let lengths = mesh.planarLengths()
    let misfits = Set(mesh.findings.flatMap { [$0.unit] + ($0.neighbour.map { [$0] } ?? []) })
    #expect(misfits.isEmpty == (code == "05"))
    var compared = 0
    for (pair, found) in lengths
    where misfits.isDisjoint(with: [Index(pair.first), Index(pair.second)]) {
      let oracle = try shapes[Int(pair.first)].boundary().intersection(
        shapes[Int(pair.second)].boundary())
      #expect(abs(found - (try oracle.length())) < 1e-9)
      compared += 1
    }
    #expect(compared > 300)
    var tracer = OutlineTracer(mesh)
    let outline = try mesh.shape(
      of: tracer.outline(of: mesh.pieces.indices), in: context)
    let union = try Shape.collection(shapes, in: context).unaryUnion()
    #expect(try outline.isValid())
    // A gap under ten metres, closed by the mesh, may be all that the union lacks.
    #expect(try outline.difference(union).area() < 1e-7)
    #expect(try union.difference(outline).area() < 1e-12)
  }

  private static func polygons(ofDepartment code: String) throws -> PolygonColumns {
    let table = try FeatureTable.read(#require(franceGeoPackage))
    let column = table.columns.firstIndex(of: "dep")
    var result = PolygonColumns()
    for row in 0..<table.rowCount where table.text(row: row, column: column) == code {
      for ring in table.geometry.rings(of: row) {
        let span = table.geometry.vertices(of: ring)
        result.x += table.geometry.x[span]
        result.y += table.geometry.y[span]
        result.endRing(isHole: table.geometry.ringIsHole[ring])
      }
      result.endFeature()
    }
    return result
  }
}
