import GeoKernel
import Testing

@testable import Coverage

/// The mesh against GEOS overlays, which take the long way to the same answers.
@Suite struct MeshOracleTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func borderLengthsAreThoseOfOverlays(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let world = TileWorld(&random)
    let mesh = try await world.mesh()
    let context = GEOSContext()
    let shapes = try world.shapes(in: context)
    let lengths = mesh.planarLengths()
    for first in 0..<world.unitCount {
      for second in first + 1..<world.unitCount {
        let border = try shapes[first].boundary()
        let snapped = try shapes[second].boundary().snapped(to: border, tolerance: 1e-9)
        let oracle = try border.snapped(to: snapped, tolerance: 1e-9).intersection(snapped)
        let expected = try oracle.length()
        let found = lengths[Pair(Int32(first), Int32(second))] ?? 0
        #expect(abs(found - expected) < 1e-8, "units \(first) and \(second)")
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func outlinesAreThoseOfUnions(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let world = TileWorld(&random)
    let mesh = try await world.mesh()
    let context = GEOSContext()
    let shapes = try world.shapes(in: context)
    var tracer = OutlineTracer(mesh)
    for _ in 0..<10 {
      let members = (0..<world.unitCount).filter { _ in random.int(in: 0...2) > 0 }
      let outline = try mesh.shape(
        of: tracer.outline(of: members.map { Index<Unit>($0).piece }), in: context)
      #expect(try outline.isValid())
      let union = try Shape.collection(members.map { shapes[$0] }, in: context).unaryUnion()
      #expect(try outline.difference(union).area() < 1e-12)
      #expect(try union.difference(outline).area() < 1e-12)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func areasAreThoseOfGeodesics(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let world = TileWorld(&random)
    let mesh = try await world.mesh()
    var geodesic = Geodesic()
    for unit in 0..<world.unitCount {
      let cells = world.unitOfCell.indices.filter { world.unitOfCell[$0] == unit }
      let expected = cells.reduce(0.0) { sum, cell in
        let ring = dense(world.ring(ofCell: cell))
        return sum + geodesic.area(longitudes: ring.map(\.x), latitudes: ring.map(\.y))
      }
      #expect(abs(mesh.areas[unit] - expected) <= 2e-7 * expected)
    }
  }

  /// So many points on each side that geodesics between them follow the straight line in degrees.
  private func dense(_ ring: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    zip(ring, ring.dropFirst() + ring.prefix(1)).flatMap { from, to in
      (0..<16).map { step in
        let share = Double(step) / 16
        return (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
      }
    }
  }

  /// Whatever is done to labels, they partition the plane: each unit's sides close around its area.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func labelsClose(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let mesh = try await TileWorld(&random).mesh()
    for unit in mesh.units {
      let area = mesh.planarAreaFromBorders(of: unit.piece)
      let outline = mesh.outline(of: unit)
      let given = (0..<outline.ringCount).reduce(0) { $0 + mesh.planarArea(of: outline.ring($1)) }
      #expect(abs(area - given) < 1e-12)
    }
  }
}

struct Pair: Hashable {
  let first: Int32
  let second: Int32
  init(_ first: Int32, _ second: Int32) {
    self.first = min(first, second)
    self.second = max(first, second)
  }
  init<Of>(_ first: Index<Of>, _ second: Index<Of>) { self.init(first.raw, second.raw) }
}

extension Mesh {
  /// Degrees of border between each two units.
  func planarLengths() -> [Pair: Double] {
    borderLengths { edge in
      let (a, b) = (edges.low[edge], edges.high[edge])
      let dx = longitudes[a] - longitudes[b]
      let dy = latitudes[a] - latitudes[b]
      return (dx * dx + dy * dy).squareRoot()
    }
  }

  /// Metres of border between each two units.
  func metricLengths() -> [Pair: Double] { borderLengths(length) }

  private func borderLengths(_ measure: (Index<Edge>) -> Double) -> [Pair: Double] {
    var lengths: [Pair: Double] = [:]
    for edge in edges.indices {
      let (left, right) = (edges.left[edge], edges.right[edge])
      guard left.exists, right.exists, left != right else { continue }
      lengths[Pair(left, right), default: 0] += measure(edge)
    }
    return lengths
  }

  func planarAreaFromBorders(of piece: Index<Piece>) -> Double {
    let origin = (x: longitudes[0], y: latitudes[0])
    return borders[piece].reduce(0.0) { sum, edge in
      let (a, b) = (edges.low[edge], edges.high[edge])
      let cross =
        (longitudes[a] - origin.x) * (latitudes[b] - origin.y)
        - (longitudes[b] - origin.x) * (latitudes[a] - origin.y)
      return sum + (edges.left[edge] == piece ? cross : -cross) / 2
    }
  }

  func shape(of outline: Outline, in context: GEOSContext) throws -> Shape {
    try Shape.polygons(
      (0..<outline.ringCount).map { index in
        let ring = outline.ring(index)
        return (
          ring.map { longitudes[$0] }, ring.map { latitudes[$0] }, outline.isHole[index]
        )
      }, in: context)
  }
}
