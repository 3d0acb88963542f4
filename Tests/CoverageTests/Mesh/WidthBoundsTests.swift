import GeoKernel
import Testing

@testable import Coverage

@Suite("Widths of gaps: bounds, and circles")
struct WidthBoundsTests {
  /// A star that is valid, about ten metres wide, and its width by GEOS.
  private func star(
    _ random: inout SplitMix
  ) throws -> (ring: [SIMD2<Double>], width: Double) {
    while true {
      let corners = random.int(in: 3...12)
      let thickness = [1, 0.3, 0.02][random.int(in: 0...2)]
      let size = random.double(in: 2...12) / thickness
      let ring = (0..<corners).map { corner in
        let turn = 4 * Double(corner) / Double(corners)
        let reach = size * random.double(in: 0.5...1.5)
        let (x, y) =
          switch turn {
          case ..<1: (1 - turn, turn)
          case ..<2: (1 - turn, 2 - turn)
          case ..<3: (turn - 3, 2 - turn)
          default: (turn - 3, turn - 4)
          }
        return SIMD2(
          reach * (0.8 * x - 0.6 * thickness * y), reach * (0.6 * x + 0.8 * thickness * y))
      }
      let shape = try Shape.polygons(0, of: PolygonColumns(ring: ring), in: GEOSContext())
      if try shape.isValid() { return (ring, try shape.width(tolerance: 1e-3)) }
    }
  }

  @Test("lie on both sides of what GEOS finds", arguments: 1...120 as ClosedRange<UInt64>)
  func bounds(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (ring, width) = try star(&random)
    let bounds = WidthBounds(of: ring)
    #expect(bounds.least <= width + 2e-3)
    #expect(bounds.most >= width - 2e-3)
    if ring.count == 3 { #expect(abs(bounds.most - width) < 2e-3) }
  }

  @Test("a ribbon has its own width, whatever its shape; what is rounder has that of a square")
  func even() {
    #expect(WidthBounds.evenWidth(area: 300, length: 206) == 3)
    #expect(WidthBounds.evenWidth(area: 100, length: 40) == 10)
    #expect(abs(WidthBounds.evenWidth(area: .pi * 25, length: .pi * 10) - 2.5 * .pi) < 1e-9)
    #expect(WidthBounds.evenWidth(area: 0, length: 12) == 0)
  }

  @Test(
    "whether a gap is closed is what GEOS says, and its width to a hundredth",
    arguments: 1...120 as ClosedRange<UInt64>)
  func gaps(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let (ring, width) = try star(&random)
    let gap = try gap(ring)
    if abs(width - 10) > 0.02 { #expect(gap.gap.isClosed == (width < 10)) }
    let found = gap.gap.width(gap.edges.ends, gap.vertices, gap.tolerance)
    #expect(abs(found - width) <= max(0.01, 0.01 * width) + 2e-3)
    #expect(abs(gap.gap.squareMetres - gap.area) < 1e-9 * gap.area)
  }

  /// The gap between two units that share its sides, in metres.
  private func gap(
    _ ring: [SIMD2<Double>]
  ) throws -> (
    gap: BorderGap, edges: EdgeTable<Unit>, vertices: RepairedVertices,
    tolerance: BorderTolerance, area: Double
  ) {
    var table = VertexTable(expected: ring.count)
    let ids = ring.map { table.id($0.x, $0.y, after: -1) }
    let vertices = RepairedVertices(given: table)
    var edges = EdgeTable<Unit>(vertexCount: ids.count, expectedEdges: ids.count)
    var sides: [DirectedEdge] = []
    for (place, id) in ids.enumerated() {
      let next = ids[(place + 1) % ids.count]
      let side = DirectedEdge(edge: edges.bare(id, next), isForward: id < next)
      edges[onLeftOf: side.reversed] = Index(place % 2)
      sides.append(side)
    }
    let tolerance = BorderTolerance(isGeographic: false)
    var room: [SIMD2<Double>] = []
    let area = abs(PolygonColumns(ring: ring).signedArea(of: 0))
    return (
      try #require(BorderGap(sides, edges, vertices, tolerance, ring: &room)), edges, vertices,
      tolerance, area
    )
  }

  @Test("a strip of a kilometre by a hundredth of a millimetre costs nothing to measure")
  func strip() throws {
    let thin = try gap([SIMD2(0, 0), SIMD2(1_000, 0), SIMD2(1_000, 1e-5), SIMD2(0, 1e-5)])
    #expect(thin.gap.isClosed)
    #expect(thin.gap.width(thin.edges.ends, thin.vertices, thin.tolerance) < 0.01)
    #expect(thin.gap.mostWidth < 0.01)
  }
}
