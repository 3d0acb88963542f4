import Testing

@testable import Coverage
@testable import GeoKernel

@Suite("Which drawings cover each face")
struct FaceLabelsTests {
  private let unit = rectangle(0, 0, 100, 50)

  ///     ┌─────────────┐
  ///     │ ┌─────────┐ │
  ///     │ │ ┌─────┐ │ │
  @Test("rings within rings: each is one drawing deeper")
  func nested() async throws {
    let depth = 20
    let drawings = (0..<depth).map { index in
      let margin = Double(index + 1)
      return drawing((rectangle(margin, margin, 100 - margin, 50 - margin), false))
    }
    let mesh = try await Mesh(unit, drawings: PolygonColumns(drawings))
    let labels = Set(mesh.cutting(of: 0).map(\.drawings))
    #expect(labels == Set((0...depth).map { Array(0..<Index<Drawing>($0)) }))
    let deepest = mesh.cutting(of: 0).first { $0.drawings.count == depth }
    #expect(deepest.map { abs($0.area - 60 * 10) < 1e-6 } == true)
  }

  @Test("the same ring many times, in either direction, is one border")
  func identical() async throws {
    let ring = rectangle(10, 10, 60, 40)
    let drawings = (0..<30).map { drawing(($0 % 2 == 0 ? ring : ring.reversed(), false)) }
    let mesh = try await Mesh(unit, drawings: PolygonColumns(drawings))
    #expect(matches(mesh.cutting(of: 0), [([], 3500), ((0..<30).map { Index($0) }, 1500)]))
  }

  @Test("a drawing and its complement share out every place")
  func complement() async throws {
    let ring = rectangle(50, -5, 110, 55)
    let mesh = try await Mesh(
      unit, rectangle(100, 0, 120, 50),
      drawings: PolygonColumns([
        drawing((ring, false)), drawing((rectangle(-10, -10, 130, 60), false), (ring, true)),
      ]))
    #expect(
      matches(
        mesh.cutting(of: 0).sorted { $0.drawings[0] < $1.drawings[0] }, [([0], 2500), ([1], 2500)]))
    #expect(matches(mesh.cutting(of: 1), [([0], 500), ([1], 500)]))
  }

  /// Two parts of one drawing side by side are against the rules, but clear.
  @Test("parts that share a side are one place: the side between them is no border")
  func partsSideBySide() async throws {
    let parts = drawing((rectangle(10, 10, 20, 40), false), (rectangle(20, 10, 30, 40), false))
    let mesh = try await Mesh(unit, drawings: parts)
    #expect(matches(mesh.cutting(of: 0).filter { $0.drawings.isEmpty }, [([], 4400)]))
    #expect(mesh.cutting(of: 0).reduce(0) { $0 + $1.area }.rounded() == 5000)
    #expect(try #require(mesh.drawn).territories.anomalies.isEmpty)
  }

  @Test("a spike and a line there and back bound nothing")
  func spikes() async throws {
    let spiked = [(10.0, 10.0), (30, 10), (30, 20), (90, 20), (30, 20), (30, 30), (10, 30)]
    let mesh = try await Mesh(unit, drawings: drawing((spiked, false)))
    #expect(matches(mesh.cutting(of: 0), [([], 4600), ([0], 400)]))
  }
}
