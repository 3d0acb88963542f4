import GeoKernel
import Testing

@testable import Coverage

/// Borders that do not fit, drawn one by one.
@Suite struct BorderRepairTests {
  @Test func vertexThatOnlyOneNeighbourKnowsIsShared() async throws {
    let mesh = try await mesh([
      [(0, 0), (2, 0), (2, 2), (0, 2)],
      [(2, 0), (4, 0), (4, 2), (2, 2), (2, 1)],
    ])
    #expect(mesh.planarLengths() == [Pair(0, 1): 2])
    #expect(mesh.joinedUnits == [0])
  }

  @Test func vertexATenthOfATenthOfAMillimetreAwayIsOnTheSide() async throws {
    let mesh = try await mesh([
      [(0, 0), (2, 0), (2, 2), (0, 2)],
      [(2, 0), (4, 0), (4, 2), (2, 2), (2 + 1e-10, 1)],
    ])
    #expect(abs((mesh.planarLengths()[Pair(0, 1)] ?? 0) - 2) < 1e-9)
  }

  @Test func sidesThatCoincideInPartShareThatPart() async throws {
    let mesh = try await mesh([
      [(0, 0), (2, 0), (2, 2), (0, 2)],
      [(2, 1), (4, 1), (4, 3), (2, 3)],
    ])
    #expect(mesh.planarLengths() == [Pair(0, 1): 1])
  }

  @Test func cornerIsNoBorder() async throws {
    let mesh = try await mesh([
      [(0, 0), (2, 0), (2, 2), (0, 2)],
      [(2, 2), (4, 2), (4, 4), (2, 4)],
    ])
    #expect(mesh.planarLengths().isEmpty)
    #expect(mesh.findings.isEmpty)
  }

  /// Two units that lie on each other along their whole border are neighbours, by one border.
  @Test func overlapLeavesOneBorder() async throws {
    let mesh = try await mesh([
      [(0, 0), (2.1, 0), (2.1, 2), (0, 2)],
      [(2, 0), (4, 0), (4, 2), (2, 2)],
    ])
    #expect(abs((mesh.planarLengths()[Pair(0, 1)] ?? 0) - 2) < 1e-12)
    var tracer = OutlineTracer(mesh)
    #expect(tracer.outline(of: [0, 1]).ringCount == 1)
  }

  /// The first unit's border bulges over the second's, as badly simplified borders do.
  @Test func crossingBordersLeaveOneBorder() async throws {
    let mesh = try await mesh([
      [(0, 0), (2, 0), (2.2, 1), (2, 2), (0, 2)],
      [(2, 0), (4, 0), (4, 2), (2, 2), (1.9, 1.5), (2, 1)],
    ])
    var tracer = OutlineTracer(mesh)
    #expect(tracer.outline(of: [0, 1]).ringCount == 1)
    #expect((mesh.planarLengths()[Pair(0, 1)] ?? 0) < 2.5)
    #expect((mesh.planarLengths()[Pair(0, 1)] ?? 0) >= 2)
  }

  @Test func unitInsideAnotherBordersItAllAround() async throws {
    let mesh = try await mesh([
      [(0, 0), (4, 0), (4, 4), (0, 4)],
      [(1, 1), (2, 1), (2, 2), (1, 2)],
    ])
    #expect(mesh.planarLengths() == [Pair(0, 1): 4])
  }

  @Test func islandsOfOneUnitAreNoNeighbours() async throws {
    let mesh = try await mesh([
      [(0, 0), (1, 0), (1, 1), (0, 1)],
      [(2, 0), (4, 0), (4, 4), (2, 4)],
    ])
    #expect(mesh.planarLengths().isEmpty)
  }

  @Test func unitsOnTopOfEachOtherBothKeepTheirArea() async throws {
    let square = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
    let mesh = try await mesh([square, square])
    #expect(mesh.areas[0] == mesh.areas[1])
    #expect(mesh.areas[0] > 1e10)
    #expect(mesh.findings.map(\.unit) == [1])
  }

  /// A metre of nothing between two units is a fault of drawing; a kilometre is a lake.
  @Test(arguments: [(width: 1e-5, isClosed: true), (width: 1e-2, isClosed: false)])
  func onlyNarrowGapsAreClosed(width: Double, isClosed: Bool) async throws {
    let mesh = try await mesh([
      [(0, 0), (2, 0), (2, 2), (0, 2)],
      [(2, 0), (4, 0), (4, 2), (2, 2), (2 + width, 1.5), (2 + width, 0.5)],
    ])
    var tracer = OutlineTracer(mesh)
    #expect(tracer.outline(of: [0, 1]).ringCount == (isClosed ? 1 : 2))
    #expect(mesh.planarLengths().isEmpty != isClosed)
    #expect(mesh.findings.count == 1)
  }

  @Test func holeAroundAnIslandStays() async throws {
    var columns = PolygonColumns()
    append([(0, 0), (4, 0), (4, 4), (0, 4)], isHole: false, to: &columns)
    append([(1, 1), (1, 2), (2, 2), (2, 1)], isHole: true, to: &columns)
    columns.endFeature()
    let mesh = try await Mesh(MeshGround(columns), features: [0], reference: .wgs84)
    var tracer = OutlineTracer(mesh)
    let outline = tracer.outline(of: [0])
    #expect(outline.ringCount == 2)
    #expect(outline.isHole == [false, true])
  }

  @Test func directionAndStartOfRingsChangeNothing() async throws {
    let square = [(0.0, 0.0), (2, 0), (2, 2), (0, 2)]
    let other = [(2.0, 0.0), (4, 0), (4, 2), (2, 2)]
    let mesh = try await mesh([square.reversed(), Array(other[2...] + other[..<2])])
    #expect(mesh.planarLengths() == [Pair(0, 1): 2])
    #expect(mesh.areas.allSatisfy { $0 > 0 })
  }

  private func mesh(_ rings: [[(Double, Double)]]) async throws -> Mesh {
    var columns = PolygonColumns()
    for ring in rings {
      append(ring, isHole: false, to: &columns)
      columns.endFeature()
    }
    return try await Mesh(
      MeshGround(columns), features: .inOrder(rings.count), reference: .wgs84)
  }

  private func append(
    _ ring: [(Double, Double)], isHole: Bool, to columns: inout PolygonColumns
  ) {
    for (x, y) in ring {
      columns.x.append(x)
      columns.y.append(y)
    }
    columns.endRing(isHole: isHole)
  }
}

extension Mesh {
  fileprivate var joinedUnits: [Index<Unit>] {
    findings.compactMap { finding in
      if case .joined = finding.kind { finding.unit } else { nil }
    }
  }
}
