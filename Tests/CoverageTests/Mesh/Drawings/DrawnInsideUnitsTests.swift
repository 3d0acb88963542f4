import Testing

@testable import Coverage
@testable import GeoKernel

/// Which unit a ring lies in that meets no border, or meets borders only here and there.
@Suite("Drawings inside of units, around them and beside them")
struct DrawnInsideUnitsTests {
  private let west = rectangle(0, 0, 4, 4)
  private let east = rectangle(4, 0, 8, 4)

  ///     ┌─────────┬─────────┐
  ///     │  ┌───┐  │         │
  ///     │  └───┘  │         │
  ///     └─────────┴─────────┘
  @Test("a ring that floats within a unit cuts that unit and no other")
  func floating() async throws {
    let mesh = try await Mesh(west, east, drawings: drawing((rectangle(1, 1, 2, 3), false)))
    #expect(matches(mesh.cutting(of: 0), [([], 14), ([0], 2)]))
    #expect(matches(mesh.cutting(of: 1), [([], 16)]))
    #expect(!mesh.pieces.isCut(1))
  }

  @Test("a ring around an island, in the sea, covers it whole and cuts nothing")
  func aroundIsland() async throws {
    let mesh = try await Mesh(
      west, rectangle(6, 1, 7, 2), drawings: drawing((rectangle(5, 0, 8, 3), false)))
    #expect(matches(mesh.cutting(of: 0), [([], 16)]))
    #expect(matches(mesh.cutting(of: 1), [([0], 1)]))
  }

  @Test("a ring in the sea beside everything covers nothing, and one around everything all")
  func besideAndAround() async throws {
    let mesh = try await Mesh(
      west, east,
      drawings: PolygonColumns([
        drawing((rectangle(10, 0, 11, 1), false)), drawing((rectangle(-9, -9, 20, 20), false)),
      ]))
    #expect(matches(mesh.cutting(of: 0), [([1], 16)]))
    #expect(matches(mesh.cutting(of: 1), [([1], 16)]))
  }

  @Test("a ring in the lake of a unit covers nothing; one around the lake covers what is land")
  func lake() async throws {
    let unit = drawing((west, false), (rectangle(1, 1, 3, 3), true))
    let mesh = try await Mesh(
      unit,
      [
        DrawnLayer(
          PolygonColumns([
            drawing((rectangle(1.5, 1.5, 2.5, 2.5), false)),
            drawing((rectangle(0.5, 0.5, 3.5, 3.5), false)),
          ]))
      ])
    #expect(matches(mesh.cutting(of: 0), [([], 7), ([1], 5)]))
  }

  @Test("a hole in a drawing that floats is outside of it, and an island in the hole is inside")
  func holeAndIsland() async throws {
    let mesh = try await Mesh(
      west,
      drawings: drawing(
        (rectangle(0.5, 0.5, 3.5, 3.5), false), (rectangle(1, 1, 3, 3), true),
        (rectangle(1.5, 1.5, 2.5, 2.5), false)))
    #expect(matches(mesh.cutting(of: 0), [([], 7), ([0], 5), ([], 3), ([0], 1)]))
  }

  ///     ┌─────────┬─────────┐
  ///     │         ◆         │   the diamond's western corner is on the border
  ///     └─────────┴─────────┘
  @Test("a ring that touches a border at one point lies in the unit on its side")
  func touching() async throws {
    let diamond = [(4.0, 2.0), (5, 1), (6, 2), (5, 3)]
    let mesh = try await Mesh(west, east, drawings: drawing((diamond, false)))
    #expect(matches(mesh.cutting(of: 0), [([], 16)]))
    #expect(matches(mesh.cutting(of: 1), [([], 14), ([0], 2)]))
  }

  @Test("a drawing along the border from outside of the map covers nothing")
  func alongCoast() async throws {
    let mesh = try await Mesh(
      west, east, drawings: drawing((rectangle(8, -1, 9, 3), false)))
    #expect(matches(mesh.cutting(of: 1), [([], 16)]))
  }

  @Test("parts of one unit that a drawing covers alike are one piece")
  func islandsOfOneUnit() async throws {
    let unit = drawing(
      (west, false), (rectangle(5, 0, 6, 1), false), (rectangle(7, 0, 8, 1), false))
    let over = drawing((rectangle(2, -1, 6.5, 5), false))
    let mesh = try await Mesh(unit, [DrawnLayer(over)])
    #expect(matches(mesh.cutting(of: 0), [([], 9), ([0], 9)]))
  }
}
