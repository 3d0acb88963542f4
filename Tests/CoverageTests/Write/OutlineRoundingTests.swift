import GeoKernel
import Testing

@testable import Coverage

@Suite("Outlines are written so that they are read back valid")
struct OutlineRoundingTests {
  private func written(_ columns: PolygonColumns) async throws -> [[[[[Double]]]]] {
    let mesh = try await Mesh(
      MeshGround(columns), features: .inOrder(columns.featureCount), reference: .wgs84)
    var table = Table("t", ["rang"])
    for unit in mesh.units { table.append(.whole(Int(unit))) }
    var bytes: [UInt8] = []
    try GeoJSONWriter.write(
      table, PositionText(mesh), outline: { mesh.outline(of: Index($0)) },
      flush: { (piece) throws(InputFault) in bytes += piece })
    return try GeoJSONText(bytes).features.map(\.polygons)
  }

  private func shape(_ parts: [[[[Double]]]], in context: GEOSContext) throws -> Shape {
    let rings = parts.flatMap { polygon in
      polygon.enumerated().map { index, ring in
        (
          x: ring.dropLast().map { $0[0] }, y: ring.dropLast().map { $0[1] }, isHole: index > 0
        )
      }
    }
    return try Shape.polygons(rings, in: context)
  }

  private func isAnticlockwise(_ ring: [[Double]]) -> Bool {
    var doubled = 0.0
    for (from, to) in zip(ring, ring.dropFirst()) {
      let (west, south) = (from[0] - ring[0][0], from[1] - ring[0][1])
      doubled += west * (to[1] - ring[0][1]) - south * (to[0] - ring[0][0])
    }
    return doubled > 0
  }

  @Test(
    "slivers of any width are valid, closed, and as large", arguments: 1...8 as ClosedRange<UInt64>)
  func slivers(seed: UInt64) async throws {
    let context = GEOSContext()
    let given = Slivers(seed: seed, count: 400).columns
    var columns = PolygonColumns()
    for feature in 0..<given.featureCount
    where try Shape.polygons(feature, of: given, in: context).isValid() {
      columns.append(feature, of: given)
    }
    #expect(columns.featureCount > 100)
    var exactCount = 0
    for (feature, parts) in try await written(columns).enumerated() {
      let shape = try shape(parts, in: context)
      #expect(try shape.isValid(), "feature \(feature)")
      let drawn = try Shape.polygons(feature, of: columns, in: context)
      let lost = try abs(shape.area() - drawn.area())
      #expect(try lost <= 1e-7 * (drawn.length() + 1e-6), "feature \(feature)")
      for polygon in parts {
        for (index, ring) in polygon.enumerated() {
          #expect(ring.first == ring.last && ring.count >= 4)
          #expect(isAnticlockwise(ring) == (index == 0))
        }
      }
      let coordinates = parts.joined().joined().joined()
      exactCount += coordinates.contains { $0 != OutlineRounding.rounded($0) } ? 1 : 0
    }
    // Few are harmed by rounding, but some are.
    #expect(exactCount > 10 && exactCount < columns.featureCount)
  }

  @Test("a drawing that GEOS finds invalid to the last decimal is written as GEOS mends it")
  func mended() async throws {
    var columns = PolygonColumns()
    // A square of which one corner was pulled through the opposite side, by a millimetre.
    let corners = [
      (2.0, 46.0), (2.1, 46.0), (2.1, 46.1), (2.05, 45.999_999_99), (2.0, 46.1),
    ]
    for point in corners {
      columns.x.append(point.0)
      columns.y.append(point.1)
    }
    columns.endRing(isHole: false)
    columns.endFeature()
    let features = try await written(columns)
    #expect(features[0].count > 1)
    #expect(features[0].allSatisfy { $0.count == 1 })
    #expect(try shape(features[0], in: GEOSContext()).isValid())
    #expect(features[0].allSatisfy { isAnticlockwise($0[0]) })
  }
}
